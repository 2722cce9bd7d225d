-- What is done to an org as a whole, in the background: exported as an archive, cloned, erased.

-- From this moment on nothing is done for the org any more, but its erasure.
ALTER TABLE orgs ADD COLUMN erasing_since timestamptz;

CREATE TABLE org_operations (
  org_id uuid NOT NULL REFERENCES orgs ON DELETE CASCADE,
  id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('export', 'clone')),
  target_org uuid CHECK ((target_org IS NULL) = (kind = 'export')),  -- what a clone makes; it may be gone since
  target_slug text NOT NULL DEFAULT '',
  requested_by text NOT NULL,
  state text COLLATE "C" NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'done', 'failed', 'expired')),
  step text NOT NULL DEFAULT '',
  done bigint NOT NULL DEFAULT 0,
  total bigint NOT NULL DEFAULT 0,
  failure text NOT NULL DEFAULT '',     -- why it failed, or why its last try was put off
  result jsonb NOT NULL DEFAULT '{}',
  tries int NOT NULL DEFAULT 0,
  claim bigint NOT NULL DEFAULT 0,      -- what a worker shows to prove that it still holds the operation
  run_after timestamptz NOT NULL DEFAULT now(),
  lease_until timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  started_at timestamptz,
  finished_at timestamptz,
  expires_at timestamptz,               -- of an archive
  PRIMARY KEY (org_id, id)
);
CREATE UNIQUE INDEX org_operations_one_at_a_time ON org_operations (org_id, kind) WHERE state IN ('queued', 'running');
CREATE INDEX org_operations_open ON org_operations (run_after) WHERE state IN ('queued', 'running');
CREATE INDEX org_operations_expiring ON org_operations (expires_at) WHERE state = 'done' AND kind = 'export';

ALTER TABLE org_operations ENABLE ROW LEVEL SECURITY;
ALTER TABLE org_operations FORCE ROW LEVEL SECURITY;
CREATE POLICY org_isolation ON org_operations
  USING (org_id = nullif(current_setting('app.org', true), '')::uuid)
  WITH CHECK (org_id = nullif(current_setting('app.org', true), '')::uuid);
-- The loop takes what is due, of whichever org.
CREATE POLICY worker_across_orgs ON org_operations TO likeness_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON org_operations TO likeness_app;
GRANT SELECT, UPDATE ON org_operations TO likeness_worker;

-- The operator's log of erasures. It has no org_id, for it outlives the org, and nobody may remove from it.
CREATE TABLE erasures (
  id uuid PRIMARY KEY,
  erased_org uuid NOT NULL UNIQUE,
  slug text NOT NULL,
  requested_by text NOT NULL,
  state text COLLATE "C" NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'done')),
  step text NOT NULL DEFAULT '',
  done bigint NOT NULL DEFAULT 0,
  total bigint NOT NULL DEFAULT 0,
  failure text NOT NULL DEFAULT '',
  removed jsonb NOT NULL DEFAULT '{}',  -- store or table -> how much, as it went
  result jsonb NOT NULL DEFAULT '{}',   -- the signed report
  tries int NOT NULL DEFAULT 0,
  claim bigint NOT NULL DEFAULT 0,
  run_after timestamptz NOT NULL DEFAULT now(),
  lease_until timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  started_at timestamptz,
  finished_at timestamptz
);
CREATE INDEX erasures_open ON erasures (run_after) WHERE state <> 'done';
GRANT SELECT, INSERT ON erasures TO likeness_app;
GRANT SELECT, UPDATE ON erasures TO likeness_worker;

-- Every table with rows of orgs, and the column that names the org: found in the catalogue, so that none is forgotten.
-- A row that merely forgets its org (ON DELETE SET NULL) is not the org's. Work that is still to be done comes first, then
-- children before their parents.
CREATE FUNCTION org_tables() RETURNS TABLE (relation name, org_column name) LANGUAGE sql STABLE
SET search_path = pg_catalog, public AS $$
  WITH RECURSIVE holders AS (
    SELECT a.attrelid AS id, a.attname AS org_column FROM pg_attribute AS a
     WHERE a.attname = 'org_id' AND NOT a.attisdropped
     UNION
    SELECT k.conrelid, a.attname FROM pg_constraint AS k
      JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
     WHERE k.contype = 'f' AND k.confrelid = 'public.orgs'::regclass AND k.confdeltype <> 'n'
  ), tables AS (
    SELECT h.id, h.org_column, c.relname FROM holders AS h JOIN pg_class AS c ON c.oid = h.id
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
  ), depths AS (
    SELECT id, 0 AS depth FROM tables
     UNION
    SELECT k.conrelid, d.depth + 1 FROM depths AS d
      JOIN pg_constraint AS k ON k.contype = 'f' AND k.confrelid = d.id AND k.conrelid <> k.confrelid
      JOIN tables AS t ON t.id = k.conrelid
     WHERE d.depth < 30
  )
  SELECT t.relname, t.org_column FROM tables AS t
   ORDER BY t.relname IN ('outbox', 'jobs', 'feed_pulls', 'schedules', 'org_operations') DESC,
            (SELECT max(depth) FROM depths WHERE depths.id = t.id) DESC, t.relname
