"""`python -m tools.package.pins`: every library that ships, and what freezes it, as one version with the hashes of its
files, for each system. Asks the package index that this machine is set up for; no address is written down."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
PACKAGING = TOP / "packaging"
SYSTEMS = {"windows": "x86_64-pc-windows-msvc", "linux": "x86_64-manylinux_2_34"}
PYTHON = "3.11"
HOW = ["--no-emit-index-url", "--no-header", "--no-annotate", "--generate-hashes", "--only-binary", ":all:"]


def shipped(system: str) -> Path:
    """The file of what ships on a system."""
    return PACKAGING / f"requirements-{system}.txt"


def freezing(system: str) -> Path:
    """The file of what freezes it there."""
    return PACKAGING / f"requirements-{system}-build.txt"


def command(source: Path, system: str, out: Path) -> list[str]:
    """What is typed to pin a list of ranges for a system."""
    there = ["--python-platform", SYSTEMS[system], "--python-version", PYTHON]
    return ["uv", "pip", "compile", "--quiet", *HOW, *there, str(source), "-o", str(out)]


def main() -> int:
    """Write the files of every system; the exit status."""
    if not shutil.which("uv"):
        print("uv is missing: install it with pip")
        return 1
    for system in SYSTEMS:
        subprocess.run(command(TOP / "pyproject.toml", system, shipped(system)), check=True, cwd=TOP)
        same = ["--constraint", str(shipped(system))]
        subprocess.run([*command(PACKAGING / "build.in", system, freezing(system)), *same], check=True, cwd=TOP)
        print(f"{shipped(system).name}, {freezing(system).name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
