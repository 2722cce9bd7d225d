"""Imports one catalogue while things are killed, at stages chosen on purpose and at moments drawn by chance."""

import collections
import contextlib
import dataclasses
import random
import time

from e2e.durability import stages, victims
from e2e.durability.catalogues import Catalogue
from e2e.durability.database import DatabaseAway
from e2e.durability.importing import ENDED, Importing, counts
from e2e.durability.photo_files import PhotoFiles
from e2e.likeness import Server

FETCH, EMBED, INDEX, COMMIT, FEED, ANYWHERE = "fetch", "embed", "index", "commit", "feed", "anywhere"
AIMED = (FETCH, EMBED, INDEX, COMMIT)
# Only those whose death ends the work that is in the stage.
VICTIMS = {FETCH: (victims.SERVER, victims.EVERYTHING), EMBED: (victims.SERVER, victims.EVERYTHING),
           INDEX: (victims.SERVER, victims.EVERYTHING, victims.POSTMASTER, victims.BACKEND),
           COMMIT: (victims.BACKEND, victims.EVERYTHING, victims.POSTMASTER, victims.BACKEND),
           FEED: (victims.SERVER, victims.EVERYTHING), ANYWHERE: victims.ALL}


@dataclasses.dataclass
class Blow:
    """One kill to come: when so much of the import is done, at this stage, of this victim."""

    share: float
    stage: str
    victim: str


def plan(chance: random.Random, count: int, aims: list[str]) -> list[Blow]:
    """The aims and, up to the count, blows anywhere, in order of progress. Photos are fetched long before most are
    understood, so that aims at the fetch stage come early."""
    wanted = aims + [ANYWHERE] * (count - len(aims) - 1)
    drawn = sorted((chance.uniform(0.01, 0.035 if stage == FETCH else 0.93), stage) for stage in wanted)
    turns = {stage: chance.sample(VICTIMS[stage], len(VICTIMS[stage])) for stage in VICTIMS}
    blows = [Blow(0.0, FEED, turns[FEED][0])]
    for share, stage in drawn:
        blows.append(Blow(share, stage, turns[stage][sum(b.stage == stage for b in blows) % len(turns[stage])]))
    return blows


class Storm:
    """Strikes blow after blow; the tally counts those that hit, by stage and victim."""

    def __init__(self, server: Server, catalogue: Catalogue, org: str, tally: collections.Counter, say,
                 host: PhotoFiles | None = None):
        self.server, self.catalogue, self.tally, self.say, self.host = server, catalogue, tally, say, host
        self.importing = Importing(server, org, catalogue.feed)

    def run(self, blows: list[Blow]) -> None:
        """Returns when the import is done; raises where anything is lost or stands still."""
        try:
            for blow in blows:
                state = self.importing.wait_until(lambda state, blow=blow: self._is_due(state, blow))
                if state["state"] in ENDED:
                    self.say(f"{self.catalogue.name}: through before the next blow")
                    break
                self._strike(blow, state)
            self.importing.finish(timeout_s=600)
        finally:
            self.importing.stop()

    def _is_due(self, state: dict, blow: Blow) -> bool:
        if blow.stage == FEED:
            return state["rows"]["read"] > 0 or state["state"] != "reading"
        return state["state"] == "working" and state["images"]["done"] >= blow.share * self.catalogue.photos

    def _hold(self, stage: str):
        if stage == FETCH and self.host:
            return stages.in_fetch(self.host)
        if stage == EMBED:
            return stages.in_embed(self.server, self.importing.org)
        if stage == INDEX:
            return stages.in_index(self.server)
        return stages.in_commit(self.server) if stage == COMMIT else contextlib.nullcontext("")

    def _strike(self, blow: Blow, state: dict) -> None:
        before = state["images"]["done"]
        stage = self._kill(blow, state)
        began = time.monotonic()
        victims.recover(self.server, blow.victim)
        if blow.stage == COMMIT:
            stages.resume_commits(self.server)
        after = self.importing.wait_until(lambda _: True)
        self.tally[stage, blow.victim] += 1
        if after["images"]["done"] < before:
            raise AssertionError(f"{before} photos were done before the blow, {after['images']['done']} after it")
        self.say(f"           back after {time.monotonic() - began:.1f} s: {counts(after)}")

    def _kill(self, blow: Blow, state: dict) -> str:
        """Returns the stage that was hit."""
        stage, evidence = blow.stage, ""
        if stage == FEED:
            stage = FEED if state["state"] == "reading" else ANYWHERE
        try:
            with self._hold(blow.stage) as held:
                evidence = str(held)
                victims.kill(self.server, blow.victim, getattr(held, "pid", None))
                if stage == COMMIT and not held.still_under_way():
                    stage = ANYWHERE
        except (stages.StageNotReached, DatabaseAway) as missed:
            stage, evidence = ANYWHERE, f"aimed at {blow.stage}: {str(missed).strip()}"
            victims.kill(self.server, blow.victim)
        number = self.tally.total() + 1
        self.say(f"kill {number:3}  {blow.victim:12}  in {stage:8}  {self.catalogue.name}: {counts(state)}"
                 + (f"; {evidence}" if evidence else ""))
        return stage


def table(tally: collections.Counter) -> str:
    """Kills by stage and victim."""
    rows = [*AIMED, FEED, ANYWHERE]
    lines = [f"{'':10}" + "".join(f"{victim:>14}" for victim in victims.ALL) + f"{'all':>6}"]
    for stage in rows:
        line = [tally[stage, victim] for victim in victims.ALL]
        lines.append(f"{stage:10}" + "".join(f"{count:14}" for count in line) + f"{sum(line):6}")
    sums = [sum(tally[stage, victim] for stage in rows) for victim in victims.ALL]
    lines.append(f"{'all':10}" + "".join(f"{count:14}" for count in sums) + f"{sum(sums):6}")
    return "\n".join(lines)
