"""`python -m tools.package.licences`: what ships, under which licence, with which text. Writes the table of
THIRD-PARTY.md and, with --into, a folder of all texts; refuses what may not ship and what brings no text."""

from __future__ import annotations

import argparse
import re
import shutil
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.package.closure import Library, closure

TOP = Path(__file__).resolve().parents[2]
TABLE = TOP / "THIRD-PARTY.md"
KNOWN, TEXTS = TOP / "packaging" / "licences.toml", TOP / "packaging" / "licences"
BEGIN, END = "<!-- written by make licences -->", "<!-- until here -->"
SHORTEST_TEXT = 300
FREE = {"MIT", "MIT-0", "MIT-CMU", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "ISC", "PSF-2.0", "Python-2.0", "Zlib"}
FREE |= {"OFL-1.1", "CC0-1.0", "MPL-2.0"}
FREE |= {"LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later"}
"""The last may ship because it lies beside us in the folder and can be replaced there."""


@dataclass(frozen=True, slots=True)
class Shipped:
    """One line of the list: what, which version ("" for parts of our own tree), licence, why or where, texts."""

    name: str
    version: str
    licence: str
    why: str
    texts: tuple[Path, ...]


def allowed(licence: str) -> bool:
    """Whether an SPDX expression leaves one way that may ship: LGPL may, beside us in a folder, GPL and AGPL only with
    an exception."""
    ways = [re.split(r"\s+AND\s+", way.strip("() ")) for way in re.split(r"\s+OR\s+", licence.strip())]
    return any(all(_may_ship(name.strip("() ")) for name in way) for way in ways)


def _may_ship(name: str) -> bool:
    plain, _, exception = name.partition(" WITH ")
    return plain in FREE or (bool(exception) and plain.startswith(("GPL-", "LGPL-")))


def taken(licence: str) -> str:
    """The way that is taken where a library offers several."""
    ways = [way for way in re.split(r"\s+OR\s+", licence) if allowed(way)]
    gnu = [way for way in ways if way.startswith("LGPL")]
    return gnu[0] if gnu and "GPL-2.0-only" in licence else licence


def shipped(libraries: Iterable[Library], known: Mapping[str, Mapping[str, object]]) -> tuple[Shipped, ...]:
    """The libraries with what is known of them here."""
    return tuple(_shipped(library, known.get(library.name, {})) for library in libraries)


def _shipped(library: Library, told: Mapping[str, object]) -> Shipped:
    own = told.get("texts", ())
    more = tuple(TEXTS / str(name) for name in own) if isinstance(own, list) else ()
    licence = taken(str(told.get("licence", library.licence)))
    return Shipped(library.name, library.version, licence, str(told.get("why", "")), (*library.texts, *more))


def parts(known: Sequence[Mapping[str, object]]) -> tuple[Shipped, ...]:
    """Fonts, drawings and tables of our own tree."""
    return tuple(_part(one) for one in known)


def _part(one: Mapping[str, object]) -> Shipped:
    texts = one["texts"]
    files = tuple(TOP / str(name) for name in texts) if isinstance(texts, list) else ()
    return Shipped(str(one["name"]), "", str(one["licence"]), str(one["place"]), files)


def findings(all_of_it: Iterable[Shipped]) -> list[str]:
    """What keeps the package from being given away, a line each."""
    found = []
    for one in all_of_it:
        if not allowed(one.licence):
            found.append(f"{one.name}: {one.licence or 'no licence'} may not ship, or is no SPDX expression we know")
        sizes = [text.stat().st_size if text.is_file() else 0 for text in one.texts]
        if not all(sizes) or max(sizes, default=0) < SHORTEST_TEXT:
            found.append(f"{one.name}: a licence text is missing")
        if not one.why:
            found.append(f"{one.name}: packaging/licences.toml does not say why it is here")
    return found


def whole() -> tuple[tuple[Shipped, ...], tuple[Shipped, ...]]:
    """Libraries, Windows' own among them, and parts."""
    with KNOWN.open("rb") as stream:
        known = tomllib.load(stream)
    libraries = closure()
    named = {one.name for one in libraries}
    elsewhere = [Library(name, "", "", ()) for name in known["libraries"] if name not in named]
    return shipped(sorted([*libraries, *elsewhere], key=lambda one: one.name), known["libraries"]), parts(
        known["parts"]
    )


def table(libraries: Iterable[Shipped], of_tree: Iterable[Shipped]) -> str:
    """Both tables as they stand in THIRD-PARTY.md; without versions, which stand among the pins."""
    rows = [f"| {one.name} | {one.licence} | {one.why} |" for one in libraries]
    places = [f"| {one.name} | {one.why} | {one.licence} |" for one in of_tree]
    head = [BEGIN, "| library | licence | why |", "|---|---|---|", "| Python | PSF-2.0 | the language |"]
    middle = ["", "Fonts, drawings and tables:", "", "| what | where | licence |", "|---|---|---|"]
    return "\n".join([*head, *rows, *middle, *places, END])


def with_table(document: str, made: str) -> str:
    """The document with the table put in its place."""
    head, _, rest = document.partition(BEGIN)
    return head + made + rest.partition(END)[2]


def write_texts(folder: Path, everything: Iterable[Shipped], python: Path) -> None:
    """A folder per library with its texts, and a list with versions; an older folder of the same name goes."""
    shutil.rmtree(folder, ignore_errors=True)
    lines = ["name\tversion\tlicence\ttexts"]
    for one in [*everything, Shipped("python", "", "PSF-2.0", "", (python,))]:
        place = folder / re.sub(r"[^a-z0-9.-]+", "-", one.name.lower()).strip("-.")
        place.mkdir(parents=True)
        names = [text.name for text in one.texts]
        for text in one.texts:
            name = text.name if names.count(text.name) == 1 else f"{text.parent.name}-{text.name}"
            shutil.copyfile(text, place / name)
        lines.append(f"{one.name}\t{one.version}\t{one.licence}\t{place.name}/")
    (folder / "list.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    """Check, then write; 1 when something may not ship."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--into", type=Path, help="a folder for all licence texts")
    into = asked.parse_args().into
    libraries, of_tree = whole()
    wrong = findings([*libraries, *of_tree])
    if wrong:
        print("\n".join(wrong))
        return 1
    made = with_table(TABLE.read_text(encoding="utf-8"), table(libraries, of_tree))
    TABLE.write_text(made, encoding="utf-8")
    if into:
        write_texts(into, [*libraries, *of_tree], python_text())
    print(f"{len(libraries)} libraries, {len(of_tree)} parts: every one may ship, every text is there")
    return 0


def python_text() -> Path:
    """The licence of Python itself, which installers put in different places."""
    import sys
    from sysconfig import get_paths

    places = [Path(get_paths()["stdlib"]), Path(sys.base_prefix)]
    return next(place / name for place in places for name in ("LICENSE.txt", "LICENSE") if (place / name).is_file())


if __name__ == "__main__":
    raise SystemExit(main())
