-- What was answered under an Idempotency-Key, so that a request that comes again has its effect once; and the trace that
-- a wake-up, a job or a pull belongs to.

-- A row is written in the transaction of the effect. While that runs, an advisory lock stands for it: a second insert
-- would wait.
CREATE TABLE idempotency_keys (
  org_id uuid NOT NULL REFERENCES orgs ON DELETE CASCADE,
  principal text COLLATE "C" NOT NULL,
  method text COLLATE "C" NOT NULL,
  route text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  fingerprint text COLLATE "C" NOT NULL,  -- SHA-256 of the request
  status int NOT NULL,
  content_type text NOT NULL,
  location text NOT NULL,
  etag text NOT NULL,
  body bytea NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, principal, method, route, key)
);
CREATE INDEX idempotency_keys_expiring ON idempotency_keys (expires_at);

-- The same for requests that act on no org, such as one that makes an org. It has no org_id and so no policy: rows are
-- looked up by exact match, and who asks is a part of the key.
CREATE TABLE server_idempotency_keys (
  principal text COLLATE "C" NOT NULL,
  method text COLLATE "C" NOT NULL,
  route text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  fingerprint text COLLATE "C" NOT NULL,
  status int NOT NULL,
  content_type text NOT NULL,
  location text NOT NULL,
  etag text NOT NULL,
  body bytea NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (principal, method, route, key)
);
CREATE INDEX server_idempotency_keys_expiring ON server_idempotency_keys (expires_at);

ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY org_isolation ON idempotency_keys
  USING (org_id = nullif(current_setting('app.org', true), '')::uuid)
  WITH CHECK (org_id = nullif(current_setting('app.org', true), '')::uuid);
-- The sweeper removes what is past its time, of whichever org.
CREATE POLICY worker_across_orgs ON idempotency_keys TO likeness_worker USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_keys, server_idempotency_keys TO likeness_app;
GRANT SELECT, DELETE ON idempotency_keys, server_idempotency_keys TO likeness_worker;

-- Rows take the trace of the transaction that writes them.
ALTER TABLE jobs ADD COLUMN traceparent text NOT NULL DEFAULT coalesce(current_setting('app.traceparent', true), '');
ALTER TABLE outbox ADD COLUMN traceparent text NOT NULL DEFAULT coalesce(current_setting('app.traceparent', true), '');
ALTER TABLE feed_pulls
  ADD COLUMN traceparent text NOT NULL DEFAULT coalesce(current_setting('app.traceparent', true), '');
