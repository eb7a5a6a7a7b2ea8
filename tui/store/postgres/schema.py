"""The tables on the server, their access rights, and their notifications."""

from tui.store.postgres.queue_schema import QUEUE

SCHEMA = """
CREATE SCHEMA IF NOT EXISTS piyue;
CREATE TABLE IF NOT EXISTS piyue.members (
    role name NOT NULL, annotator text NOT NULL, PRIMARY KEY (role, annotator)
);
CREATE TABLE IF NOT EXISTS piyue.files (
    project text NOT NULL, owner text NOT NULL, page text NOT NULL,
    version bigint NOT NULL, names text[] NOT NULL, changed timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (project, owner, page)
) PARTITION BY LIST (project);
-- json, not jsonb: what a record says comes back letter by letter.
CREATE INDEX IF NOT EXISTS files_of_page ON piyue.files (project, page);
CREATE TABLE IF NOT EXISTS piyue.records (
    project text NOT NULL, owner text NOT NULL, page text NOT NULL, tab text NOT NULL, number text NOT NULL,
    content json NOT NULL, version bigint NOT NULL,
    PRIMARY KEY (project, owner, page, tab, number),
    FOREIGN KEY (project, owner, page) REFERENCES piyue.files ON DELETE CASCADE
) PARTITION BY LIST (project);
CREATE TABLE IF NOT EXISTS piyue.history (
    project text NOT NULL, owner text NOT NULL, page text NOT NULL, tab text NOT NULL, number text NOT NULL,
    content json, version bigint NOT NULL, author name NOT NULL DEFAULT session_user,
    changed timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (project, owner, page, tab, number, version)
) PARTITION BY LIST (project);
CREATE TABLE IF NOT EXISTS piyue.files_other PARTITION OF piyue.files DEFAULT;
CREATE TABLE IF NOT EXISTS piyue.records_other PARTITION OF piyue.records DEFAULT;
CREATE TABLE IF NOT EXISTS piyue.history_other PARTITION OF piyue.history DEFAULT;
CREATE TABLE IF NOT EXISTS piyue.leases (
    project text NOT NULL, owner text NOT NULL, page text NOT NULL,
    holder json NOT NULL, beat timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (project, owner, page)
);

-- What grows has a part for each project, unless the project had records before it was set up.
CREATE OR REPLACE FUNCTION piyue.partition(which text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    name text;
BEGIN
    IF EXISTS (SELECT FROM piyue.files_other WHERE project = which) THEN
        RETURN;
    END IF;
    FOREACH name IN ARRAY ARRAY['files', 'records', 'history'] LOOP
        EXECUTE format(
            'CREATE TABLE IF NOT EXISTS piyue.%I PARTITION OF piyue.%I FOR VALUES IN (%L)',
            name || '_' || md5(which), name, which
        );
    END LOOP;
END $$;

CREATE OR REPLACE FUNCTION piyue.may_write(who text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog AS $$
    SELECT who IN ('_project', '_predictions') OR EXISTS (
        SELECT FROM piyue.members WHERE role = session_user AND annotator = who
    )
$$;

-- Whoever changes a record cannot leave out its history: the server writes it.
CREATE OR REPLACE FUNCTION piyue.remember() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
DECLARE
    changed piyue.records;
BEGIN
    IF TG_OP = 'DELETE' THEN changed := OLD; ELSE changed := NEW; END IF;
    INSERT INTO piyue.history (project, owner, page, tab, number, content, version)
    SELECT changed.project, changed.owner, changed.page, changed.tab, changed.number,
        CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE changed.content END, files.version
    FROM piyue.files AS files
    WHERE (files.project, files.owner, files.page) = (changed.project, changed.owner, changed.page)
    ON CONFLICT (project, owner, page, tab, number, version) DO UPDATE SET content = EXCLUDED.content;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER remember AFTER INSERT OR UPDATE OR DELETE ON piyue.records
    FOR EACH ROW EXECUTE FUNCTION piyue.remember();

CREATE OR REPLACE FUNCTION piyue.tell() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    PERFORM pg_notify('piyue', json_build_array(NEW.project, NEW.owner, NEW.page)::text);
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER tell AFTER INSERT OR UPDATE ON piyue.files
    FOR EACH ROW EXECUTE FUNCTION piyue.tell();

DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'piyue_annotator') THEN
        CREATE ROLE piyue_annotator NOLOGIN;
    END IF;
END $$;
REVOKE ALL ON SCHEMA piyue FROM PUBLIC;
GRANT USAGE ON SCHEMA piyue TO piyue_annotator;
GRANT SELECT ON ALL TABLES IN SCHEMA piyue TO piyue_annotator;
GRANT INSERT, UPDATE ON piyue.files TO piyue_annotator;
GRANT INSERT, UPDATE, DELETE ON piyue.records, piyue.leases TO piyue_annotator;
"""

POLICIES = """
ALTER TABLE piyue.{table} ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS reading ON piyue.{table};
DROP POLICY IF EXISTS writing ON piyue.{table};
CREATE POLICY reading ON piyue.{table} FOR SELECT TO piyue_annotator USING (true);
CREATE POLICY writing ON piyue.{table} FOR ALL TO piyue_annotator
    USING (piyue.may_write(owner)) WITH CHECK (piyue.may_write(owner));
"""

PROTECTED = ("files", "records", "leases")


def statements() -> str:
    """Return what makes the tables; it may be run again."""
    return SCHEMA + QUEUE + "".join(POLICIES.format(table=table) for table in PROTECTED)
