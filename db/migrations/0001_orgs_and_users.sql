-- Who uses the server: orgs, users, and who belongs where.
--
-- Row-level security: every table with org_id shows the rows of the org named by the setting app.org, which the program
-- sets for one transaction at a time, and none where it is unset or empty.

DO $$
DECLARE
  missing text;
BEGIN
  SELECT string_agg(name, ', ') INTO missing
    FROM unnest(ARRAY['likeness_app', 'likeness_worker']) AS name
   WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name);
  IF missing IS NOT NULL THEN
    RAISE EXCEPTION 'the database has no role %: run db/roles.sql as a superuser first', missing;
  END IF;
END $$;

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

GRANT USAGE ON SCHEMA public TO likeness_app, likeness_worker;
GRANT SELECT ON schema_migrations TO likeness_app, likeness_worker;

-- Milliseconds since 1970, as the program counts time.
CREATE FUNCTION epoch_ms(at timestamptz) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN floor(extract(epoch FROM at) * 1000)::bigint;

-- Orgs and users are looked up before an org is known, so they have no org_id; the look-ups are by exact match.
CREATE TABLE orgs (
  id uuid PRIMARY KEY,
  slug text COLLATE "C" NOT NULL UNIQUE,
  name text NOT NULL,
  currency char(3) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE users (
  id uuid PRIMARY KEY,
  email text COLLATE "C" NOT NULL UNIQUE CHECK (email = lower(email)),
  name text NOT NULL DEFAULT '',
  password_hash text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE memberships (
  org_id uuid NOT NULL REFERENCES orgs ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('owner', 'admin', 'editor', 'viewer')),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, user_id)
);
CREATE INDEX memberships_by_user ON memberships (user_id, org_id);

ALTER TABLE memberships ENABLE ROW LEVEL SECURITY;
ALTER TABLE memberships FORCE ROW LEVEL SECURITY;
-- At login a user sees the own memberships (app.user) before an org is chosen; they are written under the org only.
CREATE POLICY org_isolation ON memberships
  USING (org_id = nullif(current_setting('app.org', true), '')::uuid
         OR user_id = nullif(current_setting('app.user', true), '')::uuid)
  WITH CHECK (org_id = nullif(current_setting('app.org', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON orgs, users, memberships TO likeness_app;
GRANT SELECT ON orgs TO likeness_worker;
