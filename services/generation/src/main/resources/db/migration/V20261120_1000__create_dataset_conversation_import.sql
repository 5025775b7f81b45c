-- The unit of ownership and access; its name is its identity and never changes.
create table dataset (
    name        text        primary key,
    vertical    text        not null,
    licence     text        not null,
    description text,
    anonymise   boolean     not null,
    created_at  timestamptz not null
);

-- One stream of rows that was sent; the counts grow while it runs.
create table import (
    id         uuid        primary key,
    dataset    text        not null references dataset (name),
    source     text        not null,
    format     text        not null,
    state      text        not null check (state in ('running', 'done', 'broken')),
    rows       bigint      not null default 0,
    accepted   bigint      not null default 0,
    unchanged  bigint      not null default 0,
    refused    bigint      not null default 0,
    turns      bigint      not null default 0,
    responses  bigint      not null default 0,
    started_at timestamptz not null default now(),
    ended_at   timestamptz
);

-- A row that was not taken, and why; never its text.
create table import_refusal (
    import_id uuid   not null references import (id),
    line      bigint not null,
    reason    text   not null,
    field     text,
    detail    text   not null,
    primary key (import_id, line)
);

-- "key" is what makes a conversation the same again: its external id, or else the hash of its content.
create table conversation (
    id           uuid        primary key,
    dataset      text        not null references dataset (name),
    source       text        not null,
    key          text        not null,
    external_id  text,
    content_hash text        not null,
    import_id    uuid        references import (id),
    line         bigint,
    system       text,
    created_at   timestamptz not null,
    unique (dataset, source, key)
);
create index conversation_by_dataset on conversation (dataset, id);

create table turn (
    id              uuid    primary key,
    conversation_id uuid    not null references conversation (id),
    dataset         text    not null,
    number          integer not null,
    revision        bigint  not null,
    state           text    not null check (state in ('open', 'complete')),
    text            text    not null,
    history         jsonb   not null,
    unique (conversation_id, number)
);

create table response (
    id        uuid    primary key,
    turn_id   uuid    not null references turn (id),
    position  integer not null,
    text      text    not null,
    generator text    not null,
    unique (turn_id, position)
);

-- Which response beats which, as the data said that brought them.
create table preference (
    turn_id  uuid not null references turn (id),
    chosen   uuid not null references response (id),
    rejected uuid not null references response (id),
    primary key (turn_id, chosen, rejected)
);
