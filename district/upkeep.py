"""Keeping the office whole: copies that were proved by reading them, and a walk over every stored line."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from district.paths import Folder, make_folder
from district.store.engine import StoreTrouble
from district.store.sqlite_file import copy_sqlite, sqlite_is_sound
from district.store.store import Store, Work
from district.trouble import Trouble
from exchange.files import replace_file, write_beside
from exchange.journal import first_digest, next_digest

_UNFINISHED = ".part"


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that is not as it was written: a code, and the desk and position or the file it is about."""

    code: str
    place: str


def backup(store: Store, folder: Folder, target: Path) -> tuple[str, ...]:
    """Copy everything of the office into the folder `target`, which is new or empty; returns the names of the files.

    The copy is made in a folder beside, both databases are read through, and only then it gets its name: it is complete
    or absent. Raises StoreTrouble, Trouble, or exchange's FileTrouble.
    """
    target = target.resolve()
    try:
        if not target.name or (target.is_dir() and any(target.iterdir())):
            raise StoreTrouble("folder-not-empty", folder=target.name or str(target))
        beside = target.with_name(target.name + _UNFINISHED)
        _clear(beside)
        make_folder(beside)
        try:
            names = _copy_all(store, folder, Folder(beside))
            if target.is_dir():
                target.rmdir()
            replace_file(beside, target)
        except BaseException:
            with suppress(OSError, StoreTrouble):
                _clear(beside)
            raise
    except OSError as trouble:
        raise Trouble("folder-unwritable", file=target.name) from trouble
    return names


def _copy_all(store: Store, folder: Folder, kept: Folder) -> tuple[str, ...]:
    store.backup_to(kept.office)
    copy_sqlite(folder.public, kept.public)
    names = [kept.office.name, kept.public.name]
    for file in _files_beside(folder):
        if file.exists():
            write_beside(kept.root / file.name, file.read_bytes())
            names.append(file.name)
    _prove(kept)
    return tuple(names)


def _files_beside(folder: Folder) -> tuple[Path, ...]:
    return folder.keys, folder.public_keys, folder.public_face, folder.secret


def _clear(beside: Path) -> None:
    """Remove what an earlier try left; a folder that holds anything else is not ours."""
    if not beside.is_dir():
        return
    ours = tuple(file.name for file in (Folder(beside).office, Folder(beside).public, *_files_beside(Folder(beside))))
    left = list(beside.iterdir())
    if any(file.is_dir() or not file.name.startswith(ours) for file in left):
        raise StoreTrouble("folder-not-empty", folder=beside.name)
    for file in left:
        file.unlink()
    beside.rmdir()


def _prove(kept: Folder) -> None:
    copy = Store.open(kept.office_url)
    try:
        with copy.reading() as work:
            if any(broken_chains(work)):
                raise StoreTrouble("backup-failed")
    finally:
        copy.close()


def flaws(store: Store, folder: Folder) -> tuple[Flaw, ...]:
    """Everything that a walk over the office finds wrong; nothing is changed."""
    found: list[Flaw] = []
    if not store.is_sound():
        found.append(Flaw("store-damaged", folder.office.name))
    if folder.public.exists() and not sqlite_is_sound(folder.public):
        found.append(Flaw("store-damaged", folder.public.name))
    found.extend(Flaw("keys-missing", file.name) for file in (folder.keys, folder.public_keys) if not file.exists())
    with store.reading() as work:
        found.extend(broken_chains(work))
    return tuple(found)


def broken_chains(work: Work) -> Iterator[Flaw]:
    """The first position of each desk whose line is not the one that came: changed, missing or out of its place."""
    for desk in work.desks.all():
        digest, expected = first_digest(bytes.fromhex(desk.register)), 1
        for position, held, line in work.lines.raw(desk.number):
            digest = next_digest(digest, line)
            if position != expected or digest != held:
                yield Flaw("chain-broken", f"{desk.number}:{position}")
                break
            expected += 1
