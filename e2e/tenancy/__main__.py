"""make test-tenancy: at least 100,000 attempts, each protection by itself, and each of twenty taken away.

python -m e2e.tenancy [--attempts N] [--alone N] [--mutations all|none]
"""

import argparse
import re
import sys
import time

from e2e.durability.database import Session
from e2e.tenancy.campaign import Campaign
from e2e.tenancy.mutations import CONDITIONS, POLICIES, without_conditions, without_row_security
from e2e.tenancy.postgres_proxy import PostgresProxy

SHOWN_MAX = 10


class Report:
    """Prints as it goes; the last line counts."""

    def __init__(self) -> None:
        self.passed = self.failed = 0

    def line(self, good: bool, text: str) -> None:
        self.passed, self.failed = self.passed + good, self.failed + (not good)
        print(("ok      " if good else "FAILED  ") + text, flush=True)

    def attack(self, name: str, campaign: Campaign, attempts: int) -> None:
        """Nothing may be found, and nothing changed."""
        began = time.monotonic()
        tell = lambda sent, seconds: print(f"        {name}: {sent} attempts, {sent / seconds:.0f}/s", flush=True)  # noqa: E731
        judge = campaign.attack(attempts, tell=tell)
        answers = ", ".join(f"{kind} {status}: {count}" for (kind, status), count in sorted(judge.statuses.items()))
        self.line(not judge.leaks and not campaign.changes,
                  f"{name}: {campaign.sent} attempts in {time.monotonic() - began:.0f} s, {len(judge.leaks)} leaks,"
                  f" {len(campaign.changes)} tables of the other org changed ({answers})")
        for leak in judge.leaks[:SHOWN_MAX]:
            print(f"    {leak}")
        for change in campaign.changes[:SHOWN_MAX]:
            print(f"    {change}")

    def mutation(self, name: str, campaign: Campaign, attempts: int) -> None:
        """Something must be found."""
        judge = campaign.attack(attempts, stop_at_first=True)
        found = judge.leaks[0].what if judge.leaks else campaign.changes[0] if campaign.changes else ""
        self.line(bool(found), f"without {name}: " + (f"noticed after {campaign.sent} attempts ({found})" if found else
                                                      f"{campaign.sent} attempts noticed nothing"))


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m e2e.tenancy", description=__doc__.splitlines()[0])
    parser.add_argument("--attempts", type=int, default=100_000, help="with everything in place")
    parser.add_argument("--alone", type=int, default=10_000, help="with one of the two protections; and at most, for each mutation")
    parser.add_argument("--mutations", choices=["all", "none"], default="all")
    options = parser.parse_args()
    report = Report()
    with Campaign() as campaign:
        missing = campaign.without_fixtures()
        report.line(not missing, f"the other org has something for every path parameter{': but ' + ', '.join(missing) if missing else ''}")
        report.attack("both protections", campaign, options.attempts)
        with PostgresProxy(campaign.server) as proxy, Session(campaign.server) as session:
            with without_row_security(session):
                report.attack("the program's conditions alone", campaign, options.alone)
            with without_conditions(proxy):
                report.attack("row-level security alone", campaign, options.alone)
            report.line(proxy.rewritten > 0, f"{proxy.rewritten} conditions were taken out for that")
            if options.mutations == "all":
                for table in POLICIES:
                    with without_conditions(proxy), without_row_security(session, [table]):
                        report.mutation(f"the policy of {table}", campaign, options.alone)
                for name, pattern in CONDITIONS.items():
                    with without_row_security(session), without_conditions(proxy, re.compile(pattern, re.DOTALL)):
                        report.mutation(f"the condition on {name}", campaign, options.alone)
    print(f"{report.passed} passed, {report.failed} failed")
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
