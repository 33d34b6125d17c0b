"""A measured row, and how two ways of doing the same thing are measured side by side."""

import json
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

ROUNDS = 5
OUT = Path("benchmarks/out/bench.json")
PEERS = Path(".venv-peers/bin/python")
"""The Python of the peers: what they need stands in benchmarks/peers.txt, and no part of the product."""


@dataclass(frozen=True, slots=True)
class Row:
    """A ratio or a count, what it should be at most (W1, W2: at least), measured against whom, from how many samples.

    Without a value the row could not be measured here; `peer` then says why.
    """

    row: str
    value: float | None
    target: float
    ok: bool
    peer: str
    n: int

    def line(self) -> str:
        """The row for people."""
        if self.value is None:
            return f"none {self.row:4} {self.peer}"
        mark = "ok  " if self.ok else "miss"
        return f"{mark} {self.row:4} {self.value:>9.3f}  target {self.target:<6g} n={self.n:<5} {self.peer}"


@dataclass(frozen=True, slots=True)
class Way:
    """One way of doing it: a program of this package with the word for the way, run by one of two Pythons."""

    program: str
    word: str
    peers: bool = False

    def measure(self, count: int, first: int = 0) -> float:
        """What a process of its own told about so many pieces of work, numbered from `first`, in its last word."""
        python = str(PEERS) if self.peers else sys.executable
        command = [python, "-m", f"benchmarks.{self.program}", self.word, str(count), str(first)]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
        if done.returncode:
            raise RuntimeError(f"{' '.join(command)}\n{done.stderr}")
        return float(done.stdout.split()[-1])


def at_most(row: str, value: float, target: float, peer: str, n: int) -> Row:
    """A row that holds when the value is not above the target."""
    return Row(row, round(value, 4), target, value <= target, peer, n)


def at_least(row: str, value: float, target: float, peer: str, n: int) -> Row:
    """A row that holds when the value is not below the target."""
    return Row(row, round(value, 4), target, value >= target, peer, n)


def not_here(row: str, target: float, why: str) -> Row:
    """A row that could not be measured on this machine; `why` is a sentence."""
    return Row(row, None, target, False, why, 0)


def ratio(program: str, count: int, rounds: int = ROUNDS) -> float:
    """Ours through the peer's, both ways in one program."""
    return beside(Way(program, "ours"), Way(program, "peer"), count, rounds)


def beside(ours: Way, peer: Way, count: int, rounds: int = ROUNDS) -> float:
    """Ours through the peer's: the median of interleaved pairs, each way in a process of its own, each pair over work
    that no pair before it had.
    """
    pairs = ((ours.measure(count, n * count), peer.measure(count, n * count)) for n in range(rounds))
    return statistics.median(mine / other for mine, other in pairs)


def write(rows: Sequence[Row], out: Path = OUT) -> None:
    """Keep the rows as JSON."""
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps([asdict(row) for row in rows], indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
