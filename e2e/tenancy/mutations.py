"""Protections that are taken away one at a time: each time, the attack must notice.

Row-level security is taken from one table while the program's conditions are gone, and one statement loses its org
condition while row-level security is gone; so it is always the one protection that is left that is missing.
"""

import contextlib
import re

from e2e.durability.database import Session
from e2e.tenancy.fingerprints import tables
from e2e.tenancy.postgres_proxy import PostgresProxy

EVERY_STATEMENT = re.compile(rb".")

# Tables whose policy is the last protection of what some route shows or changes. Not query_images: its rows are asked for by who
# uploaded them as well, and nobody is that in two orgs.
POLICIES = ["products", "images", "imports", "sources", "jobs", "api_keys", "invitations", "memberships", "org_operations",
            "webhooks"]

# Statements, by words that only they hold, whose condition is the last protection. What changes or deletes something is not among
# them: it reads first, for the audit log, and so has two.
CONDITIONS = {
    "an image": rb"FROM images AS i LEFT JOIN jobs",
    "an import": rb"FROM imports AS i JOIN sources",
    "a feed": rb"FROM sources AS s",
    "dead letters": rb"FROM jobs AS j LEFT JOIN images",
    "an API key": rb"^SELECT .*FROM api_keys WHERE org_id = \$1 AND id",
    "a webhook": rb"^SELECT .*FROM webhooks WHERE org_id = \$1 AND id = \$2",
    "the list of invitations": rb"^SELECT .*FROM invitations WHERE org_id = \$1 AND expires_at",
    "the list of API keys": rb"^SELECT .*FROM api_keys WHERE org_id = \$1 AND \(\$2",
    "the list of webhooks": rb"^SELECT .*FROM webhooks WHERE org_id = \$1 AND \(",
    "the audit log": rb"FROM audit_log AS l",
    "exports and clones": rb"FROM org_operations",
    "members": rb"FROM memberships AS m JOIN users",
}


@contextlib.contextmanager
def without_conditions(proxy: PostgresProxy, pattern: re.Pattern[bytes] = EVERY_STATEMENT):
    """Meanwhile the server's statements that fit have no org condition."""
    proxy.opened = pattern
    try:
        yield
    finally:
        proxy.opened = None


@contextlib.contextmanager
def without_row_security(session: Session, names: list[str] | None = None):
    """Meanwhile row-level security is off for these tables, or for all."""
    names = names or tables(session)
    for name in names:
        session.rows(f"ALTER TABLE {name} DISABLE ROW LEVEL SECURITY")
    try:
        yield
    finally:
        for name in names:
            session.rows(f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY")
