-- Webhooks: what happens in an org, told to the org's own servers.

CREATE TABLE webhooks (
  org_id uuid NOT NULL REFERENCES orgs ON DELETE CASCADE,
  id uuid NOT NULL,
  url text NOT NULL,
  description text NOT NULL,
  event_types text[] NOT NULL CHECK (cardinality(event_types) > 0),
  paused boolean NOT NULL,
  failing_since timestamptz,            -- the first failure since the last success
  disabled_at timestamptz,
  disabled_reason text NOT NULL DEFAULT '',
  secret_sealed bytea NOT NULL,         -- encrypted under the server's key
  former_secret_sealed bytea,           -- signs as well, until its time is up
  former_secret_until timestamptz,
  created_by text NOT NULL,             -- the principal
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id),
  CHECK ((disabled_at IS NULL) = (disabled_reason = '')),
  CHECK ((former_secret_sealed IS NULL) = (former_secret_until IS NULL))
);

-- Ids that are in order of time, for rows that are made by statements.
CREATE FUNCTION uuid_of_now() RETURNS uuid LANGUAGE sql VOLATILE AS $$
  SELECT encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) PLACING
           substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1),
           'hex')::uuid
$$;

-- What happened: written in the transaction in which it happened. The payload is the body of every message that tells of it.
CREATE TABLE webhook_events (
  org_id uuid NOT NULL REFERENCES orgs ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT uuid_of_now(),
  type text COLLATE "C" NOT NULL,
  subject uuid,                         -- where the same is not to be told again too soon
  payload text NOT NULL,
  is_spread boolean NOT NULL DEFAULT false,  -- there is a delivery for each webhook that wants it
  traceparent text NOT NULL DEFAULT coalesce(current_setting('app.traceparent', true), ''),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);
CREATE INDEX webhook_events_to_spread ON webhook_events (id) WHERE NOT is_spread;
CREATE INDEX webhook_events_by_age ON webhook_events (created_at);
CREATE INDEX webhook_events_by_subject ON webhook_events (org_id, subject, created_at) WHERE subject IS NOT NULL;

