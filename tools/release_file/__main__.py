"""`python -m tools.release_file`: keeps what this version leaves on disk, for every later version to open."""

from __future__ import annotations

import argparse
import shutil
import tempfile
import tomllib
from pathlib import Path

from tools.release_file.kept import OFFICES, REGISTERS, write_told
from tools.release_file.play import play
from tools.release_file.seen_desk import seen_desk
from tools.release_file.seen_office import seen_office
from tools.release_file.stage import Stage

HERE = Path(__file__).resolve().parents[2]


def main() -> int:
    """Play, close, read again, keep; the exit status."""
    asked = _arguments().parse_args()
    register, office = asked.into / REGISTERS / version(), asked.into / OFFICES / version()
    taken = [folder for folder in (register, office) if folder.exists()]
    if taken:
        print(f"{version()} is kept already and is never made again: {', '.join(map(str, taken))}")
        return 1
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as made:
        stage = Stage(Path(made))
        play(stage)
        stage.cheapen()
        write_told(stage.root / "desk-seen.json", stage.desk_told(), seen_desk(stage.folder, stage.clock))
        write_told(stage.root / "office-seen.json", stage.office_told(), seen_office(stage.office_folder, stage.clock))
        _keep(stage.root / "desk", stage.root / "desk-seen.json", register)
        _keep(stage.root / "office", stage.root / "office-seen.json", office)
    for folder in (register, office):
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        print(f"{folder}: {size // 1024} KiB")
    return 0


def version() -> str:
    """The version that this program calls itself."""
    told = tomllib.loads((HERE / "pyproject.toml").read_text(encoding="utf-8"))
    return str(told["project"]["version"])


def _keep(folder: Path, told: Path, target: Path) -> None:
    shutil.copytree(folder, target / "data")
    shutil.copyfile(told, target / "seen.json")


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tools.release_file", description=__doc__)
    parser.add_argument("--into", type=Path, default=HERE / "tests", help="the folder of the tests")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
