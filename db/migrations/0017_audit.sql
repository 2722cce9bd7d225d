-- Who did what: one chain of entries for each org, and one of the server itself, under the org of all zeros. Entries are
-- only ever added. Values about people lie apart, where they can be erased: an entry holds their salted hashes. Neither
-- refers to orgs, so that a chain outlives its org until it is closed on purpose.

-- The last entry of each chain. Changed by the functions below alone: nobody is granted to write here.
CREATE TABLE audit_heads (
  org_id uuid PRIMARY KEY,
  entries bigint NOT NULL DEFAULT 0,
  at_ms bigint NOT NULL DEFAULT 0,
  hash text COLLATE "C" NOT NULL DEFAULT repeat('0', 64),
  closed_at timestamptz
);

-- before_values and after_values are kept as the text that was hashed; '' for none.
CREATE TABLE audit_log (
  org_id uuid NOT NULL,
  sequence bigint NOT NULL,
  at_ms bigint NOT NULL,
  actor_kind text COLLATE "C" NOT NULL,
  actor_id text COLLATE "C" NOT NULL,
  action text COLLATE "C" NOT NULL,
  outcome text COLLATE "C" NOT NULL,
  object_kind text COLLATE "C" NOT NULL,
  object_id text COLLATE "C" NOT NULL,
  trace_id text COLLATE "C" NOT NULL,
  before_values text COLLATE "C" NOT NULL,
  after_values text COLLATE "C" NOT NULL,
  personal_hashes text COLLATE "C" NOT NULL,
  previous_hash text COLLATE "C" NOT NULL,
  hash text COLLATE "C" NOT NULL,
  PRIMARY KEY (org_id, sequence)
);
CREATE INDEX audit_log_by_actor ON audit_log (org_id, actor_id, sequence);
CREATE INDEX audit_log_by_action ON audit_log (org_id, action, sequence);
CREATE INDEX audit_log_by_object ON audit_log (org_id, object_id, sequence);
CREATE INDEX audit_log_by_time ON audit_log (org_id, at_ms);

-- subject is the id of whom a value is about.
CREATE TABLE audit_personal_values (
  org_id uuid NOT NULL,
  sequence bigint NOT NULL,
  name text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  salt text COLLATE "C" NOT NULL,
  value text COLLATE "C" NOT NULL,
  PRIMARY KEY (org_id, sequence, name)
);
CREATE INDEX audit_personal_values_by_subject ON audit_personal_values (org_id, subject);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['audit_heads', 'audit_log', 'audit_personal_values'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format($policy$CREATE POLICY org_isolation ON %I
      USING (org_id = nullif(current_setting('app.org', true), '')::uuid)
      WITH CHECK (org_id = nullif(current_setting('app.org', true), '')::uuid)$policy$, name);
    EXECUTE format('GRANT SELECT ON %I TO likeness_app', name);
  END LOOP;
END $$;
GRANT INSERT ON audit_log, audit_personal_values TO likeness_app;
GRANT DELETE ON audit_personal_values TO likeness_app;

-- The end of a chain, made where there is none, locked until the transaction ends.
CREATE FUNCTION audit_lock_head(chain uuid) RETURNS SETOF audit_heads
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT * FROM audit_heads WHERE org_id = chain FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO audit_heads (org_id) VALUES (chain) ON CONFLICT DO NOTHING;
    RETURN QUERY SELECT * FROM audit_heads WHERE org_id = chain FOR UPDATE;
  END IF;
END $$;

CREATE FUNCTION audit_log_takes_next() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE audit_heads SET entries = NEW.sequence, at_ms = NEW.at_ms, hash = NEW.hash
   WHERE org_id = NEW.org_id AND entries = NEW.sequence - 1 AND hash = NEW.previous_hash AND at_ms <= NEW.at_ms
     AND closed_at IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'an audit log takes only the entry that follows its last one' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER takes_next BEFORE INSERT ON audit_log FOR EACH ROW EXECUTE FUNCTION audit_log_takes_next();

-- Entries of a closed chain may be deleted, which only audit_erase() is granted to do.
CREATE FUNCTION audit_log_keeps() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT FROM audit_heads WHERE org_id = OLD.org_id AND closed_at IS NOT NULL) THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE EXCEPTION 'the audit log is only ever added to' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER keeps BEFORE UPDATE OR DELETE ON audit_log FOR EACH ROW EXECUTE FUNCTION audit_log_keeps();
CREATE TRIGGER keeps_all BEFORE TRUNCATE ON audit_log FOR EACH STATEMENT EXECUTE FUNCTION audit_log_keeps();

