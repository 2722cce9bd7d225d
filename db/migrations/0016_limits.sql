-- What an org may have, and what it has.

-- What the operator set for an org; NULL is the server's default, 0 without limit.
CREATE TABLE quotas (
  org_id uuid PRIMARY KEY REFERENCES orgs ON DELETE CASCADE,
  products bigint CHECK (products >= 0),
  images bigint CHECK (images >= 0),
  queries_per_day bigint CHECK (queries_per_day >= 0),
  storage_bytes bigint CHECK (storage_bytes >= 0)
);

-- An org's usage is the sum of its entries: writers of the catalogue add what they change, and never wait for each other.
-- Each time storage is measured, the entries before it become one.
CREATE TABLE usage_entries (
  org_id uuid NOT NULL REFERENCES orgs ON DELETE CASCADE,
  id bigserial NOT NULL,
  products bigint NOT NULL DEFAULT 0,
  images bigint NOT NULL DEFAULT 0,
  storage_bytes bigint NOT NULL DEFAULT 0,
  measured_at timestamptz,  -- of storage
  PRIMARY KEY (org_id, id)
);
CREATE INDEX usage_entries_measured ON usage_entries (org_id, measured_at) WHERE measured_at IS NOT NULL;

CREATE TABLE query_days (
  org_id uuid NOT NULL REFERENCES orgs ON DELETE CASCADE,
  day date NOT NULL,  -- of UTC
  queries bigint NOT NULL,
  PRIMARY KEY (org_id, day)
);

-- The owner may read rows of all orgs for this one count.
ALTER TABLE products NO FORCE ROW LEVEL SECURITY;
ALTER TABLE images NO FORCE ROW LEVEL SECURITY;
INSERT INTO usage_entries (org_id, products) SELECT org_id, count(*) FROM products GROUP BY org_id;
INSERT INTO usage_entries (org_id, images) SELECT org_id, count(*) FROM images GROUP BY org_id;
ALTER TABLE products FORCE ROW LEVEL SECURITY;
ALTER TABLE images FORCE ROW LEVEL SECURITY;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['quotas', 'usage_entries', 'query_days'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format($policy$CREATE POLICY org_isolation ON %I
      USING (org_id = nullif(current_setting('app.org', true), '')::uuid)
      WITH CHECK (org_id = nullif(current_setting('app.org', true), '')::uuid)$policy$, name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO likeness_app, likeness_worker', name);
  END LOOP;
END $$;
GRANT USAGE ON SEQUENCE usage_entries_id_seq TO likeness_app, likeness_worker;
-- To find the orgs whose storage is to be measured.
CREATE POLICY worker_across_orgs ON usage_entries TO likeness_worker USING (true) WITH CHECK (true);

CREATE FUNCTION count_products_made() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO usage_entries (org_id, products) SELECT org_id, count(*) FROM changed GROUP BY org_id;
  RETURN NULL;
END $$;
CREATE FUNCTION count_images_made() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO usage_entries (org_id, images) SELECT org_id, count(*) FROM changed GROUP BY org_id;
  RETURN NULL;
END $$;
-- What goes together with its org is not counted.
CREATE FUNCTION count_products_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO usage_entries (org_id, products)
  SELECT org_id, -count(*) FROM changed AS c WHERE EXISTS (SELECT FROM orgs AS o WHERE o.id = c.org_id) GROUP BY org_id;
  RETURN NULL;
END $$;
CREATE FUNCTION count_images_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO usage_entries (org_id, images)
  SELECT org_id, -count(*) FROM changed AS c WHERE EXISTS (SELECT FROM orgs AS o WHERE o.id = c.org_id) GROUP BY org_id;
  RETURN NULL;
END $$;
CREATE TRIGGER count_made AFTER INSERT ON products REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION count_products_made();
CREATE TRIGGER count_made AFTER INSERT ON images REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION count_images_made();
CREATE TRIGGER count_gone AFTER DELETE ON products REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION count_products_gone();
CREATE TRIGGER count_gone AFTER DELETE ON images REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION count_images_gone();
