"""`python -m tools.pictures`: every page and state of the window as a picture, and the list of them."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parents[2]


def main(argv: Sequence[str] | None = None) -> int:
    """Take the pictures; the exit status."""
    given = sys.argv[1:] if argv is None else list(argv)
    asked = _read(given)
    if asked.scale and not os.environ.get("QT_SCALE_FACTOR"):
        scaled = {**os.environ, "QT_SCALE_FACTOR": f"{asked.scale:g}"}
        return subprocess.run([sys.executable, "-m", "tools.pictures", *given], env=scaled, check=False).returncode
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from tools.pictures.taking import Wanted, take

    wanted = Wanted(asked.out, tuple(asked.only), asked.percent, asked.scale or 1.0, asked.longest)
    names = take(wanted)
    if asked.beside:
        from tools.pictures.sheets import side_by_side

        side_by_side(asked.out, asked.beside, asked.sheets)
    print(f"{len(names)} pictures in {asked.out}")
    return 0


def _read(given: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tools.pictures", description=__doc__)
    parser.add_argument("--out", type=Path, default=HERE / "docs" / "pictures", help="where the pictures go")
    parser.add_argument("--only", action="append", default=[], help="only pictures whose name has this in it")
    parser.add_argument("--percent", type=int, choices=(100, 115, 130), default=100, help="size of the type")
    parser.add_argument("--scale", type=float, default=0.0, help="of the screen, 1.25 or 1.5")
    parser.add_argument("--longest", action="store_true", help="with names of 60 letters")
    parser.add_argument("--beside", type=Path, help="a folder with pictures NN-….png to compare with")
    parser.add_argument("--sheets", type=Path, default=Path("sheets"), help="where both stand side by side")
    return parser.parse_args(given)


if __name__ == "__main__":
    raise SystemExit(main())
