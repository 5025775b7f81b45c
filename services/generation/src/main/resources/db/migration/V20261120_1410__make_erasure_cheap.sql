-- Whoever deletes a response would have every preference looked through, for each response. Preferences are written with
-- their responses and deleted with their turn, so nothing is lost with the two references.
alter table preference
    drop constraint preference_chosen_fkey,
    drop constraint preference_rejected_fkey;

-- The same of the conversations of an import, and of the imports of a dataset.
create index conversation_of_import on conversation (import_id) where import_id is not null;
create index import_of_dataset on import (dataset);
