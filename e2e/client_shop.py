"""What the clients' tests find: a server with an org, somebody who may edit it, and a feed with its photos beside it."""

import contextlib

from e2e import shop
from e2e.likeness import PASSWORD, Server

EMAIL = "ann@shop.example"


@contextlib.contextmanager
def open_server():
    """Yields the server and the environment variables that say where everything is."""
    with Server() as server:
        org = server.make_org("shop")
        server.make_user(org, EMAIL, "editor")
        feed = shop.write_shop(server.directory / "shop")
        yield server, {"LIKENESS_TEST_URL": server.url, "LIKENESS_TEST_EMAIL": EMAIL, "LIKENESS_TEST_PASSWORD": PASSWORD,
                       "LIKENESS_TEST_FEED": str(feed)}
