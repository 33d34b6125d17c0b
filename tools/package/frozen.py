"""`python -m tools.package.frozen`: looks into the frozen folder. Does any library lie in it that is not on the list of
what ships; is every text there; how large is it."""

from __future__ import annotations

import argparse
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

from packaging.utils import canonicalize_name
from PyInstaller.archive.readers import CArchiveReader

from tools.package.closure import TOP, closure

PROGRAMS = ("desk-cli", "desk-app")
FREEZER = {"pyinstaller", "pyinstaller-hooks-contrib"}
"""Its boot loader is part of every frozen program, under the exception that leaves the output free."""
OWN = "mot-cua-than-thien"


def modules(folder: Path) -> set[str]:
    """Top-level names of all Python code in both programs, and of the folders beside them."""
    found = {path.name.partition(".")[0] for path in (folder / "_internal").iterdir()}
    for name in PROGRAMS:
        program = next(path for path in (folder / name, folder / f"{name}.exe") if path.is_file())
        packed = CArchiveReader(str(program)).open_embedded_archive("PYZ.pyz")
        found |= {module.partition(".")[0] for module in packed.toc}
    return found


def strangers(names: set[str]) -> dict[str, str]:
    """Of these modules those that a library brings which is not on the list, each with the library."""
    listed = {one.name for one in closure()} | FREEZER | {OWN}
    brought = packages_distributions()
    foreign = {}
    for name in names - set(sys.stdlib_module_names):
        libraries = {canonicalize_name(library) for library in brought.get(name, ())}
        if libraries and not libraries & listed:
            foreign[name] = ", ".join(sorted(libraries))
    return foreign


def main() -> int:
    """Say what is there; 1 when something is that should not be, or a text is missing."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path, nargs="?", default=TOP / "dist" / "mot-cua")
    folder = asked.parse_args().folder
    foreign = strangers(modules(folder))
    for name, library in foreign.items():
        print(f"{name} of {library} is in the folder and not among the licences")
    texts = folder / "_internal" / "licences"
    lacking = [one.name for one in closure() if not any((texts / one.name).glob("*"))]
    if lacking:
        print(f"no licence text of {', '.join(lacking)} in {texts}")
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    size = sum(path.stat().st_size for path in files)
    print(f"{folder}: {len(files)} files, {size // 1_000_000} MB")
    return 1 if foreign or lacking else 0


if __name__ == "__main__":
    raise SystemExit(main())
