CREATE TABLE "names_version" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"version" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "names_version_one_check" CHECK ("names_version"."id" = 1)
);
--> statement-breakpoint
insert into names_version default values;
--> statement-breakpoint
create function raise_names_version() returns trigger language plpgsql as $$
begin
  update names_version set version = version + 1;
  return null;
end $$;
--> statement-breakpoint
create trigger topics_names_version after update of name, slug, kind on topics
  for each row when ((old.name, old.slug, old.kind) is distinct from (new.name, new.slug, new.kind))
  execute function raise_names_version();
--> statement-breakpoint
create trigger authors_names_version after update of name, slug on authors
  for each row when ((old.name, old.slug) is distinct from (new.name, new.slug))
  execute function raise_names_version();
