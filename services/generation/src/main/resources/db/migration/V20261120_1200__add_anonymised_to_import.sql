-- How often each kind of personal data was replaced in the conversations that an import brought; null where its dataset
-- does not anonymise.
alter table import add column anonymised jsonb;
