"""The long durability run: `make test-durability`, or python -m e2e.durability [--seed N] [--photos N] [--kills N].

Imports both feeds of ../shared/data and thousands of small photos while the server, its Postgres, Redis and NATS are
killed again and again, then holds what is there against imports that were left in peace."""

import argparse
import collections
import os
import random
import signal
import sys
import time

from e2e.durability import audit, catalogues, losses, victims
from e2e.durability.photo_files import PhotoFiles
from e2e.durability.storm import AIMED, COMMIT, EMBED, FETCH, INDEX, Storm, plan, table
from e2e.likeness import ROOT, Server, free_port

LOG = ROOT / "build/durability.log"
AIMED_MIN = 3  # kills that must have hit each of the aimed stages
SHARE_OF_FEED = 0.22  # of all kills, for each feed of ../shared/data
SPARE = 4  # blows more than are asked for: an import may be through before its last

results: list[tuple[str, list[str]]] = []


def say(text: str) -> None:
    print(f"{time.strftime('%H:%M:%S')}  {text}", flush=True)


def check(name: str, faults: list[str]) -> None:
    results.append((name, faults))
    say(f"{'passed' if not faults else 'FAILED'}: {name}")
    for fault in faults[:10]:
        say(f"    {fault}")


def gather(server: Server, photos: int, host: PhotoFiles) -> list[catalogues.Catalogue]:
    """The small ones first."""
    found = [catalogues.of_shared_data(name) for name in ("grocery", "clothing")]
    if None in found:
        say(f"left out: {catalogues.SHARED} is not there, so that its feeds are not imported")
    return [*filter(None, found), catalogues.of_fashion(host.directory, photos, host.url)]


def storm(server: Server, catalogue, count: int, chance: random.Random, tally, host: PhotoFiles) -> None:
    """One import in peace, one in the storm, and the comparison."""
    calm, stormy = f"calm-{catalogue.name}", f"stormy-{catalogue.name}"
    server.make_org(calm)
    began = time.monotonic()
    server.import_feed(catalogue.feed, calm, timeout_s=1200)
    say(f"{catalogue.name}: {catalogue.products} products with {catalogue.photos} photos imported in peace in "
        f"{time.monotonic() - began:.0f} s")
    is_remote = catalogue.name == "fashion"
    aims = [EMBED, INDEX, COMMIT] + [FETCH, FETCH, FETCH, FETCH, EMBED, EMBED, INDEX, INDEX, COMMIT, COMMIT,
                                     COMMIT] * is_remote
    began = time.monotonic()
    running = Storm(server, catalogue, stormy, tally, say, host if is_remote else None)
    running.run(plan(chance, max(count, len(aims) + 1), aims))
    say(f"{catalogue.name}: imported in the storm in {time.monotonic() - began:.0f} s")
    for name, faults in audit.faults(server, running.importing.org_id, stormy, calm, catalogue).items():
        check(f"{catalogue.name}: {name} after the storm", faults)
    victims.kill(server, victims.EVERYTHING)
    victims.recover(server, victims.EVERYTHING)
    check(f"{catalogue.name}: answers after another start", audit.faults_of_the_answers(server, stormy, calm, catalogue))


def lose(server: Server, catalogue, host: PhotoFiles) -> None:
    """NATS's directory and Redis's contents go in mid-import."""
    org_id = losses.import_that_loses(server, "forgetful", catalogue, say)
    for name, faults in audit.faults(server, org_id, "forgetful", f"calm-{catalogue.name}", catalogue).items():
        check(f"{catalogue.name}: {name} after NATS and Redis lost everything", faults)


def check_coverage(tally: collections.Counter, kills: int) -> None:
    short = [f"only {count} kills in {stage}" for stage in AIMED
             if (count := sum(tally[stage, victim] for victim in victims.ALL)) < AIMED_MIN]
    short += [f"no {victim} was killed" for victim in victims.ALL if not any(of == victim for _, of in tally)]
    if tally.total() < kills:
        short.append(f"only {tally.total()} kills of {kills}")
    check(f"{tally.total()} kills, at least {AIMED_MIN} in each of {', '.join(AIMED)}", short)


def run(options: argparse.Namespace) -> None:
    chance = random.Random(options.seed)
    tally: collections.Counter = collections.Counter()
    server = Server(server__port=free_port(), ingest__lease_s=3, ingest__sweep_ms=300, ingest__poll_ms=300,
                    ingest__rows_per_batch=100, ingest__tries_max=20, ingest__backoff_max_s=3,
                    download__allow_loopback=True, search__result_minutes=1)
    host = PhotoFiles(server.directory / "fashion")
    try:
        server.start()
        found = gather(server, options.photos, host)
        feeds = len(found) - 1
        for catalogue in found:
            share = SHARE_OF_FEED if catalogue is not found[-1] else 1 - feeds * SHARE_OF_FEED
            storm(server, catalogue, round(options.kills * share) + SPARE, chance, tally, host)
        lose(server, found[0], host)
        check_coverage(tally, options.kills)
    except Exception as error:  # what went wrong is a result like the others
        check("the run", [f"{type(error).__name__}: {error}"])
        LOG.write_text(server.log())
        say(f"the server's log is in {LOG}")
    finally:
        if tally:
            print(f"\nKills by stage and victim\n{table(tally)}\n", flush=True)
        host.close()
        server.close()


def main() -> int:
    parser = argparse.ArgumentParser(prog="make test-durability", description=__doc__)
    parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(3)), help="draws moments and victims")
    parser.add_argument("--photos", type=int, default=5000, help="of clothing, at most 10,000")
    parser.add_argument("--kills", type=int, default=60)
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    say(f"seed {options.seed}, {options.photos} photos, {options.kills} kills")
    began = time.monotonic()
    run(options)
    failed = sum(bool(faults) for _, faults in results)
    say(f"took {time.monotonic() - began:.0f} s")
    print(f"{len(results) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
