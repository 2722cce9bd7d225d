-- Vectors in the truth: IEEE 754 binary16, little-endian, L2-normalised. A vector is never updated: what replaces it
-- gets a new number, the key in every vector store.

CREATE SEQUENCE vector_ids AS bigint;

CREATE TABLE embeddings (
  org_id uuid NOT NULL,
  vector_id bigint NOT NULL DEFAULT nextval('vector_ids'),
  pack_id text COLLATE "C" NOT NULL,
  pack_version int NOT NULL,
  level text COLLATE "C" NOT NULL CHECK (level IN ('image', 'region', 'text')),
  product_id uuid NOT NULL,
  image_id uuid,
  region_id uuid,
  vector bytea NOT NULL,
  PRIMARY KEY (org_id, vector_id),
  FOREIGN KEY (org_id, product_id) REFERENCES products ON DELETE CASCADE,
  FOREIGN KEY (org_id, image_id) REFERENCES images ON DELETE CASCADE,
  FOREIGN KEY (org_id, region_id) REFERENCES regions ON DELETE CASCADE,
  CHECK ((level = 'text') = (image_id IS NULL)),
  CHECK ((level = 'region') = (region_id IS NOT NULL))
);
-- Random bits do not compress.
ALTER TABLE embeddings ALTER COLUMN vector SET STORAGE EXTERNAL;
CREATE INDEX embeddings_in_order ON embeddings (org_id, pack_id, pack_version, vector_id);
CREATE INDEX embeddings_by_product ON embeddings (org_id, product_id);
CREATE INDEX embeddings_by_image ON embeddings (org_id, image_id) WHERE image_id IS NOT NULL;
CREATE INDEX embeddings_by_region ON embeddings (org_id, region_id) WHERE region_id IS NOT NULL;
CREATE UNIQUE INDEX embeddings_one_text ON embeddings (org_id, product_id, pack_id, pack_version) WHERE level = 'text';

ALTER TABLE embeddings ENABLE ROW LEVEL SECURITY;
ALTER TABLE embeddings FORCE ROW LEVEL SECURITY;
CREATE POLICY org_isolation ON embeddings
  USING (org_id = nullif(current_setting('app.org', true), '')::uuid)
  WITH CHECK (org_id = nullif(current_setting('app.org', true), '')::uuid);
GRANT SELECT, INSERT, DELETE ON embeddings TO likeness_app, likeness_worker;
GRANT USAGE ON SEQUENCE vector_ids TO likeness_app, likeness_worker;
