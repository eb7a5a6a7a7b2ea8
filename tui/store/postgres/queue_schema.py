"""Tables and functions of the queue on the server.

A page is held by those to whom it was given, who have finished it, or whose lease runs. The lease is renewed
by every save; all times are the server's. Annotators write these tables by functions only, for themselves.
"""

QUEUE = """
CREATE TABLE IF NOT EXISTS piyue.pages (
    project text NOT NULL, page text NOT NULL, place bigint NOT NULL, finished int NOT NULL DEFAULT 0,
    PRIMARY KEY (project, page)
);
CREATE INDEX IF NOT EXISTS pages_in_order ON piyue.pages (project, finished, place);
CREATE TABLE IF NOT EXISTS piyue.work (
    project text NOT NULL, page text NOT NULL, annotator text NOT NULL,
    given boolean NOT NULL DEFAULT false, state text NOT NULL DEFAULT 'todo',
    lease interval, until timestamptz,
    PRIMARY KEY (project, page, annotator)
);
CREATE INDEX IF NOT EXISTS work_of_annotator ON piyue.work (project, annotator)
    WHERE state NOT IN ('done', 'skipped');

CREATE OR REPLACE FUNCTION piyue.holds(one piyue.work) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT one.given OR one.state IN ('done', 'skipped') OR coalesce(one.until > clock_timestamp(), false)
$$;

-- Whether fewer than `wanted` others hold a page.
CREATE OR REPLACE FUNCTION piyue.has_room(which text, about text, who text, wanted int) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT count(*) < wanted FROM piyue.work
    WHERE (project, page) = (which, about) AND annotator <> who AND piyue.holds(work)
$$;

CREATE OR REPLACE FUNCTION piyue.check_annotator(who text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF NOT (piyue.may_write(who) OR session_user = (
        SELECT tableowner FROM pg_catalog.pg_tables WHERE (schemaname, tablename) = ('piyue', 'work')
    )) THEN
        RAISE insufficient_privilege
            USING MESSAGE = format('role %s may not work as %s', session_user, who);
    END IF;
END $$;

CREATE OR REPLACE FUNCTION piyue.lease(which text, about text, who text, lasts interval) RETURNS text
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO piyue.work (project, page, annotator, lease, until)
    VALUES (which, about, who, lasts, clock_timestamp() + lasts)
    ON CONFLICT (project, page, annotator) DO UPDATE SET lease = EXCLUDED.lease, until = EXCLUDED.until;
    RETURN about;
END $$;

-- A free page, locked so that nobody else takes it: of those that somebody has finished already the first.
-- `waits`: also wait for pages that others are just drawing, which may have room all the same.
CREATE OR REPLACE FUNCTION piyue.free_page(which text, who text, wanted int, passed text[], waits boolean)
RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    number int;
    about text;
BEGIN
    FOR number IN REVERSE wanted - 1 .. 0 LOOP
        LOOP
            EXECUTE format($query$
                SELECT page FROM piyue.pages WHERE project = $1 AND finished = $2 AND page <> ALL ($3)
                    AND piyue.has_room($1, page, $4, $5) AND NOT EXISTS (
                        SELECT FROM piyue.work AS mine
                        WHERE (mine.project, mine.page, mine.annotator) = ($1, pages.page, $4)
                    ) ORDER BY place LIMIT 1 FOR UPDATE %s
                $query$, CASE WHEN waits THEN '' ELSE 'SKIP LOCKED' END
            ) INTO about USING which, number, passed, who, wanted;
            EXIT WHEN about IS NULL;
            -- What was seen before the lock may be past: look again, as of now.
            IF piyue.has_room(which, about, who, wanted) THEN
                RETURN about;
            END IF;
        END LOOP;
    END LOOP;
    RETURN NULL;
END $$;

-- What an annotator goes on with, leased to them: what they have begun, were given, or what is free.
CREATE OR REPLACE FUNCTION piyue.draw(which text, who text, wanted int, lasts interval, passed text[])
RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    about text;
    mine boolean;
BEGIN
    PERFORM piyue.check_annotator(who);
    FOR about, mine IN
        SELECT page, piyue.holds(work) FROM piyue.work JOIN piyue.pages USING (project, page)
        WHERE project = which AND annotator = who AND state NOT IN ('done', 'skipped')
            AND page <> ALL (passed)
        ORDER BY state <> 'doing', NOT given, place
    LOOP
        IF NOT mine AND piyue.has_room(which, about, who, wanted) THEN
            PERFORM FROM piyue.pages WHERE (project, page) = (which, about) FOR UPDATE SKIP LOCKED;
            mine := FOUND AND piyue.has_room(which, about, who, wanted);
        END IF;
        IF mine THEN
            RETURN piyue.lease(which, about, who, lasts);
        END IF;
    END LOOP;
    about := coalesce(
        piyue.free_page(which, who, wanted, passed, false), piyue.free_page(which, who, wanted, passed, true)
    );
    RETURN CASE WHEN about IS NULL THEN NULL ELSE piyue.lease(which, about, who, lasts) END;
END $$;

CREATE OR REPLACE FUNCTION piyue.progress(which text, about text, who text, how text, lasts interval)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    PERFORM piyue.check_annotator(who);
    PERFORM FROM piyue.pages WHERE (project, page) = (which, about) FOR UPDATE;
    INSERT INTO piyue.work (project, page, annotator, state, lease, until)
    VALUES (which, about, who, how, lasts, clock_timestamp() + lasts)
    ON CONFLICT (project, page, annotator)
    DO UPDATE SET state = EXCLUDED.state, lease = EXCLUDED.lease, until = EXCLUDED.until;
    UPDATE piyue.pages SET finished = (
        SELECT count(*) FROM piyue.work
        WHERE (work.project, work.page) = (which, about) AND state IN ('done', 'skipped')
    ) WHERE (project, page) = (which, about);
END $$;

CREATE OR REPLACE FUNCTION piyue.register(which text, names text[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    INSERT INTO piyue.pages (project, page, place, finished)
    SELECT which, name, number, (
        SELECT count(*) FROM piyue.work
        WHERE (work.project, work.page) = (which, name) AND state IN ('done', 'skipped')
    ) FROM unnest(names) WITH ORDINALITY AS each (name, number)
    ON CONFLICT (project, page) DO NOTHING
$$;

-- Every save renews the lease of who saved.
CREATE OR REPLACE FUNCTION piyue.renew() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN
    UPDATE piyue.work SET until = clock_timestamp() + lease
    WHERE (project, page, annotator) = (NEW.project, NEW.page, NEW.owner);
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER renew AFTER INSERT OR UPDATE ON piyue.files
    FOR EACH ROW EXECUTE FUNCTION piyue.renew();

-- Assignments are records of the project; the queue follows them.
CREATE OR REPLACE FUNCTION piyue.give() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
DECLARE
    said piyue.records;
BEGIN
    IF TG_OP = 'DELETE' THEN said := OLD; ELSE said := NEW; END IF;
    IF (said.owner, said.page, said.tab) = ('_project', '_assignments', 'assignments') THEN
        INSERT INTO piyue.work (project, page, annotator, given)
        VALUES (said.project, said.content ->> 'page', said.content ->> 'person', TG_OP <> 'DELETE')
        ON CONFLICT (project, page, annotator) DO UPDATE SET given = EXCLUDED.given;
    END IF;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER give AFTER INSERT OR UPDATE OR DELETE ON piyue.records
    FOR EACH ROW EXECUTE FUNCTION piyue.give();

CREATE OR REPLACE FUNCTION piyue.tell_queue() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog AS $$
BEGIN
    PERFORM pg_notify('piyue', json_build_array(NEW.project, '_queue', NEW.page)::text);
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER tell_queue AFTER INSERT OR UPDATE OF given, state ON piyue.work
    FOR EACH ROW EXECUTE FUNCTION piyue.tell_queue();

REVOKE ALL ON FUNCTION piyue.draw, piyue.progress, piyue.register FROM PUBLIC;
GRANT SELECT ON piyue.pages, piyue.work TO piyue_annotator;
GRANT EXECUTE ON FUNCTION piyue.draw, piyue.progress, piyue.register TO piyue_annotator;
"""
