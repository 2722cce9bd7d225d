-- Workers share themselves among orgs, and small updates go before bulk.

-- 0: small, 1: bulk; within one org and across all.
ALTER TABLE jobs ADD COLUMN priority smallint NOT NULL DEFAULT 0 CHECK (priority IN (0, 1));

-- A claim walks from org to org by skipping in these, however long the queue of one org is.
CREATE INDEX jobs_due_by_org ON jobs (unit, priority, org_id, run_after, id) WHERE state = 'queued' AND kind <> 'feed';
CREATE INDEX feeds_due_by_org ON jobs (org_id, run_after, id) WHERE state = 'queued' AND kind = 'feed';
CREATE INDEX jobs_dead ON jobs (org_id, id) WHERE state = 'dead';
DROP INDEX jobs_due;

-- Claimed rows leave dead entries at the head of each queue: they are cleared away early.
ALTER TABLE jobs SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
