-- The planner's statistics come from autovacuum, up to a minute after an import: until then a catalogue that is new is taken
-- for a row or two, and joined pair by pair. Workers own no table, so they ask by this.
CREATE FUNCTION analyze_catalog() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  ANALYZE products, variants, images, jobs;
END $$;
REVOKE ALL ON FUNCTION analyze_catalog() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION analyze_catalog() TO likeness_worker;
