-- How people and programs come in: invitations, password resets, the set-up link of an empty server, API keys.
--
-- Each is known by a secret of at least 128 random bits, of which only the SHA-256 is kept. The secret comes before an org
-- is known, so tables without org_id map its hash to the org and the row; they are looked up by exact match only.

CREATE TABLE invitations (
  org_id uuid NOT NULL REFERENCES orgs ON DELETE CASCADE,
  id uuid NOT NULL,
  email text COLLATE "C" NOT NULL CHECK (email = lower(email)),
  role text NOT NULL CHECK (role IN ('owner', 'admin', 'editor', 'viewer')),
  invited_by text NOT NULL,  -- the principal
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, email)
);

CREATE TABLE invitation_tokens (
  token_sha256 text COLLATE "C" PRIMARY KEY,
  org uuid NOT NULL,
  invitation uuid NOT NULL,
  UNIQUE (org, invitation),
  FOREIGN KEY (org, invitation) REFERENCES invitations ON DELETE CASCADE
);

CREATE TABLE password_resets (
  token_sha256 text COLLATE "C" PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL
);
CREATE INDEX password_resets_by_user ON password_resets (user_id);

-- One row at most: the link that the newest start of an empty server has printed.
CREATE TABLE setup_links (
  token_sha256 text COLLATE "C" PRIMARY KEY,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE api_keys (
  org_id uuid NOT NULL REFERENCES orgs ON DELETE CASCADE,
  id uuid NOT NULL,
  name text COLLATE "C" NOT NULL,
  scopes text[] NOT NULL CHECK (scopes <@ ARRAY['search', 'ingest', 'admin'] AND cardinality(scopes) > 0),
  allowed_origins text[] NOT NULL,
  created_by text NOT NULL,  -- the principal
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz,
  last_used_at timestamptz,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, name)
);

CREATE TABLE api_key_secrets (
  key_sha256 text COLLATE "C" PRIMARY KEY,
  org uuid NOT NULL,
  api_key uuid NOT NULL,
  UNIQUE (org, api_key),
  FOREIGN KEY (org, api_key) REFERENCES api_keys ON DELETE CASCADE
);

-- A browser asks whether an origin is allowed before it sends the key: preflights are answered from here.
CREATE TABLE api_key_origins (
  origin text COLLATE "C" NOT NULL,
  org uuid NOT NULL,
  api_key uuid NOT NULL,
  PRIMARY KEY (origin, org, api_key),
  FOREIGN KEY (org, api_key) REFERENCES api_keys ON DELETE CASCADE
);
CREATE INDEX api_key_origins_by_key ON api_key_origins (org, api_key);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['invitations', 'api_keys'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format($policy$CREATE POLICY org_isolation ON %I
      USING (org_id = nullif(current_setting('app.org', true), '')::uuid)
      WITH CHECK (org_id = nullif(current_setting('app.org', true), '')::uuid)$policy$, name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO likeness_app', name);
  END LOOP;
END $$;
GRANT SELECT, INSERT, DELETE ON invitation_tokens, password_resets, setup_links, api_key_secrets, api_key_origins
  TO likeness_app;
