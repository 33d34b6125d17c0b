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


@dataclass(frozen=True, slots=True)
class Row:
    """A ratio or a count, what it should be at most, measured against whom, from how many samples."""

    row: str
    value: float
    target: float
    ok: bool
    peer: str
    n: int


def at_most(row: str, value: float, target: float, peer: str, n: int) -> Row:
    """A row that holds when the value is not above the target."""
    return Row(row, round(value, 4), target, value <= target, peer, n)


def milliseconds(program: str, way: str, count: int) -> float:
    """What one process of `python -m benchmarks.<program> <way> <count>` measured."""
    command = [sys.executable, "-m", f"benchmarks.{program}", way, str(count)]
    told = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    return float(told.stdout.split()[-1])


def ratio(program: str, count: int, rounds: int = ROUNDS) -> float:
    """Ours through the peer's: the median of interleaved pairs, each way in a process of its own."""
    pairs = [(milliseconds(program, "ours", count), milliseconds(program, "peer", count)) for _ in range(rounds)]
    return statistics.median(ours / peer for ours, peer in pairs)


def write(rows: Sequence[Row], out: Path = OUT) -> None:
    """Keep the rows as JSON."""
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps([asdict(row) for row in rows], indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