-- A head only grows, is never opened again, and goes after its last entry.
CREATE FUNCTION audit_heads_keep() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.closed_at IS NULL AND NEW.org_id = OLD.org_id
       AND (NEW.entries = OLD.entries + 1 OR (NEW.closed_at IS NOT NULL AND NEW.entries = OLD.entries
                                              AND NEW.hash = OLD.hash)) THEN
      RETURN NEW;
    END IF;
  ELSIF TG_OP = 'DELETE' THEN
    IF OLD.closed_at IS NOT NULL AND NOT EXISTS (SELECT FROM audit_log WHERE org_id = OLD.org_id) THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE EXCEPTION 'the head of an audit log only grows' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER keeps BEFORE UPDATE OR DELETE ON audit_heads FOR EACH ROW EXECUTE FUNCTION audit_heads_keep();
CREATE TRIGGER keeps_all BEFORE TRUNCATE ON audit_heads FOR EACH STATEMENT EXECUTE FUNCTION audit_heads_keep();

-- Ends an org's chain for ever; the server's own has no end.
CREATE FUNCTION audit_close(chain uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF chain = '00000000-0000-0000-0000-000000000000' THEN
    RAISE EXCEPTION 'the audit log of the server is never closed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE audit_heads SET closed_at = now() WHERE org_id = chain AND closed_at IS NULL;
END $$;

-- Deletes up to rows_max rows of a closed chain whose closing stands in the server's own, and at last its head; returns
-- how many rows went.
CREATE FUNCTION audit_erase(chain uuid, rows_max int) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  scope text := current_setting('app.org', true);
  head audit_heads;
  recorded boolean;
  erased bigint;
  entries_gone bigint;
BEGIN
  SELECT * INTO head FROM audit_heads WHERE org_id = chain FOR UPDATE;
  IF NOT FOUND THEN
    RETURN 0;
  END IF;
  PERFORM set_config('app.org', '00000000-0000-0000-0000-000000000000', true);
  recorded := EXISTS (SELECT FROM audit_log WHERE org_id = '00000000-0000-0000-0000-000000000000'
                        AND object_id = 'org_' || chain AND action = 'closeAuditLog');
  PERFORM set_config('app.org', scope, true);
  IF head.closed_at IS NULL OR NOT recorded THEN
    RAISE EXCEPTION 'an audit log is closed, and that is recorded, before it is erased'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  DELETE FROM audit_personal_values WHERE ctid = ANY(ARRAY(
    SELECT ctid FROM audit_personal_values WHERE org_id = chain LIMIT rows_max));
  GET DIAGNOSTICS erased = ROW_COUNT;
  DELETE FROM audit_log WHERE ctid = ANY(ARRAY(
    SELECT ctid FROM audit_log WHERE org_id = chain LIMIT rows_max - erased));
  GET DIAGNOSTICS entries_gone = ROW_COUNT;
  erased := erased + entries_gone;
  IF erased < rows_max THEN
    DELETE FROM audit_heads WHERE org_id = chain;
    erased := erased + 1;
  END IF;
  RETURN erased;
END $$;

REVOKE EXECUTE ON FUNCTION audit_lock_head(uuid), audit_close(uuid), audit_erase(uuid, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_lock_head(uuid), audit_close(uuid), audit_erase(uuid, int) TO likeness_app;
