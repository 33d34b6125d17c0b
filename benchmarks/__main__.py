"""`python -m benchmarks`: measures the rows that exist and writes benchmarks/out/bench.json."""

import sys

from benchmarks import bundles, letters, saves
from benchmarks.rows import OUT, Row, write

MEASURED = (letters.rows, saves.rows, bundles.rows)


def main() -> int:
    """Measure, tell, keep. Always 0: a missed target is a fact to read, not a failure of the measuring."""
    found: list[Row] = []
    for measure in MEASURED:
        for row in measure():
            found.append(row)
            mark = "ok  " if row.ok else "over"
            print(f"{mark} {row.row:4} {row.value:>9.3f}  target {row.target:<6g} n={row.n:<5} {row.peer}", flush=True)
    write(found)
    print(f"written to {OUT}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
