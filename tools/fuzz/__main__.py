"""make fuzz: bends files for a while, tells what they met, keeps what broke; status 1 when something did."""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path
from random import SystemRandom
from time import monotonic

from tools.fuzz.runs import Run, fuzz
from tools.fuzz.targets import targets_in

OUT = Path(__file__).resolve().parents[2] / "benchmarks" / "out" / "fuzz"


def main(words: list[str] | None = None) -> int:
    """Run as asked; gives the exit status."""
    asked = _arguments().parse_args(words)
    seed = SystemRandom().randrange(2**32) if asked.seed is None else asked.seed
    end = monotonic() + 60 * asked.minutes
    most = asked.files or float("inf")
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder, targets_in(Path(folder) / "office") as targets:
        chosen = {name: one for name, one in targets.items() if asked.only in ("", name)}
        run = fuzz(chosen, seed, lambda run: monotonic() < end and run.executions < most, asked.out)
    asked.out.mkdir(parents=True, exist_ok=True)
    (asked.out / "fuzz.json").write_text(json.dumps(run.told(), indent=1, ensure_ascii=False), encoding="utf-8")
    _tell(run, asked.out)
    return 1 if run.broken else 0


def _tell(run: Run, out: Path) -> None:
    print(f"seed {run.seed}: {run.executions} files opened")
    for verdict, n in run.verdicts().most_common():
        print(f"{n:10}  {verdict}")
    for place, path in run.broken.items():
        print(f"broken: {place}: {path}")
    print(f"in {out}: fuzz.json" + (f" and {len(run.broken)} that broke it" if run.broken else ""))


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tools.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0, help="how long")
    parser.add_argument("--files", type=int, default=0, help="at most so many files; 0: no end but the time")
    parser.add_argument("--seed", type=int, help="the same seed bends the same files; drawn when none is named")
    parser.add_argument(
        "--only", default="", help="one target: bundle, card, enrolment, receipt, update, note, office, …"
    )
    parser.add_argument("--out", type=Path, default=OUT, help="folder for the figures and for what broke")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
