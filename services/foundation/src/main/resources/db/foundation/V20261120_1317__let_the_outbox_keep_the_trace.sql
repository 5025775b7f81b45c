-- The W3C trace context in which a message was written, so that what the message causes elsewhere joins the same trace.
alter table outbox add column traceparent text;
