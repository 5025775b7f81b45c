-- A dead letter that is sent again keeps its very bytes: neither its key nor its payload need be text, or be there at all.
alter table outbox
    alter column key     type bytea using convert_to(key, 'UTF8'),
    alter column payload type bytea using convert_to(payload, 'UTF8'),
    alter column key     drop not null,
    alter column payload drop not null,
    alter column type    drop not null;
