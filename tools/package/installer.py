"""`python -m tools.package.installer`: compiles packaging/mot-cua.nsi over the frozen folder into one setup program."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from tools.package.icon import TOP, drawn
from tools.package.version_resource import four, version

SCRIPT = TOP / "packaging" / "mot-cua.nsi"
SIDE, MARK, GROUND = (328, 628), 200, "#17405C"
"""Of the picture at the side, twice its size at 100 %, and of the mark on it."""


def longest(program: Path) -> int:
    """Characters of the longest path below the frozen folder."""
    return max(len(path.relative_to(program).as_posix()) for path in program.rglob("*"))


def command(program: Path, side: Path, out: Path) -> list[str]:
    """What is typed to compile."""
    release = version()
    told = {
        "VERSION": release,
        "NUMBERS": ".".join(str(number) for number in four(release)),
        "LONGEST": str(longest(program)),
        "PROGRAM": str(program.resolve()),
        "SIDE": str(side),
        "OUT": str(out.resolve()),
    }
    return ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *(f"-D{name}={value}" for name, value in told.items())]


def compile_installer(program: Path, out: Path, more: Sequence[str] = ()) -> None:
    """Write the setup program; raises CalledProcessError when makensis finds fault with the script."""
    with tempfile.TemporaryDirectory() as made:
        side = Path(made) / "side.bmp"
        picture = Image.new("RGB", SIDE, GROUND)
        mark = drawn(MARK)
        picture.paste(mark, ((SIDE[0] - MARK) // 2, SIDE[1] // 4), mark)
        picture.quantize(128).save(side)
        subprocess.run([*command(program, side, out), *more, str(SCRIPT)], check=True)


def main() -> int:
    """Compile over the folder that was asked for; the exit status."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--program", type=Path, default=TOP / "dist" / "mot-cua")
    asked.add_argument("--out", type=Path, default=TOP / "dist" / f"mot-cua-{version()}-setup.exe")
    asked.add_argument("--fast", action="store_true", help="pack quickly: four times the speed, a third larger")
    read = asked.parse_args()
    if not shutil.which("makensis"):
        print("makensis is missing: tools/system.sh installer tells what to install")
        return 1
    if not read.program.is_dir():
        print(f"{read.program} is missing: make build makes it")
        return 1
    compile_installer(read.program, read.out, ["-DCOMPRESSOR=zlib"] if read.fast else [])
    if not (read.program / "desk-app.exe").exists():
        print("This folder was not frozen on Windows: the setup program shows that the script holds, no more.")
    print(f"{read.out}: {read.out.stat().st_size // 1_000_000} MB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
