-- The labels that came with a conversation, as codes of the vertical and without any of its words; coverage counts them.
alter table conversation add column outline jsonb;
