-- A score may be here without its turn, and is to be found by its conversation all the same.
alter table score add column conversation_id uuid;
update score s set conversation_id = t.conversation_id from turn t where t.id = s.turn_id;
create index score_of_conversation on score (conversation_id);

create index turn_of_conversation on turn (conversation_id);
-- For sending the rankings of a dataset again.
create index turn_of_dataset on turn (dataset, id);
