"""kill -9 of the server, of everything, of one service or of one backend, and waiting until all is back."""

import os
import random
import signal
import time

from e2e import processes
from e2e.durability.database import Session, wait_until_open
from e2e.likeness import Server

SERVER = "server"
EVERYTHING = "everything"
POSTMASTER = "postgres"
BACKEND = "one backend"
REDIS = "redis-server"
NATS = "nats-server"
ALL = (SERVER, EVERYTHING, POSTMASTER, BACKEND, REDIS, NATS)
BACK_S = 60


def kill(server: Server, victim: str, backend: int | None = None) -> None:
    """Returns at once; recover() brings back what does not come by itself. Names no backend: any that serves us."""
    if victim == SERVER:
        server.kill()
    elif victim == EVERYTHING:
        children = server.remember_children()
        server.kill()
        processes.kill_all(children)
    elif victim == BACKEND:
        os.kill(backend or _some_backend(server), signal.SIGKILL)
    else:
        os.kill(_child(server, victim), signal.SIGKILL)


def recover(server: Server, victim: str) -> None:
    """Returns when the server is ready again."""
    if victim == EVERYTHING:
        processes.wait_until_reaped(server.seen, 10)
    if victim in (SERVER, EVERYTHING):
        server.seen.clear()
        server.start()
        return
    wait_until_open(server, BACK_S)
    end = time.monotonic() + BACK_S
    while server.client(token="").get("/readyz").status != 200:
        if time.monotonic() > end:
            raise AssertionError(f"the server is not ready after its {victim} was killed")
        time.sleep(0.05)


def _some_backend(server: Server) -> int:
    with Session(server) as session:
        return random.choice(session.backends() or [_child(server, POSTMASTER)])


def _child(server: Server, name: str) -> int:
    """Process id of a service, waiting for one that is just being started again."""
    end = time.monotonic() + BACK_S
    while True:
        try:
            return server.child(name)
        except AssertionError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
