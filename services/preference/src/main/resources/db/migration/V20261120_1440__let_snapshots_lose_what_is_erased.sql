-- A snapshot remains as the manifest of what it held; these say what of it is gone.
alter table snapshot
    add column erased             bigint      not null default 0,
    add column erased_quarantined bigint      not null default 0,
    add column erased_at          timestamptz;

create index turn_of_conversation on turn (conversation_id);
create index snapshot_pair_of_turn on snapshot_pair (turn_id);
create index snapshot_quarantine_of_turn on snapshot_quarantine (turn_id);

-- Whoever deletes a response would have every frozen pair looked through, for each response. Responses are deleted by
-- erasures alone, in one transaction with the frozen pairs of their turn.
alter table snapshot_pair
    drop constraint snapshot_pair_chosen_fkey,
    drop constraint snapshot_pair_rejected_fkey;
