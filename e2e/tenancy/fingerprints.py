"""What the database holds of an org, in one line a table."""

from e2e.durability.database import Session, org_uuid

# Rows that the server itself writes as time passes, whoever asks.
RESTLESS = {"audit_log", "audit_personal_values", "audit_heads", "query_days"}


def tables(session: Session) -> list[str]:
    """Every table whose rows belong to orgs."""
    return [name for name, in session.rows(
        "SELECT table_name FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)"
        " WHERE table_schema = 'public' AND column_name = 'org_id' AND table_type = 'BASE TABLE' ORDER BY 1")]


def fingerprint(session: Session, org_id: str) -> dict[str, str]:
    """Number and hash of the org's rows by table."""
    found = {}
    for table in tables(session):
        if table not in RESTLESS:
            found[table] = session.rows(
                f"SELECT count(*), md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {table} AS t"
                f" WHERE org_id = '{org_uuid(org_id)}'")[0]
    return found


def differences(before: dict, after: dict) -> list[str]:
    return [f"{table}: {before.get(table)} became {after.get(table)}" for table in before | after
            if before.get(table) != after.get(table)]