CREATE TABLE webhook_deliveries (
  org_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuid_of_now(),
  webhook_id uuid NOT NULL,
  event_id uuid NOT NULL,
  state text COLLATE "C" NOT NULL CHECK (state IN ('waiting', 'sending', 'delivered', 'failed')),
  tries int NOT NULL DEFAULT 0,
  claim bigint NOT NULL DEFAULT 0,      -- what a worker shows to prove that it still holds the delivery
  run_after timestamptz NOT NULL DEFAULT now(),
  lease_until timestamptz,
  http_status int NOT NULL DEFAULT 0,   -- of the last try; 0: none came
  reason text NOT NULL DEFAULT '',      -- why the last try failed
  created_at timestamptz NOT NULL DEFAULT now(),
  last_try_at timestamptz,
  finished_at timestamptz,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, webhook_id, event_id),
  FOREIGN KEY (org_id, webhook_id) REFERENCES webhooks ON DELETE CASCADE,
  FOREIGN KEY (org_id, event_id) REFERENCES webhook_events ON DELETE CASCADE,
  CHECK ((state = 'sending') = (lease_until IS NOT NULL)),
  CHECK ((state IN ('delivered', 'failed')) = (finished_at IS NOT NULL))
);
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (org_id, webhook_id, run_after) WHERE state = 'waiting';
CREATE INDEX webhook_deliveries_leased ON webhook_deliveries (lease_until) WHERE state = 'sending';
CREATE INDEX webhook_deliveries_listed ON webhook_deliveries (org_id, webhook_id, id);
CREATE INDEX webhook_deliveries_by_event ON webhook_deliveries (org_id, event_id);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['webhooks', 'webhook_events', 'webhook_deliveries'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format($policy$CREATE POLICY org_isolation ON %I
      USING (org_id = nullif(current_setting('app.org', true), '')::uuid)
      WITH CHECK (org_id = nullif(current_setting('app.org', true), '')::uuid)$policy$, name);
    -- The loop spreads and sends what is due, of whichever org.
    EXECUTE format('CREATE POLICY worker_across_orgs ON %I TO likeness_worker USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON webhooks TO likeness_app;
GRANT SELECT, UPDATE ON webhooks TO likeness_worker;
GRANT SELECT, INSERT ON webhook_events TO likeness_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON webhook_events TO likeness_worker;
GRANT SELECT, INSERT, UPDATE ON webhook_deliveries TO likeness_app, likeness_worker;

-- The body of a message in the form of Standard Webhooks.
CREATE FUNCTION webhook_payload(event_type text, event_data json) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT json_build_object('type', event_type,
                           'timestamp', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                           'data', event_data)::text
$$;

-- Whether anybody wants to be told; what goes together with its org is not told.
CREATE FUNCTION webhook_is_wanted(org uuid, event_type text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM webhooks AS w WHERE w.org_id = org AND event_type = ANY (w.event_types)
                    AND NOT w.paused AND w.disabled_at IS NULL)
     AND EXISTS (SELECT FROM orgs AS o WHERE o.id = org AND o.erasing_since IS NULL)
$$;

CREATE FUNCTION tell_of_import() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  event_type text := CASE NEW.state WHEN 'done' THEN 'import.finished' ELSE 'import.' || NEW.state END;
BEGIN
  IF NOT webhook_is_wanted(NEW.org_id, event_type) THEN
    RETURN NULL;
  END IF;
  INSERT INTO webhook_events (org_id, type, payload)
  SELECT NEW.org_id, event_type, webhook_payload(event_type, json_build_object(
           'import_id', 'imp_' || NEW.id, 'feed_id', 'src_' || NEW.source_id, 'source', s.name,
           'filename', NEW.filename, 'dry_run', NEW.dry_run, 'reason', NEW.failure,
           'rows', json_build_object('read', NEW.rows_read, 'broken', NEW.rows_broken),
           'products', json_build_object('created', NEW.products_created, 'changed', NEW.products_changed,
                                         'removed', NEW.products_removed),
           'images', json_build_object('total', NEW.images_total, 'done', NEW.images_done, 'dead', NEW.images_dead)))
    FROM sources AS s WHERE s.org_id = NEW.org_id AND s.id = NEW.source_id;
  RETURN NULL;
END $$;
CREATE TRIGGER told AFTER UPDATE OF state ON imports FOR EACH ROW
  WHEN (OLD.state <> NEW.state AND NEW.state IN ('done', 'stopped', 'failed', 'cancelled'))
  EXECUTE FUNCTION tell_of_import();

CREATE FUNCTION tell_of_failed_pull() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT webhook_is_wanted(NEW.org_id, 'feed.pull_failed') THEN
    RETURN NULL;
  END IF;
  INSERT INTO webhook_events (org_id, type, payload)
  SELECT NEW.org_id, 'feed.pull_failed', webhook_payload('feed.pull_failed', json_build_object(
           'feed_id', 'src_' || NEW.source_id, 'name', s.name, 'pull_id', 'pul_' || NEW.id, 'trigger', NEW.trigger,
           'tries', NEW.tries, 'reason', NEW.reason, 'http_status', nullif(NEW.http_status, 0)))
    FROM sources AS s WHERE s.org_id = NEW.org_id AND s.id = NEW.source_id;
  RETURN NULL;
END $$;
CREATE TRIGGER told AFTER UPDATE OF outcome ON feed_pulls FOR EACH ROW
  WHEN (OLD.outcome <> NEW.outcome AND NEW.outcome = 'failed') EXECUTE FUNCTION tell_of_failed_pull();

-- The first of an import, and then one every five minutes at most, or nearly: transactions at the same time do not see,
-- and do not wait for, each other.
CREATE FUNCTION tell_of_dead_letter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT webhook_is_wanted(NEW.org_id, 'dead_letters.appeared')
     OR EXISTS (SELECT FROM webhook_events AS e WHERE e.org_id = NEW.org_id AND e.subject = NEW.import_id
                   AND e.type = 'dead_letters.appeared' AND e.created_at > now() - interval '5 minutes') THEN
    RETURN NULL;
  END IF;
  INSERT INTO webhook_events (org_id, type, subject, payload)
  VALUES (NEW.org_id, 'dead_letters.appeared', NEW.import_id, webhook_payload('dead_letters.appeared', json_build_object(
            'import_id', 'imp_' || NEW.import_id, 'first', json_build_object(
              'job_id', 'job_' || NEW.id, 'kind', NEW.kind, 'stage', NEW.stage, 'reason', left(NEW.last_error, 500)))));
  RETURN NULL;
END $$;
CREATE TRIGGER told AFTER UPDATE OF state ON jobs FOR EACH ROW
  WHEN (OLD.state <> 'dead' AND NEW.state = 'dead' AND NEW.error_kind <> 'cancelled')
  EXECUTE FUNCTION tell_of_dead_letter();

-- 200 products at most in one message.
CREATE FUNCTION tell_of_deleted_products() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO webhook_events (org_id, type, payload)
  SELECT g.org_id, 'product.deleted', webhook_payload('product.deleted', json_build_object('products', json_agg(
           json_build_object('id', 'prd_' || g.id, 'external_id', g.external_id, 'feed_id', 'src_' || g.source_id)
           ORDER BY g.id)))
    FROM (SELECT f.org_id, f.id, f.external_id, f.source_id,
                 (row_number() OVER (PARTITION BY f.org_id ORDER BY f.id) - 1) / 200 AS batch
            FROM former AS f
           WHERE f.org_id IN (SELECT o.org_id FROM (SELECT DISTINCT org_id FROM former) AS o
                               WHERE webhook_is_wanted(o.org_id, 'product.deleted'))) AS g
   GROUP BY g.org_id, g.batch;
  RETURN NULL;
END $$;
CREATE TRIGGER told AFTER DELETE ON products REFERENCING OLD TABLE AS former
  FOR EACH STATEMENT EXECUTE FUNCTION tell_of_deleted_products();
