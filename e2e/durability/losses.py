"""NATS's directory removed and Redis emptied in the middle of an import."""

import re
import shutil
import socket

from e2e.durability.catalogues import Catalogue
from e2e.durability.importing import Importing, counts
from e2e.likeness import Server


def flush_redis(server: Server) -> None:
    """FLUSHALL over the private socket; returns when Redis has done it."""
    path = next(found[0] for command in server.remember_children().values()
                if (found := re.search(r"/\S+/redis\.sock", command)))
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(10)
        connection.connect(path)
        connection.sendall(b"FLUSHALL SYNC\r\n")
        answer = connection.recv(100)
    if answer != b"+OK\r\n":
        raise AssertionError(f"Redis does not flush: {answer!r}")


def import_that_loses(server: Server, org: str, catalogue: Catalogue, say) -> str:
    """Imports while NATS loses its directory and Redis, twice, what it holds; returns the org's id."""
    importing = Importing(server, org, catalogue.feed)
    try:
        for share in (0.2, 0.5):
            state = importing.wait_until(lambda state, share=share: state["images"]["done"] >= share * catalogue.photos)
            if state["state"] != "working":
                raise AssertionError("the import was through before anything was lost")
            shutil.rmtree(server.data / "nats", ignore_errors=True)
            flush_redis(server)
            say(f"directory of NATS removed and Redis flushed at {counts(state)}")
        importing.finish()
    finally:
        importing.stop()
    return importing.org_id
