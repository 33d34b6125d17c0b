"""`python -m tools.endurance`: what lasts.

`files` and `list` name the tests that `make endure` runs at full size. `week` lets a robot work for a week in a small
register and in a large one, prints what each act cost, and fails where anything grew.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path
from time import perf_counter

from tools.endurance.grown import Clock, grow, make
from tools.endurance.listed import endured, said
from tools.endurance.probe import strays
from tools.endurance.table import costs, leaks, told, write
from tools.endurance.week import Robot

HERE = Path(__file__).resolve().parents[2]


def main() -> int:
    """Do what was asked; the exit status."""
    asked = _arguments().parse_args()
    if asked.act == "week":
        return _week(asked)
    for path in endured(HERE / "tests"):
        name = path.relative_to(HERE).as_posix()
        print(name if asked.act == "files" else f"{name}\n    {said(path)}")
    return 0


def _week(asked: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as made:
        root = Path(made)
        small = _worked(root / "small", asked.small, None, asked)
        large = _worked(root / "large", asked.registrations, asked.register, asked)
        rows, found = costs(small.times, large.times), [*leaks(large.looks), *strays(root)]
        size = (large.folder / "register.db").stat().st_size
        write(asked.out, rows, large.looks, {"small": asked.small, "large": asked.registrations, "bytes": size})
    print(told(rows))
    first, last = large.looks[1], large.looks[-1]
    print(f"{large.acts} acts; register {size >> 20} MiB; resident {first.kib >> 10} → {last.kib >> 10} MiB")
    slow = [row.act for row in rows if not row.holds]
    print("\n".join(found) or "nothing grew, nothing was left behind")
    return 1 if found or slow else 0


def _worked(root: Path, registrations: int, register: Path | None, asked: argparse.Namespace) -> Robot:
    clock, folder, begun = Clock(), root / "desk", perf_counter()
    if register:
        shutil.copytree(register, folder)
    else:
        make(folder, clock)
        grow(folder, clock, registrations)
    grown = perf_counter()
    robot = Robot(folder, clock)
    robot.week(asked.days, asked.visitors)
    print(f"{registrations} registrations: grown in {grown - begun:.0f} s, worked in {perf_counter() - grown:.0f} s")
    return robot


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tools.endurance", description=__doc__)
    parser.add_argument("act", choices=("files", "list", "week"), help="what to do")
    parser.add_argument("--registrations", type=int, default=300_000, help="in the large register")
    parser.add_argument("--small", type=int, default=10_000, help="in the small one")
    parser.add_argument(
        "--days",
        type=int,
        choices=range(3, 366),
        metavar="DAYS",
        default=7,
        help="of work: the first warms up, a slope needs two more",
    )
    parser.add_argument("--visitors", type=int, default=12, help="a day")
    parser.add_argument("--register", type=Path, help="a large register grown before, to be copied")
    parser.add_argument(
        "--out", type=Path, default=HERE / "benchmarks" / "out" / "endurance.json", help="for the figures"
    )
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
