-- Durable work, and the wake-ups that are still to be published.

CREATE TABLE jobs (
  org_id uuid NOT NULL REFERENCES orgs ON DELETE CASCADE,
  id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('feed', 'image', 'text')),
  unit text COLLATE "C" NOT NULL CHECK (unit IN ('fetch', 'understand')),
  state text COLLATE "C" NOT NULL CHECK (state IN ('waiting', 'queued', 'running', 'done', 'dead')),
  stage text NOT NULL DEFAULT '',       -- of the last error
  error_kind text NOT NULL DEFAULT '',
  last_error text NOT NULL DEFAULT '',
  tries int NOT NULL DEFAULT 0,         -- with unit, what a worker shows to prove that it still holds the job
  run_after timestamptz NOT NULL DEFAULT now(),
  lease_until timestamptz,
  import_id uuid NOT NULL,              -- the last import that asked for the work
  image_id uuid,
  product_id uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, image_id),
  FOREIGN KEY (org_id, import_id) REFERENCES imports ON DELETE CASCADE,
  FOREIGN KEY (org_id, image_id) REFERENCES images ON DELETE CASCADE,
  FOREIGN KEY (org_id, product_id) REFERENCES products ON DELETE CASCADE,
  CHECK ((kind = 'image') = (image_id IS NOT NULL)),
  CHECK ((kind = 'text') = (product_id IS NOT NULL))
) WITH (fillfactor = 70);
CREATE UNIQUE INDEX jobs_one_text_per_product ON jobs (org_id, product_id) WHERE kind = 'text';
CREATE UNIQUE INDEX jobs_one_feed_per_import ON jobs (org_id, import_id) WHERE kind = 'feed';
CREATE INDEX jobs_due ON jobs (unit, run_after, id) WHERE state = 'queued';
CREATE INDEX jobs_leased ON jobs (lease_until) WHERE state = 'running';
CREATE INDEX jobs_open ON jobs (unit, state) WHERE state <> 'done';
CREATE INDEX jobs_by_import ON jobs (org_id, import_id, state);

CREATE TABLE outbox (
  org_id uuid NOT NULL REFERENCES orgs ON DELETE CASCADE,
  id bigserial NOT NULL,
  subject text NOT NULL,
  payload text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX outbox_in_order ON outbox (id);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['jobs', 'outbox'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format($policy$CREATE POLICY org_isolation ON %I
      USING (org_id = nullif(current_setting('app.org', true), '')::uuid)
      WITH CHECK (org_id = nullif(current_setting('app.org', true), '')::uuid)$policy$, name);
    -- Workers take jobs, and relay wake-ups, of whichever org.
    EXECUTE format('CREATE POLICY worker_across_orgs ON %I TO likeness_worker USING (true) WITH CHECK (true)', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO likeness_app, likeness_worker', name);
  END LOOP;
END $$;
GRANT USAGE ON SEQUENCE outbox_id_seq TO likeness_app, likeness_worker;
