-- The copy of the turns, as their owner last told of them.
create table turn (
    id              uuid    primary key,
    dataset         text    not null,
    conversation_id uuid    not null,
    import_id       uuid,
    revision        bigint  not null,
    state           text    not null check (state in ('open', 'complete')),
    number          integer not null,
    history         jsonb   not null,
    text            text    not null
);

create table response (
    id       uuid    primary key,
    turn_id  uuid    not null references turn,
    position integer not null,
    text     text    not null
);
create index response_turn on response (turn_id, position);

-- The copy of the scores; they may be here before their turn.
create table score (
    turn_id       uuid               primary key,
    turn_revision bigint             not null,
    revision      bigint             not null,
    model         text               not null,
    response_ids  uuid[]             not null,
    utilities     double precision[] not null,
    check (cardinality(response_ids) = cardinality(utilities))
);

-- Every unordered pair of responses of a complete turn, once. "judgments" counts the raters' answers that are no skips;
-- it is changed under the row's lock only, and is here (like "imported") for the order in which raters get work.
create table comparison (
    id         uuid        primary key,
    turn_id    uuid        not null references turn,
    dataset    text        not null,
    a          uuid        not null,
    b          uuid        not null,
    active     boolean     not null default true,
    judgments  integer     not null default 0,
    imported   boolean     not null default false,
    created_at timestamptz not null default now(),
    unique (turn_id, a, b),
    check (a < b)
);
create index comparison_dataset on comparison (dataset, id);
-- Raters' work in its order: fewest judgments, turns without imported judgments, oldest (the ids sort by time).
create index comparison_work on comparison (dataset, judgments, imported, id) where active;

-- Who works on what until when; left and right are the sides as that rater sees them.
create table lease (
    comparison_id  uuid        not null references comparison,
    rater          text        not null,
    dataset        text        not null,
    left_response  uuid        not null,
    right_response uuid        not null,
    expires_at     timestamptz not null,
    primary key (comparison_id, rater),
    unique (dataset, rater)
);
create index lease_expiry on lease (dataset, expires_at);

create table judgment (
    id              uuid        primary key,
    comparison_id   uuid        not null references comparison,
    turn_id         uuid        not null references turn,
    dataset         text        not null,
    conversation_id uuid        not null,
    rater           text,
    origin          text        not null check (origin in ('human', 'imported')),
    outcome         text        not null check (outcome in ('left', 'right', 'tie', 'both_bad', 'skip')),
    left_response   uuid        not null,
    right_response  uuid        not null,
    degree          integer     check (degree between 1 and 3),
    reasons         text[]      not null default '{}',
    comment         text,
    seconds         integer     check (seconds >= 0),
    created_at      timestamptz not null default now(),
    unique (comparison_id, rater),
    check ((origin = 'human') = (rater is not null))
);
create unique index judgment_imported on judgment (comparison_id, left_response, right_response)
    where origin = 'imported';
create index judgment_turn on judgment (turn_id);
create index judgment_dataset on judgment (dataset, id);
create index judgment_rater on judgment (dataset, rater, id);

-- The last ranking of a turn and what it was made from. The row is there (with revision 0) as soon as anything is known
-- of the turn: it is the lock that puts changes of one turn's inputs in line, wherever they come from.
create table ranking (
    turn_id        uuid   primary key,
    revision       bigint not null default 0,
    turn_revision  bigint,
    score_revision bigint,
    judgments      bigint,
    body           jsonb
);
