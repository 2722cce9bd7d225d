-- Feeds that are fetched: what a source's owner set up, when it is due, and what came of it.

ALTER TABLE sources
  ADD COLUMN IF NOT EXISTS mapping jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN url text NOT NULL DEFAULT '',               -- empty: rows come by upload
  ADD COLUMN format text NOT NULL DEFAULT 'auto',
  ADD COLUMN full_feed boolean NOT NULL DEFAULT true,    -- false: a delta
  ADD COLUMN credentials_kind text COLLATE "C" NOT NULL DEFAULT 'none'
    CHECK (credentials_kind IN ('none', 'basic', 'bearer', 'header')),
  ADD COLUMN credentials_sealed bytea,                   -- encrypted under the server's key
  ADD COLUMN paused boolean NOT NULL DEFAULT false,
  -- Of the feed as it was last pulled.
  ADD COLUMN etag text NOT NULL DEFAULT '',
  ADD COLUMN last_modified text NOT NULL DEFAULT '',
  ADD COLUMN content_sha256 text COLLATE "C" NOT NULL DEFAULT '',
  ADD CHECK ((credentials_kind = 'none') = (credentials_sealed IS NULL));

-- Periodic work of every kind. What a subject is, its kind says.
CREATE TABLE schedules (
  org_id uuid NOT NULL REFERENCES orgs ON DELETE CASCADE,
  id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('pull_feed')),
  subject_id uuid NOT NULL,
  cron text NOT NULL,
  time_zone text NOT NULL,
  next_run_at timestamptz NOT NULL,
  last_run_at timestamptz,
  paused boolean NOT NULL,
  lease_until timestamptz,
  claim bigint NOT NULL DEFAULT 0,      -- what a server shows to prove that it still holds the schedule
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, kind, subject_id)
);
CREATE INDEX schedules_due ON schedules (next_run_at) WHERE NOT paused;

CREATE TABLE feed_pulls (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  source_id uuid NOT NULL,
  trigger text COLLATE "C" NOT NULL CHECK (trigger IN ('schedule', 'manual')),
  scheduled_for timestamptz CHECK ((scheduled_for IS NULL) = (trigger = 'manual')),
  state text COLLATE "C" NOT NULL CHECK (state IN ('queued', 'running', 'done')),
  outcome text COLLATE "C" NOT NULL DEFAULT '' CHECK (outcome IN ('', 'unchanged', 'imported', 'failed', 'skipped')),
  reason text NOT NULL DEFAULT '',
  http_status int NOT NULL DEFAULT 0,
  bytes bigint NOT NULL DEFAULT 0,      -- over the wire
  seconds double precision NOT NULL DEFAULT 0,
  import_id uuid,
  tries int NOT NULL DEFAULT 0,
  claim bigint NOT NULL DEFAULT 0,      -- what a worker shows to prove that it still holds the pull
  run_after timestamptz NOT NULL DEFAULT now(),
  lease_until timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, source_id) REFERENCES sources ON DELETE CASCADE,
  CHECK ((state = 'done') = (outcome <> '')),
  CHECK ((state = 'done') = (finished_at IS NOT NULL))
);
CREATE UNIQUE INDEX feed_pulls_one_at_a_time ON feed_pulls (org_id, source_id) WHERE state <> 'done';
CREATE UNIQUE INDEX feed_pulls_once_for_a_time ON feed_pulls (org_id, source_id, scheduled_for);
CREATE INDEX feed_pulls_by_source ON feed_pulls (org_id, source_id, id);
CREATE INDEX feed_pulls_due ON feed_pulls (run_after) WHERE state <> 'done';

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['schedules', 'feed_pulls'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format($policy$CREATE POLICY org_isolation ON %I
      USING (org_id = nullif(current_setting('app.org', true), '')::uuid)
      WITH CHECK (org_id = nullif(current_setting('app.org', true), '')::uuid)$policy$, name);
    -- The loops take what is due, of whichever org.
    EXECUTE format('CREATE POLICY worker_across_orgs ON %I TO likeness_worker USING (true) WITH CHECK (true)', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO likeness_app, likeness_worker', name);
  END LOOP;
END $$;