$$;

-- Removes up to rows_max rows of one table of an org that is being erased, and says of which; no table: nothing is left
-- but its members and the org. Runs as the owner, for no role of the server may remove from every table; row-level
-- security confines it to the org all the same.
CREATE FUNCTION erase_org_rows(org uuid, rows_max int, OUT relation text, OUT removed bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  holder record;
BEGIN
  PERFORM FROM orgs WHERE id = org AND erasing_since IS NOT NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'org % is not being erased', org;
  END IF;
  PERFORM set_config('app.org', org::text, true);
  FOR holder IN SELECT t.relation, t.org_column FROM org_tables() AS t WHERE t.relation <> 'memberships' LOOP
    EXECUTE format('DELETE FROM %I WHERE ctid = ANY (ARRAY(SELECT ctid FROM %I WHERE %I = $1 LIMIT $2))',
                   holder.relation, holder.relation, holder.org_column) USING org, rows_max;
    GET DIAGNOSTICS removed = ROW_COUNT;
    IF removed > 0 THEN
      relation := holder.relation;
      RETURN;
    END IF;
  END LOOP;
  removed := 0;
END $$;

-- How many rows each table has of an org.
CREATE FUNCTION count_org_rows(org uuid) RETURNS TABLE (relation text, held bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  holder record;
BEGIN
  PERFORM set_config('app.org', org::text, true);
  FOR holder IN SELECT t.relation, t.org_column FROM org_tables() AS t LOOP
    relation := holder.relation;
    EXECUTE format('SELECT count(*) FROM %I WHERE %I = $1', holder.relation, holder.org_column) INTO held USING org;
    RETURN NEXT;
  END LOOP;
END $$;

-- Removes up to rows_max members: users that belong to no other org, and the memberships of the others.
CREATE FUNCTION erase_org_members(org uuid, rows_max int, OUT users_removed bigint, OUT members_removed bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  member uuid;
BEGIN
  users_removed := 0;
  members_removed := 0;
  PERFORM FROM orgs WHERE id = org AND erasing_since IS NOT NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'org % is not being erased', org;
  END IF;
  PERFORM set_config('app.org', org::text, true);
  FOR member IN SELECT user_id FROM memberships WHERE org_id = org LIMIT rows_max LOOP
    PERFORM set_config('app.user', member::text, true);
    IF EXISTS (SELECT FROM memberships WHERE user_id = member AND org_id <> org) THEN
      DELETE FROM memberships WHERE org_id = org AND user_id = member;
    ELSE
      DELETE FROM users WHERE id = member;
      users_removed := users_removed + 1;
    END IF;
    members_removed := members_removed + 1;
  END LOOP;
END $$;

-- The end of an org. No row of it can come after this, for every table of orgs refers to it.
CREATE FUNCTION erase_org(org uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM orgs WHERE id = org AND erasing_since IS NOT NULL
$$;

REVOKE ALL ON FUNCTION org_tables(), erase_org_rows(uuid, int), erase_org_members(uuid, int), erase_org(uuid),
  count_org_rows(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION org_tables(), erase_org_rows(uuid, int), erase_org_members(uuid, int), erase_org(uuid),
  count_org_rows(uuid) TO likeness_worker;

-- The id of a copy: new in its last 48 bits, and the same for each try. The others stay, so that copies have the order
-- of their originals, by which equal hits of a search are told apart.
CREATE FUNCTION cloned_id(target uuid, original uuid) RETURNS uuid LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT (left(original::text, 24) || left(md5(target::text || original::text), 12))::uuid
$$;
GRANT EXECUTE ON FUNCTION cloned_id(uuid, uuid) TO likeness_worker;

-- Images that go with their whole org leave no entry.
CREATE OR REPLACE FUNCTION note_unowned_objects() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO unowned_objects (org_id, content_sha256)
  SELECT DISTINCT org_id, content_sha256 FROM former
   WHERE content_sha256 <> ''
     AND EXISTS (SELECT FROM orgs WHERE orgs.id = former.org_id AND orgs.erasing_since IS NULL) ORDER BY 1, 2
  ON CONFLICT (org_id, content_sha256) DO UPDATE SET since = now();
  RETURN NULL;
END $$;
