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

# Tables whose policy is the last protection of what some route shows.
POLICIES = ["products", "variants", "images", "imports", "import_faults", "sources", "feed_pulls", "jobs", "regions",
            "query_images"]

# Statements, by words that only they hold, whose condition is the last protection.
CONDITIONS = {
    "a product by id": rb"FROM products AS p .*p\.id = ",
    "the list of products": rb"FROM products AS p .*ORDER BY p\.id LIMIT",
    "an image": rb"FROM images AS i LEFT JOIN jobs",
    "an import": rb"FROM imports AS i JOIN sources",
    "an import's faults": rb"FROM import_faults",
    "files that an import waits for": rb"FROM images .*location",
    "a feed": rb"FROM sources AS s",
    "the pulls of a feed": rb"FROM feed_pulls AS p",
    "dead letters": rb"FROM jobs AS j LEFT JOIN images",
    "words of products": rb"FROM products.*(ts_rank|word_similarity|search_document)",
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
