"""What must be true of an org when its import is through, whatever was killed meanwhile. Each check returns its faults."""

import hashlib
import pathlib

from e2e.durability.catalogues import Catalogue
from e2e.durability.database import Session, data_of, org_uuid
from e2e.likeness import Server

# What must be counted zero in an org ({org} is its uuid).
NOTHING_OF = {
    "photos without exactly one vector of the whole, and scenes with one that they should not have or without one":
        "SELECT count(*) FROM images AS i WHERE i.org_id = '{org}' AND (i.role <> 'lifestyle' OR NOT EXISTS (SELECT FROM"
        " images AS o WHERE o.org_id = i.org_id AND o.product_id = i.product_id AND o.role <> 'lifestyle') AND NOT EXISTS"
        " (SELECT FROM regions AS r WHERE r.org_id = i.org_id AND r.image_id = i.id))::int <> (SELECT count(*) FROM"
        " embeddings AS e WHERE e.org_id = i.org_id AND e.image_id = i.id AND e.level = 'image')",
    "regions without exactly one vector":
        "SELECT count(*) FROM regions AS r WHERE r.org_id = '{org}' AND 1 <> (SELECT count(*) FROM embeddings AS e"
        " WHERE e.org_id = r.org_id AND e.region_id = r.id)",
    "products without exactly one vector of their words":
        "SELECT count(*) FROM products AS p WHERE p.org_id = '{org}' AND 1 <> (SELECT count(*) FROM embeddings AS e"
        " WHERE e.org_id = p.org_id AND e.product_id = p.id AND e.level = 'text')",
    "vectors whose photo, region or product is not there":
        "SELECT count(*) FROM embeddings AS e WHERE e.org_id = '{org}' AND (NOT EXISTS (SELECT FROM products AS p"
        " WHERE p.org_id = e.org_id AND p.id = e.product_id) OR (e.image_id IS NOT NULL AND NOT EXISTS (SELECT FROM"
        " images AS i WHERE i.org_id = e.org_id AND i.id = e.image_id AND i.product_id = e.product_id)) OR"
        " (e.region_id IS NOT NULL AND NOT EXISTS (SELECT FROM regions AS r WHERE r.org_id = e.org_id AND"
        " r.id = e.region_id AND r.image_id = e.image_id)))",
    "photos that are not understood as they are here":
        "SELECT count(*) FROM images WHERE org_id = '{org}' AND (content_sha256 = '' OR"
        " content_sha256 <> understood_sha256 OR width_px = 0 OR phash IS NULL)",
    "products that are there twice":
        "SELECT count(*) FROM (SELECT FROM products WHERE org_id = '{org}' GROUP BY external_id HAVING count(*) > 1) AS d",
    "jobs that are not done": "SELECT count(*) FROM jobs WHERE org_id = '{org}' AND state <> 'done'",
    "imports that are not done": "SELECT count(*) FROM imports WHERE org_id = '{org}' AND state <> 'done'",
}
# Object keys that something in the database owns.
OWNED = """
  SELECT 'originals/' || left(content_sha256, 2) || '/' || content_sha256 FROM images WHERE org_id = '{org}'
  UNION SELECT 'thumbnails/' || left(content_sha256, 2) || '/' || content_sha256 || '-' || side || '.webp'
          FROM images, unnest(ARRAY[160, 480, 1200]) AS side WHERE org_id = '{org}'
  UNION SELECT object_key FROM imports WHERE org_id = '{org}'
  UNION SELECT object_key FROM query_images WHERE org_id = '{org}'"""
SCORE_DIFFERENCE_MAX = 1e-5


def faults_of_the_database(server: Server, org_id: str) -> list[str]:
    """Every photo has its vectors, no vector is without photo, nothing is left undone."""
    org = org_uuid(org_id)
    with Session(server) as session:
        found = {name: int(session.value(query.format(org=org))) for name, query in NOTHING_OF.items()}
    return [f"{count} {name}" for name, count in found.items() if count]


def faults_of_the_objects(server: Server, org_id: str) -> list[str]:
    """No object without owner, no owner without object, each original whole."""
    with Session(server) as session:
        owned = {key for key, in session.rows(OWNED.format(org=org_uuid(org_id)).replace("\n", " "))}
    root = data_of(server, org_id)
    there = {str(file.relative_to(root)) for file in root.rglob("*") if file.is_file()}
    faults = [f"object {key} has no owner" for key in sorted(there - owned)]
    faults += [f"object {key} is not there" for key in sorted(owned - there)]
    faults += [f"object {key} is not what its name says" for key in sorted(there & owned)
               if key.startswith("originals/") and not _is_whole(root / key)]
    return faults


def _is_whole(file: pathlib.Path) -> bool:
    return hashlib.sha256(file.read_bytes()).hexdigest() == file.name


def faults_of_the_answers(server: Server, org: str, calm: str, catalogue: Catalogue) -> list[str]:
    """The org holds the feed's products once each, and answers like one whose import was left in peace."""
    client, other = server.client(org), server.client(calm)
    faults = []
    ids, wanted_ids = (sorted(product["external_id"] for product in c.products()) for c in (client, other))
    if ids != wanted_ids or len(ids) != catalogue.products:
        faults.append(f"{len(ids)} products, not the {catalogue.products} of the feed")
    index, wanted = client.get("/v1/index").json(), other.get("/v1/index").json()
    if index["vectors"] != index["stored_vectors"]:
        faults.append(f"{index['vectors']} vectors can be searched, {index['stored_vectors']} are stored")
    faults += [f"{index[name]} {name}, not {wanted[name]}" for name in ("vectors", "stored_vectors", "products")
               if index[name] != wanted[name]]
    for number, photo in enumerate(catalogue.queries):
        answers = [_scores(c, photo) for c in (client, other)]
        if not answers[0] or not _are_same(*answers):
            faults.append(f"query {number}: {answers[0]}, in peace {answers[1]}")
    return faults


def _scores(client, photo: bytes) -> dict[str, float]:
    hits = client.search("image", query_image_id=client.query_image(photo), limit=10)["hits"]
    return {hit["product"]["external_id"]: hit["score"] for hit in hits}


def _are_same(left: dict[str, float], right: dict[str, float]) -> bool:
    """Same products with the same scores; of several that share the last score any may be named."""
    last = max(min(left.values()), min(right.values())) + SCORE_DIFFERENCE_MAX
    sure = [{name for name, score in answer.items() if score > last} for answer in (left, right)]
    close = all(abs(a - b) <= SCORE_DIFFERENCE_MAX
                for a, b in zip(sorted(left.values()), sorted(right.values()), strict=False))
    return sure[0] == sure[1] and len(left) == len(right) and close


def faults(server: Server, org_id: str, org: str, calm: str, catalogue: Catalogue) -> dict[str, list[str]]:
    """All checks by name."""
    return {"database": faults_of_the_database(server, org_id), "objects": faults_of_the_objects(server, org_id),
            "answers": faults_of_the_answers(server, org, calm, catalogue)}
