-- Models are asked for before they are there, and are of a form that only code of the same form can read. A model is training until
-- it has bytes or a failure; candidate until it is activated; active while the greatest activation is its own; retired after that.
alter table model drop constraint model_pkey cascade;
alter table model
    add primary key (number),
    alter column version drop not null,
    add unique (version),
    alter column bytes drop not null,
    alter column trained_at drop not null,
    alter column trained_at drop default,
    add column form         text        not null default '',
    add column with_judgments boolean   not null default false,
    add column judgments    bigint      not null default 0,
    add column provenance   text,
    add column shadow       boolean     not null default false,
    add column requested_by text,
    add column requested_at timestamptz not null default now(),
    add column alive_at     timestamptz,
    add column failure      text;
alter table model rename column corpus_hash to data_hash;
create index model_waiting on model (number) where bytes is null and failure is null;

-- Which model scores: the one of the greatest number.
create table activation (
    number       bigint      generated always as identity primary key,
    model_number bigint      not null references model (number),
    at           timestamptz not null default now(),
    actor        text,
    reason       text        not null,
    forced       boolean     not null default false
);
insert into activation (number, model_number, at, reason) overriding system value
select number, number, coalesce(trained_at, now()), 'the service''s own' from model order by active, number;
select setval(pg_get_serial_sequence('activation', 'number'), (select coalesce(max(number), 0) + 1 from activation), false);
alter table model drop column active;

-- The later activation's score holds. What a message before the client's called for, and what came of it, is the step.
alter table score
    add column activation bigint not null default 0,
    add column state      jsonb,
    add column findings   jsonb  not null default '[]',
    add column step       jsonb;
update score set activation = model_number;
alter table score alter column activation drop default;
create index score_by_activation on score (activation, turn_id);
create index score_step on score (dataset) where step is not null;

-- What was scored, so that another model can score it: the message, with the last two of its history.
create table turn (
    turn_id         uuid   primary key,
    conversation_id uuid   not null,
    revision        bigint not null,
    message         text   not null
);
create index turn_of_conversation on turn (conversation_id);

-- What raters said, to learn from.
create table judgment (
    judgment_id     uuid primary key,
    dataset         text not null,
    conversation_id uuid not null,
    turn_id         uuid not null,
    left_id         uuid not null,
    right_id        uuid not null,
    outcome         text not null,
    degree          integer,
    judged_at       timestamptz not null
);
create index judgment_of_conversation on judgment (conversation_id);
create index judgment_of_turn on judgment (turn_id);

-- Scores of models that only watch; nobody is told of them.
create table shadow_score (
    turn_id         uuid   not null,
    model_number    bigint not null references model (number),
    dataset         text   not null,
    conversation_id uuid   not null,
    turn_revision   bigint not null,
    emotions        jsonb  not null,
    responses       jsonb  not null,
    primary key (turn_id, model_number)
);
create index shadow_score_of_conversation on shadow_score (conversation_id);
