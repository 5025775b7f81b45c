create table snapshot (
    id              uuid             primary key,
    dataset         text             not null,
    name            text             not null,
    -- What was asked for.
    asked_origins   text[]           not null,
    min_probability double precision,
    -- What came of it.
    pairs           bigint           not null default 0,
    origins         jsonb            not null default '{}',
    quarantined     jsonb            not null default '{}',
    created_at      timestamptz      not null default now(),
    created_by      text             not null,
    unique (dataset, name)
);

-- Pairs change and go; what a snapshot holds does not, so it refers to prompts and responses alone, which are for ever.
create table snapshot_pair (
    snapshot_id      uuid             not null references snapshot (id),
    position         bigint           not null,
    pair_id          uuid             not null,
    turn_id          uuid             not null,
    chosen           uuid             not null references response (id),
    rejected         uuid             not null references response (id),
    probability      double precision not null,
    margin           double precision not null,
    origin           text             not null,
    judgments        uuid[]           not null,
    model            text             not null,
    ranking_revision bigint           not null,
    primary key (snapshot_id, position)
);

create table snapshot_quarantine (
    snapshot_id      uuid             not null references snapshot (id),
    pair_id          uuid             not null,
    turn_id          uuid             not null,
    a                uuid             not null,
    b                uuid             not null,
    origin           text             not null,
    reason           text             not null,
    probability      double precision not null,
    model            text             not null,
    ranking_revision bigint           not null,
    primary key (snapshot_id, pair_id)
);
