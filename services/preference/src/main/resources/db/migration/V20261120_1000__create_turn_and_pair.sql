-- One row a turn, made by the first message of whichever topic. Each topic fills its own columns, guarded by its own
-- revision; the row's lock makes the topics wait for each other, so that a turn and its ranking cannot miss each other.
create table turn (
    id                    uuid        primary key,
    dataset               text        not null,
    conversation_id       uuid        not null,
    -- Of attune.turns; revision 0 until the turn itself was seen.
    revision              bigint      not null default 0,
    import_id             uuid,
    number                integer     not null default 0,
    state                 text        not null default 'open' check (state in ('open', 'complete')),
    responses             uuid[]      not null default '{}',
    response_count        integer     generated always as (cardinality(responses)) stored,
    -- Of attune.scores; revision 0 until it was scored.
    score_revision        bigint      not null default 0,
    scored_turn_revision  bigint      not null default 0,
    score_model           text,
    -- Of attune.rankings; revision 0 until it was ranked.
    ranking_revision      bigint      not null default 0,
    ranked_turn_revision  bigint      not null default 0,
    ranked_score_revision bigint      not null default 0,
    -- The ranking that the turn's pairs are made of.
    paired_revision       bigint      not null default 0
) with (fillfactor = 80);

create index turn_of_import on turn (import_id) where import_id is not null;
create index turn_of_dataset on turn (dataset);

-- What a model is shown before it answers: a JSON array of messages, byte for byte as exports write it. Never updated,
-- as responses are not: frozen snapshots refer to both.
create table prompt (
    turn_id     uuid    primary key,
    messages    text    not null,
    well_formed boolean not null
);

create table response (
    id      uuid primary key,
    turn_id uuid not null,
    text    text not null
);

create index response_of_turn on response (turn_id);

-- The whole message of the latest ranking.
create table ranking (
    turn_id uuid primary key,
    body    text not null
);

create table pair (
    id               uuid             primary key,
    turn_id          uuid             not null references turn (id),
    dataset          text             not null,
    -- The lesser id first, whichever order the ranking has.
    a                uuid             not null,
    b                uuid             not null check (a < b),
    -- Both or neither; where neither, the numbers are those of a against b.
    chosen           uuid,
    rejected         uuid,
    probability      double precision not null check (probability between 0 and 1),
    low              double precision not null,
    high             double precision not null,
    margin           double precision not null,
    origin           text             not null check (origin in ('human', 'imported', 'automated')),
    reason           text,
    state            text             generated always as
                     (case when reason is null then 'eligible' else 'quarantined' end) stored,
    judgments        uuid[]           not null,
    model            text             not null,
    turn_revision    bigint           not null,
    ranking_revision bigint           not null,
    updated_at       timestamptz      not null default now(),
    unique (turn_id, a, b),
    check ((chosen is null) = (rejected is null)),
    check (reason is not null or chosen is not null)
);

create index pair_of_dataset on pair (dataset, id);
create index pair_quarantined on pair (dataset, reason, id) where reason is not null;
