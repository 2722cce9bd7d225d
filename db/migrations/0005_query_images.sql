-- Shoppers' photos: short-lived, apart from the catalogue's, for the principal that sent them.

CREATE TABLE query_images (
  org_id uuid NOT NULL REFERENCES orgs ON DELETE CASCADE,
  id uuid NOT NULL,
  principal text COLLATE "C" NOT NULL,
  object_key text NOT NULL,
  width_px int NOT NULL,
  height_px int NOT NULL,
  detected boolean NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX query_images_expiring ON query_images (expires_at);

CREATE TABLE query_image_regions (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  query_image_id uuid NOT NULL,
  x double precision NOT NULL,
  y double precision NOT NULL,
  width double precision NOT NULL,
  height double precision NOT NULL,
  label text NOT NULL,
  confidence double precision NOT NULL,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, query_image_id) REFERENCES query_images ON DELETE CASCADE
);
CREATE INDEX query_image_regions_by_image ON query_image_regions (org_id, query_image_id);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['query_images', 'query_image_regions'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format($policy$CREATE POLICY org_isolation ON %I
      USING (org_id = nullif(current_setting('app.org', true), '')::uuid)
      WITH CHECK (org_id = nullif(current_setting('app.org', true), '')::uuid)$policy$, name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO likeness_app', name);
  END LOOP;
END $$;

-- The sweeper removes expired photos of whichever org; their regions go with them.
CREATE POLICY worker_across_orgs ON query_images TO likeness_worker USING (true) WITH CHECK (true);
GRANT SELECT, DELETE ON query_images TO likeness_worker;
