-- Prepares a database of an existing cluster for Likeness. Run once, as a superuser, connected to that database:
--
--   createdb likeness
--   psql -d likeness -v owner_password=… -v app_password=… -v worker_password=… -f db/roles.sql
--
-- Afterwards `likeness migrate` connects as likeness_owner, the server as likeness_app and likeness_worker. Running it
-- again only sets the passwords anew.
\set ON_ERROR_STOP on

-- likeness_owner owns the tables and migrates them; likeness_app answers requests; likeness_worker works off jobs.
-- The last two own nothing and are held to one org at a time by row-level security.
SELECT format('CREATE ROLE %I', name)
  FROM unnest(ARRAY['likeness_owner', 'likeness_app', 'likeness_worker']) AS name
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name)
\gexec
ALTER ROLE likeness_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS
  PASSWORD :'owner_password';
ALTER ROLE likeness_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS
  PASSWORD :'app_password';
ALTER ROLE likeness_worker LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS
  PASSWORD :'worker_password';

ALTER DATABASE :"DBNAME" OWNER TO likeness_owner;
REVOKE ALL ON DATABASE :"DBNAME" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"DBNAME" TO likeness_app, likeness_worker;
ALTER SCHEMA public OWNER TO likeness_owner;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- Under row-level security Postgres uses an index only for operators that it trusts not to reveal rows through errors
-- ("leakproof"). These three compare, and neither throw nor log what they saw; without the mark word search stays
-- right but reads every product of the org.
ALTER FUNCTION pg_catalog.ts_match_vq(tsvector, tsquery) LEAKPROOF;
ALTER FUNCTION public.word_similarity_op(text, text) LEAKPROOF;
ALTER FUNCTION public.word_similarity_commutator_op(text, text) LEAKPROOF;
