-- For erasing a conversation.
create index score_of_conversation on score (conversation_id);
