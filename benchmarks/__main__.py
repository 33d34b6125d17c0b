"""`python -m benchmarks`: measures the rows that exist and writes benchmarks/out/bench.json."""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from benchmarks import (
    bundles,
    district_import,
    errands,
    histories,
    keeping,
    letters,
    pages,
    painting,
    presses,
    saves,
    scale,
    searches,
    starts,
    validity,
)
from benchmarks.rows import OUT, Row, write

LARGE, BATCH = 100_000, 2_000


def main() -> int:
    """Measure, tell, keep. Always 0: a missed target is a fact to read, not a failure of the measuring."""
    asked = argparse.ArgumentParser(prog="benchmarks")
    asked.add_argument(
        "--large", type=int, default=LARGE, help="registrations of the large register (targets: 1000000)"
    )
    asked.add_argument("--folder", type=Path, default=None, help="where large registers lie from one time to the next")
    asked.add_argument("--batch", type=int, default=BATCH, help="letters of the large batch (target: 10000)")
    which = asked.add_mutually_exclusive_group()
    which.add_argument("--only-large", action="store_true", help="only the rows about large registers")
    which.add_argument("--only-letters", action="store_true", help="only the rows about letters")
    which.add_argument("--only-bundles", action="store_true", help="only the rows about the road up to the district")
    which.add_argument("--only-scale", action="store_true", help="only what a province and the country cost a district")
    which.add_argument("--only-starts", action="store_true", help="only the rows about the program's start")
    which.add_argument("--only-pages", action="store_true", help="only the rows about the citizen's page")
    told = asked.parse_args()
    found: list[Row] = []
    chosen: Sequence[Callable[[], Iterator[Row]]]
    with tempfile.TemporaryDirectory() as made:
        folder = told.folder or Path(made)
        large = [partial(rows, told.large, folder) for rows in (painting.rows, searches.rows, keeping.rows)]
        papers = [partial(letters.rows, told.batch), validity.rows, errands.rows, presses.rows]
        road = [bundles.rows, district_import.rows, histories.rows]
        alone: dict[str, Sequence[Callable[[], Iterator[Row]]]] = {
            "scale": [scale.rows],
            "pages": [pages.rows],
            "starts": [starts.rows],
        }
        only = {"letters": papers, "large": large, "bundles": road, **alone}
        asked_for = [rows for name, rows in only.items() if getattr(told, f"only_{name}")]
        chosen = asked_for[0] if asked_for else [*papers, saves.rows, *road, pages.rows, starts.rows, *large]
        for measure in chosen:
            for row in measure():
                found.append(row)
                print(row.line(), flush=True)
    write(found)
    print(f"written to {OUT}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
