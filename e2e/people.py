"""What tests of people share: signing in, links, doing things at once."""

import concurrent.futures
import urllib.parse

from e2e.likeness import PASSWORD, Server

OTHER_PASSWORD = "violet-anchor-meadow-73"


def token_of(link: str) -> str:
    return urllib.parse.urlsplit(link).fragment.removeprefix("token=")


def sign_in(server: Server, address: str, password: str = PASSWORD, org: str = ""):
    """The answer of the login, and a client with its token where there is one."""
    body = {"email": address, "password": password} | ({"org": org} if org else {})
    answer = server.client(token="").post("/v1/auth/login", body)
    return answer, server.client(token=answer.json().get("access_token", "none"))


def at_once(tasks: list) -> list:
    with concurrent.futures.ThreadPoolExecutor(len(tasks)) as pool:
        return [future.result() for future in [pool.submit(task) for task in tasks]]
