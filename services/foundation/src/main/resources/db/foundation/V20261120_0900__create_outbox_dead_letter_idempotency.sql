-- Messages on their way to the broker; rows are deleted when it has acknowledged them.
create table outbox (
    id         bigint generated always as identity primary key,
    message_id uuid        not null,
    topic      text        not null,
    key        text        not null,
    type       text        not null,
    payload    text        not null,
    created_at timestamptz not null default now()
) with (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 2000);

-- Messages that could not be applied, whole, to be read and replayed.
create table dead_letter (
    id         uuid        primary key,
    topic      text        not null,
    partition  integer     not null,
    "offset"   bigint      not null,
    key        bytea,
    type       text,
    payload    bytea,
    reason     text        not null,
    detail     text,
    created_at timestamptz not null default now(),
    unique (topic, partition, "offset")
);

-- The answers to writes that carried an Idempotency-Key.
create table idempotency (
    subject      text        not null,
    operation    text        not null,
    key          text        not null,
    request_hash text        not null,
    status       integer,
    body         text,
    created_at   timestamptz not null default now(),
    primary key (subject, operation, key)
);
