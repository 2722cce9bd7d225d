"""Announces the steps of a run and keeps their seconds."""

import time
from contextlib import contextmanager
from typing import Iterator


class StepClock:
    """Measures named steps, in order; a step that was measured elsewhere is added by `add`."""

    def __init__(self) -> None:
        self.steps: list[tuple[str, float]] = []

    def add(self, name: str, seconds: float) -> None:
        """Records a step that is over."""
        self.steps.append((name, seconds))

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Announces a step, runs the block, and records how long it took, also when it fails."""
        print(f"== {name}", flush=True)
        start = time.monotonic()
        try:
            yield
        finally:
            self.add(name, time.monotonic() - start)

    def table(self) -> str:
        """The steps with their seconds, and the sum."""
        rows = [*self.steps, ("together", sum(seconds for _, seconds in self.steps))]
        width = max(len(name) for name, _ in rows)
        return "\n".join(f"   {name:<{width}}  {seconds:7.1f} s" for name, seconds in rows)
