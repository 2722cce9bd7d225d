-- What an import promises: rows that a full feed no longer names go, unless they are too many; a dry run changes
-- nothing; an import can be paused and cancelled; no photo's bytes stay without an owner.

ALTER TABLE imports DROP CONSTRAINT imports_state_check;
ALTER TABLE imports
  ADD CONSTRAINT imports_state_check
    CHECK (state IN ('reading', 'working', 'stopped', 'paused', 'cancelled', 'done', 'failed')),
  ADD COLUMN dry_run boolean NOT NULL DEFAULT false,
  ADD COLUMN full_feed boolean NOT NULL DEFAULT true,
  ADD COLUMN mass_delete_allowed boolean NOT NULL DEFAULT false,
  ADD COLUMN rows_applied boolean NOT NULL DEFAULT false,  -- the feed is read to its end: the sweep is what is left
  ADD COLUMN rows_unnamed bigint NOT NULL DEFAULT 0,       -- rows so broken that not even their id could be read
  ADD COLUMN products_unchanged bigint NOT NULL DEFAULT 0,
  ADD COLUMN products_removed bigint NOT NULL DEFAULT 0,
  ADD COLUMN bytes_read bigint NOT NULL DEFAULT 0,
  ADD COLUMN bytes_total bigint NOT NULL DEFAULT 0,        -- 0: not known
  ADD COLUMN reading_since timestamptz,
  ADD COLUMN reading_until timestamptz;
-- Imports whose jobs are still to be put aside or ended; see settle_held_imports.
CREATE INDEX imports_unsettled ON imports (id)
  WHERE state = 'paused' OR (state = 'cancelled' AND finished_at IS NULL);
CREATE INDEX imports_by_source ON imports (org_id, source_id, id);

ALTER TABLE jobs DROP CONSTRAINT jobs_state_check;
ALTER TABLE jobs ADD CONSTRAINT jobs_state_check
  CHECK (state IN ('waiting', 'queued', 'running', 'paused', 'done', 'dead'));
CREATE INDEX jobs_paused ON jobs (org_id, import_id) WHERE state = 'paused';
-- For the removal of products, which looks for their jobs whatever the kind.
CREATE INDEX jobs_by_product ON jobs (org_id, product_id) WHERE product_id IS NOT NULL;

-- Imports that made a product and that changed it last: counts that hold whatever was read twice.
ALTER TABLE products ADD COLUMN created_by uuid, ADD COLUMN changed_by uuid;

-- Order in which faults of one line are listed.
ALTER TABLE import_faults ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY;

-- Ids of rows that are broken: what they name is not missing from the feed.
CREATE TABLE import_kept_ids (
  org_id uuid NOT NULL,
  import_id uuid NOT NULL,
  external_id text COLLATE "C" NOT NULL,
  PRIMARY KEY (org_id, import_id, external_id),
  FOREIGN KEY (org_id, import_id) REFERENCES imports ON DELETE CASCADE
);

-- What a dry run found, product by product; when it is through, the examples are left.
CREATE TABLE import_previews (
  org_id uuid NOT NULL,
  import_id uuid NOT NULL,
  external_id text COLLATE "C" NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('created', 'changed', 'unchanged', 'removed')),
  fields text[] NOT NULL,    -- that differ
  variants text[] NOT NULL,  -- external ids that the feed names
  PRIMARY KEY (org_id, import_id, external_id),
  FOREIGN KEY (org_id, import_id) REFERENCES imports ON DELETE CASCADE
);

-- Bytes of photos that may have no owner: newly stored ones, and those that an image let go of. After a time of grace
-- they are looked at once: with an owner the row goes, without one the objects go too.
CREATE TABLE unowned_objects (
  org_id uuid NOT NULL REFERENCES orgs ON DELETE CASCADE,
  content_sha256 text COLLATE "C" NOT NULL,
  since timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, content_sha256)
);
CREATE INDEX unowned_objects_in_order ON unowned_objects (since);
CREATE INDEX IF NOT EXISTS images_by_content ON images (org_id, content_sha256) WHERE content_sha256 <> '';

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['import_kept_ids', 'import_previews', 'unowned_objects'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format($policy$CREATE POLICY org_isolation ON %I
      USING (org_id = nullif(current_setting('app.org', true), '')::uuid)
      WITH CHECK (org_id = nullif(current_setting('app.org', true), '')::uuid)$policy$, name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO likeness_app, likeness_worker', name);
  END LOOP;
END $$;
-- The collector looks for orgs with something to collect.
CREATE POLICY worker_across_orgs ON unowned_objects TO likeness_worker USING (true) WITH CHECK (true);

-- Images that go with their whole org leave no entry: the org's objects go as a whole.
CREATE FUNCTION note_unowned_objects() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO unowned_objects (org_id, content_sha256)
  SELECT DISTINCT org_id, content_sha256 FROM former
   WHERE content_sha256 <> '' AND EXISTS (SELECT FROM orgs WHERE orgs.id = former.org_id) ORDER BY 1, 2
  ON CONFLICT (org_id, content_sha256) DO UPDATE SET since = now();
  RETURN NULL;
END $$;
CREATE TRIGGER images_removed AFTER DELETE ON images REFERENCING OLD TABLE AS former
  FOR EACH STATEMENT EXECUTE FUNCTION note_unowned_objects();

CREATE FUNCTION note_unowned_object() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO unowned_objects (org_id, content_sha256) VALUES (OLD.org_id, OLD.content_sha256)
  ON CONFLICT (org_id, content_sha256) DO UPDATE SET since = now();
  RETURN NULL;
END $$;
CREATE TRIGGER images_changed AFTER UPDATE OF content_sha256 ON images FOR EACH ROW
  WHEN (OLD.content_sha256 <> '' AND OLD.content_sha256 <> NEW.content_sha256) EXECUTE FUNCTION note_unowned_object();
