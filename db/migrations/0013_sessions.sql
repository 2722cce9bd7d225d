-- Who is signed in. Sessions and refresh tokens are looked up before an org is known, so they have no org_id; the
-- look-ups are by exact match.

CREATE TABLE sessions (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  acting_org uuid REFERENCES orgs ON DELETE SET NULL,  -- that the last access token was for
  created_at timestamptz NOT NULL DEFAULT now(),
  used_at timestamptz NOT NULL DEFAULT now(),          -- sign-in or last refresh
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  peer text NOT NULL,
  user_agent text NOT NULL
);
CREATE INDEX sessions_by_user ON sessions (user_id, used_at);
CREATE INDEX sessions_by_org ON sessions (acting_org);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

-- All tokens of one session are one family. One of them is unused; a used one that comes back ends the session, but for
-- a few seconds in which its successor, sealed under the server's key, is given out once more.
CREATE TABLE refresh_tokens (
  sha256 text COLLATE "C" PRIMARY KEY CHECK (length(sha256) = 64),
  session_id uuid NOT NULL REFERENCES sessions ON DELETE CASCADE,
  made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  used_at timestamptz,
  successor_sealed bytea
);
CREATE INDEX refresh_tokens_by_session ON refresh_tokens (session_id, made_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON sessions, refresh_tokens TO likeness_app;
