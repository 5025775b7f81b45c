-- When the process that reads a running import last said that it does. One that says nothing more is gone, and with it the
-- stream.
alter table import add column alive_at timestamptz not null default now();
create index import_running on import (alive_at) where state = 'running';
