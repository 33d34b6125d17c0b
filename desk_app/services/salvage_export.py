"""Writing out what was read of a damaged register: plain files with a warning, or one file under a password."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from common.paper.lost_sheet import lost_pdf
from common.paper.workbook import workbook
from common.words import salvage as said
from desk_app import paths
from desk_app.letters.setpage import BadPage, CannotDraw, SetPage, page_from
from desk_app.services.files import LARGEST, make_folder, read_file, write_file
from desk_app.services.locked_file import lock, unlock
from desk_app.services.salvage import Found
from desk_app.services.salvage_tables import lost_sheet, sheets
from desk_app.services.taking_back import Step
from desk_app.services.trouble import Mistake, Trouble
from desk_app.services.typefaces import typefaces
from exchange.files import replace_file

if TYPE_CHECKING:
    from desk_app.letters.press import Press

_A_FILE = 100
_SHORTEST = 8
_STAMP = "%Y-%m-%d_%H%M%S"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the files go and whether they are locked: with a `password` one sealed file is written, without one a
    folder of plain files that anybody can read. `own` is the register's folder, in which nothing is ever written;
    `random` gives fresh bytes."""

    folder: Path
    own: Path
    random: Callable[[int], bytes]
    unit_name: str = ""
    password: str = ""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: the folder or the sealed file, and how many letters could not be drawn again."""

    path: Path
    registrations: int
    letters: int
    left_out: int


def export(found: Found, place: Place, step: Step) -> Exported:
    """Write the three books, the list of what is missing and the letters; all of it stands there, or nothing.

    Raises Mistake: own-folder, password-too-short; Trouble: the file's own trouble; and what `step` raises.
    """
    if place.folder.resolve().is_relative_to(place.own.resolve()):
        raise Mistake("own-folder", {"file": place.folder.name})
    if place.password and len(place.password) < _SHORTEST:
        raise Mistake("password-too-short")
    files, drawn = dict[str, bytes](), 0
    total = len(found.letters) + 2
    files[said.BOOK_FILE] = workbook(sheets(found))
    step(1, total)
    files[said.LOST_FILE] = lost_pdf(lost_sheet(found, place.unit_name), typefaces())
    step(2, total)
    for number, (raw, count, done) in enumerate(_letters(found), start=1):
        files |= {said.LETTERS_FILE.format(number=number): raw} if count else {}
        drawn += count
        step(2 + done, total)
    name = said.FOLDER.format(stamp=found.at.strftime(_STAMP))
    path = _sealed(place, name, files) if place.password else _plain(place, name, files)
    return Exported(path, len(found.read), drawn, len(found.letters) - drawn)


def open_sealed(file: Path, password: str, folder: Path) -> tuple[Path, ...]:
    """Put the files out of a sealed one into an empty folder. Raises Mistake("wrong-password" | "file-unreadable") or
    Trouble("backup-exists") where the folder holds something."""
    opened = unlock(read_file(file), password)
    if folder.exists() and any(folder.iterdir()):
        raise Trouble("backup-exists", {"file": folder.name})
    with zipfile.ZipFile(BytesIO(opened)) as parcel:
        # Only the names that `export` gives: a foreign parcel must not choose where it writes.
        names = [name for name in parcel.namelist() if Path(name).name == name and name not in ("", ".", "..")]
        for name in names:
            write_file(folder / name, parcel.read(name))
    return tuple(folder / name for name in names)


def _letters(found: Found) -> Iterator[tuple[bytes, int, int]]:
    """A PDF of at most a hundred letters, how many stand in it, and how many are done."""
    pages = [page for letter in found.letters if (page := _page(letter.page))]
    if not pages:
        return
    # Fonts and symbols take their time: nobody waits for them where no letter is left.
    from desk_app.letters.press import open_press

    press = open_press(paths.resources())
    for first in range(0, len(pages), _A_FILE):
        some = pages[first : first + _A_FILE]
        try:
            yield press.draw(some), len(some), first + len(some)
        except CannotDraw:
            able = [page for page in some if _draws(press, page)]
            yield (press.draw(able) if able else b""), len(able), first + len(some)


def _draws(press: Press, page: SetPage) -> bool:
    try:
        press.draw([page])
    except CannotDraw:
        return False
    return True


def _page(raw: bytes) -> SetPage | None:
    try:
        return page_from(raw)
    except BadPage:
        return None


def _plain(place: Place, name: str, files: dict[str, bytes]) -> Path:
    beside, done = place.folder / f"{name}.part", _free(place.folder, name, "")
    make_folder(place.folder)
    try:
        beside.mkdir()
        for file, raw in files.items():
            write_file(beside / file, raw)
        replace_file(beside, done)
    except OSError as error:
        raise Trouble("folder-unwritable", {"file": place.folder.name}) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return done


def _sealed(place: Place, name: str, files: dict[str, bytes]) -> Path:
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as parcel:
        for file, content in files.items():
            parcel.writestr(zipfile.ZipInfo(file), content)
    sealed = lock(raw.getvalue(), place.password, place.random)
    if len(sealed) > LARGEST:
        raise Trouble("file-too-large", {"file": name})
    path = _free(place.folder, name, said.SEALED_FILE.removeprefix("{name}"))
    write_file(path, sealed)
    return path


def _free(folder: Path, name: str, ending: str) -> Path:
    taken = len(list(folder.glob(f"{name}*{ending}"))) if folder.is_dir() else 0
    return folder / (f"{name}-{taken + 1}{ending}" if taken else f"{name}{ending}")
