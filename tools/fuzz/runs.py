"""A run of the fuzzer: bent files by the thousand, what became of them, and whatever broke, kept as a file each."""

from __future__ import annotations

import hashlib
import signal
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from tools.fuzz.makers import Bent
from tools.fuzz.targets import Target

SECONDS_FOR_ONE = 10
"""No file that anybody can send keeps the program busy for as long."""


class Hung(Exception):
    """A file kept the program busy for too long."""


@dataclass
class Run:
    """What a run met: by target how many files, by target and layer how many of each verdict, and what broke."""

    seed: int
    met: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    broken: dict[str, Path] = field(default_factory=dict)

    @property
    def executions(self) -> int:
        """Files that were opened."""
        return self.met.total()

    def verdicts(self) -> Counter[str]:
        """How often each verdict was met, whatever the target."""
        words: Counter[str] = Counter()
        for (_, _, word), n in self.met.items():
            words[word.split(":")[0]] += n
        return words

    def told(self) -> dict[str, Any]:
        """The run as a JSON object."""
        by_target: Counter[str] = Counter()
        for (target, layer, _), n in self.met.items():
            by_target[f"{target}, {layer}"] += n
        details: Counter[str] = Counter()
        for (target, _, word), n in self.met.items():
            details[f"{target}: {word}"] += n
        return {
            "seed": self.seed,
            "executions": self.executions,
            "verdicts": dict(sorted(self.verdicts().items())),
            "layers": dict(sorted(by_target.items())),
            "details": dict(sorted(details.items())),
            "broken": {place: path.name for place, path in self.broken.items()},
        }


def fuzz(targets: Mapping[str, Target], seed: int, goes_on: Callable[[Run], bool], crashes: Path) -> Run:
    """Make and open bent files while `goes_on`; each go is drawn from the seed and its own number alone. What broke is
    written into the folder `crashes`, once for each place in the program."""
    run, number = Run(seed), 0
    names, weights = list(targets), [target.weight for target in targets.values()]
    while goes_on(run):
        number += 1
        dice = Random(f"{seed} {number}")
        name = dice.choices(names, weights)[0]
        try:
            one = targets[name].make(dice)
        except ValueError:
            continue  # longer than any genuine writer packs, or text that has no bytes
        word = _looked(run, targets[name], (name, number, one), crashes)
        run.met[name, one.layer, word] += 1
    return run


def _looked(run: Run, target: Target, go: tuple[str, int, Bent], crashes: Path) -> str:
    name, number, one = go
    try:
        with _in_time():
            return target.look(one)
    except Exception as broken:
        told = "".join(traceback.format_exception(broken))
        place = f"{name}: {type(broken).__name__} at {_place(broken)}"
        if place not in run.broken:
            crashes.mkdir(parents=True, exist_ok=True)
            path = crashes / f"crash-{hashlib.sha256(one.raw).hexdigest()[:12]}.mctt"
            path.write_bytes(one.raw)
            head = f"target {name}, layer {one.layer}, seed {run.seed}, go {number}\n\n"
            path.with_suffix(".txt").write_text(head + told, encoding="utf-8", errors="backslashreplace")
            run.broken[place] = path
        return "BROKEN"


def _place(broken: BaseException) -> str:
    last = traceback.extract_tb(broken.__traceback__)[-1]
    return f"{Path(last.filename).name}:{last.lineno}"


@contextmanager
def _in_time() -> Iterator[None]:
    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, _stop)
    signal.setitimer(signal.ITIMER_REAL, SECONDS_FOR_ONE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _stop(*_: object) -> None:
    raise Hung(f"busy for {SECONDS_FOR_ONE} seconds")
