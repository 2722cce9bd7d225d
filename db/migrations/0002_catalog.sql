-- The catalogue: what feeds said, and the photos that they name.

CREATE TABLE sources (
  org_id uuid NOT NULL REFERENCES orgs ON DELETE CASCADE,
  id uuid NOT NULL,
  name text COLLATE "C" NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, name)
);

CREATE TABLE imports (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  source_id uuid NOT NULL,
  filename text NOT NULL,
  format text NOT NULL,
  object_key text NOT NULL,
  state text NOT NULL DEFAULT 'reading' CHECK (state IN ('reading', 'working', 'done', 'failed')),
  failure text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  rows_read bigint NOT NULL DEFAULT 0,
  rows_broken bigint NOT NULL DEFAULT 0,
  products_created bigint NOT NULL DEFAULT 0,
  products_changed bigint NOT NULL DEFAULT 0,
  -- As they were when the import was done; until then they are counted from its jobs.
  images_total bigint NOT NULL DEFAULT 0,
  images_done bigint NOT NULL DEFAULT 0,
  images_dead bigint NOT NULL DEFAULT 0,
  texts_total bigint NOT NULL DEFAULT 0,
  texts_done bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, source_id) REFERENCES sources ON DELETE CASCADE
);
CREATE INDEX imports_open ON imports (state) WHERE state IN ('reading', 'working');

CREATE TABLE import_faults (
  org_id uuid NOT NULL,
  import_id uuid NOT NULL,
  line bigint NOT NULL,
  field text COLLATE "C" NOT NULL,
  value text NOT NULL,
  reason text COLLATE "C" NOT NULL,
  PRIMARY KEY (org_id, import_id, line, field, reason),
  FOREIGN KEY (org_id, import_id) REFERENCES imports ON DELETE CASCADE
);

-- A product's last import is the newest of its variants': so a feed that says nothing new writes no product, whose word
-- indexes are the costly part of a write.
CREATE TABLE products (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  source_id uuid NOT NULL,
  external_id text COLLATE "C" NOT NULL,
  title text NOT NULL,
  description text NOT NULL,
  brand text NOT NULL,
  category_path text[] NOT NULL,
  category text NOT NULL,      -- the path joined by ' > '
  product_type text NOT NULL,
  link text NOT NULL,
  search_words text NOT NULL,  -- what the text tower reads
  -- Columns of their own, not expressions: under row-level security an index serves no operator on an expression.
  title_and_brand text NOT NULL GENERATED ALWAYS AS (title || ' ' || brand) STORED,
  search tsvector NOT NULL GENERATED ALWAYS AS (
    setweight(to_tsvector('english', title || ' ' || brand), 'A') ||
    setweight(to_tsvector('simple', title || ' ' || brand), 'A') ||
    setweight(to_tsvector('english', category || ' ' || product_type), 'B') ||
    setweight(to_tsvector('english', left(description, 20000)), 'C')) STORED,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, source_id, external_id),
  FOREIGN KEY (org_id, source_id) REFERENCES sources ON DELETE CASCADE
) WITH (fillfactor = 85);
-- A search reads the whole list of entries that are not yet sorted in: short lists cost writers a little, long ones
-- every reader during an import.
CREATE INDEX products_search ON products USING gin (org_id, search) WITH (gin_pending_list_limit = 1024);
CREATE INDEX products_title_and_brand ON products USING gin (org_id, title_and_brand gin_trgm_ops)
  WITH (gin_pending_list_limit = 1024);

-- import_id of variants and images is the last import that named the row; ids are in order of time, so that an older
-- import never overwrites.
CREATE TABLE variants (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  product_id uuid NOT NULL,
  external_id text COLLATE "C" NOT NULL,
  import_id uuid NOT NULL,
  price_minor bigint,
  price_currency char(3),
  sale_price_minor bigint,
  sale_price_currency char(3),
  sale_from timestamptz,
  sale_until timestamptz,
  availability text COLLATE "C" NOT NULL CHECK (availability IN ('in_stock', 'out_of_stock', 'preorder', 'backorder')),
  colors text[] NOT NULL,
  size text NOT NULL,
  gtin text NOT NULL,
  mpn text NOT NULL,
  link text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, product_id, external_id),
  FOREIGN KEY (org_id, product_id) REFERENCES products ON DELETE CASCADE,
  CHECK ((price_minor IS NULL) = (price_currency IS NULL)),
  CHECK ((sale_price_minor IS NULL) = (sale_price_currency IS NULL))
) WITH (fillfactor = 85);

CREATE TABLE images (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  product_id uuid NOT NULL,
  location text COLLATE "C" NOT NULL,
  import_id uuid NOT NULL,
  role text COLLATE "C" NOT NULL CHECK (role IN ('main', 'additional', 'lifestyle')),
  position int NOT NULL,
  content_sha256 text COLLATE "C" NOT NULL DEFAULT '',     -- of the bytes that are here
  understood_sha256 text COLLATE "C" NOT NULL DEFAULT '',  -- of the bytes that columns below and vectors tell of
  width_px int NOT NULL DEFAULT 0,
  height_px int NOT NULL DEFAULT 0,
  phash bigint,
  color_names text[] NOT NULL DEFAULT '{}',
  color_shares real[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, product_id, location),
  FOREIGN KEY (org_id, product_id) REFERENCES products ON DELETE CASCADE
) WITH (fillfactor = 85);
CREATE INDEX images_by_location ON images (org_id, location);

-- Boxes in fractions of the upright photo.
CREATE TABLE regions (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  image_id uuid NOT NULL,
  x double precision NOT NULL,
  y double precision NOT NULL,
  width double precision NOT NULL,
  height double precision NOT NULL,
  label text NOT NULL,
  confidence double precision NOT NULL,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, image_id) REFERENCES images ON DELETE CASCADE
);
CREATE INDEX regions_by_image ON regions (org_id, image_id);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['sources', 'imports', 'import_faults', 'products', 'variants', 'images', 'regions'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format($policy$CREATE POLICY org_isolation ON %I
      USING (org_id = nullif(current_setting('app.org', true), '')::uuid)
      WITH CHECK (org_id = nullif(current_setting('app.org', true), '')::uuid)$policy$, name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO likeness_app, likeness_worker', name);
  END LOOP;
END $$;

-- The sweeper finishes imports of whichever org.
CREATE POLICY worker_across_orgs ON imports TO likeness_worker USING (true) WITH CHECK (true);
