-- The conversations that were erased. Nothing of them is left here but the id, which keeps older messages from bringing
-- them back.
create table erased_conversation (
    conversation_id uuid        primary key,
    erased_at       timestamptz not null default now()
);

-- The conversation whose texts the answer may hold; null where it holds none. Of the answers kept until now this is not
-- known, so they go.
delete from idempotency;
alter table idempotency add column conversation_id uuid;
create index idempotency_of_conversation on idempotency (conversation_id) where conversation_id is not null;
create index idempotency_age on idempotency (created_at);

-- A hash, since a key may be of any length.
create index dead_letter_of_key on dead_letter using hash (key);
