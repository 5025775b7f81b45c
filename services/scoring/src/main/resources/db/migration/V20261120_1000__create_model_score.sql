-- Every model that was ever trained here; the number orders them.
create table model (
    version     text        primary key,
    number      bigint      generated always as identity unique,
    corpus_hash text        not null,
    rubric      text        not null,
    trained_at  timestamptz not null default now(),
    -- Its quality on conversations left out of the training; null until measured.
    metrics     jsonb,
    bytes       bytea       not null,
    active      boolean     not null default false
);

-- The one current score of each turn.
create table score (
    turn_id         uuid        primary key,
    dataset         text        not null,
    conversation_id uuid        not null,
    turn_revision   bigint      not null,
    revision        bigint      not null,
    model_number    bigint      not null references model (number),
    rubric          text        not null,
    emotions        jsonb       not null,
    responses       jsonb       not null,
    scored_at       timestamptz not null default now()
);

create index score_dataset_turn on score (dataset, turn_id);
