-- What a photo's server said of its bytes, to ask it later whether they are still the same; and when it was last asked.
ALTER TABLE images
  ADD COLUMN etag text COLLATE "C" NOT NULL DEFAULT '',
  ADD COLUMN last_modified text COLLATE "C" NOT NULL DEFAULT '',
  ADD COLUMN checked_at timestamptz;

-- Photos of an org with the same bytes.
CREATE INDEX images_by_understood ON images (org_id, understood_sha256) WHERE understood_sha256 <> '';
