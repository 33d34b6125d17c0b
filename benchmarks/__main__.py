"""`python -m benchmarks`: measures the rows that exist and writes benchmarks/out/bench.json."""

import argparse
import sys
import tempfile
from functools import partial
from pathlib import Path

from benchmarks import bundles, letters, painting, saves, searches
from benchmarks.rows import OUT, Row, write

LARGE = 100_000


def main() -> int:
    """Measure, tell, keep. Always 0: a missed target is a fact to read, not a failure of the measuring."""
    asked = argparse.ArgumentParser(prog="benchmarks")
    asked.add_argument(
        "--large", type=int, default=LARGE, help="registrations of the large register (targets: 1000000)"
    )
    asked.add_argument("--folder", type=Path, default=None, help="where large registers lie from one time to the next")
    asked.add_argument("--only-large", action="store_true", help="only the rows about large registers")
    told = asked.parse_args()
    found: list[Row] = []
    with tempfile.TemporaryDirectory() as made:
        folder = told.folder or Path(made)
        large = [partial(rows, told.large, folder) for rows in (painting.rows, searches.rows)]
        for measure in large if told.only_large else (letters.rows, saves.rows, bundles.rows, *large):
            for row in measure():
                found.append(row)
                mark = "ok  " if row.ok else "over"
                line = f"{mark} {row.row:4} {row.value:>9.3f}  target {row.target:<6g} n={row.n:<5} {row.peer}"
                print(line, flush=True)
    write(found)
    print(f"written to {OUT}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
