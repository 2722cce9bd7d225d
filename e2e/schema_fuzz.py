"""Schemathesis against a real server, as everybody who may call it: make test-contract.

python -m e2e.schema_fuzz PROGRAM [--seconds N] [--roles …]

PROGRAM is the schemathesis command. All phases; every answer must be one that the contract knows, none a failure of the
server, and none may pass over who asks. The seconds are shared out among the roles.
"""

import argparse
import subprocess
import sys

from e2e import shop
from e2e.likeness import NO_LIMITS, Server

ROLES = ("owner", "admin", "editor", "viewer", "operator", "nobody")
CHECKS = ("not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,"
          "response_schema_conformance,unsupported_method,allow_header_conformance,ignored_auth")
# A stream does not end, the next ones would end what the others stand on, and the last takes lines, which Schemathesis cannot write.
LEFT_OUT = ("watchImport", "deleteOrg", "eraseOrg", "logout", "changePassword", "changeProducts")


def headers_of(server: Server, role: str, org_id: str) -> list[str]:
    """What a request of the role carries."""
    if role == "nobody":
        return ["Authorization: Bearer nobody"]  # with none at all Schemathesis tries to sign up
    if role == "operator":
        return [f"Authorization: Bearer {server.token}", "Likeness-Org: shop"]
    client = server.make_user(org_id, f"{role}@fuzz.example", role)
    return [f"Authorization: Bearer {client.token}"]


def run(program: str, server: Server, headers: list[str], seconds: int) -> subprocess.CompletedProcess:
    command = [program, "run", f"{server.url}/v1/openapi.json", "--max-time", str(seconds), "--checks", CHECKS,
               "--phases", "examples,coverage,fuzzing,stateful", "--continue-on-failure", "--workers", "2",
               "--request-timeout", "60", "--suppress-health-check", "all", "--warnings", "off", "--no-color"]
    for header in headers:
        command += ["--header", header]
    for operation in LEFT_OUT:
        command += ["--exclude-operation-id", operation]
    return subprocess.run(command, capture_output=True, text=True, timeout=seconds * 4 + 300, check=False)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m e2e.schema_fuzz", description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--roles", nargs="+", default=ROLES, choices=ROLES)
    options = parser.parse_args()
    failed = 0
    with Server(**NO_LIMITS) as server:
        shop.open_shop(server)
        org_id = next(org["id"] for org in server.client().get("/v1/orgs").json()["orgs"] if org["slug"] == "shop")
        for role in options.roles:
            done = run(options.program, server, headers_of(server, role, org_id), options.seconds // len(options.roles))
            failed += done.returncode != 0
            print(f"=== {role}: {'failed' if done.returncode else 'passed'}\n{done.stdout[-12000:] if done.returncode else done.stdout[-1500:]}"
                  f"{done.stderr[-2000:]}", flush=True)
            if server.client(token="").get("/readyz").status != 200:
                raise AssertionError("the server is not ready any more")
    print(f"{len(options.roles) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
