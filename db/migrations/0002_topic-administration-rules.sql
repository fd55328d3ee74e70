-- What drizzle's schema cannot say: the append-only log, the indexes of the view, labels of topics already there.
create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'The audit log is append-only.' using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
create trigger audit_log_append_only before update or delete on audit_log
  for each row execute function refuse_audit_change();
--> statement-breakpoint
create trigger audit_log_no_truncate before truncate on audit_log
  for each statement execute function refuse_audit_change();
--> statement-breakpoint
-- Unique, so that the view can be refreshed while it is read.
create unique index topic_counts_topic_key on topic_counts (topic_id);
--> statement-breakpoint
update topics set labels = array(
  select regexp_replace(lower(normalize(label, nfkd)), U&'[\0300-\036F]', '', 'g')
  from unnest(name || aliases) as label);
