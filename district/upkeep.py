"""Keeping the office whole: copies that were proved by reading them, and a walk over every stored line."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from district.paths import Folder, make_folder
from district.store.engine import StoreTrouble
from district.store.sqlite_file import copy_sqlite, sqlite_is_sound
from district.store.store import Store, Work
from exchange.files import write_beside
from exchange.journal import first_digest, next_digest


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that is not as it was written: a code, and the desk and position or the file it is about."""

    code: str
    place: str


def backup(store: Store, folder: Folder, target: Path) -> tuple[str, ...]:
    """Copy everything of the office into the empty folder `target`; returns the names of the files.

    Raises StoreTrouble or exchange's FileTrouble; the copies of both databases were read through.
    """
    make_folder(target)
    if any(target.iterdir()):
        raise StoreTrouble("folder-not-empty", folder=target.name)
    kept = Folder(target)
    store.backup_to(kept.office)
    copy_sqlite(folder.public, kept.public)
    names = [kept.office.name, kept.public.name]
    for file in (folder.keys, folder.public_keys, folder.public_face, folder.secret):
        if file.exists():
            write_beside(target / file.name, file.read_bytes())
            names.append(file.name)
    _prove(kept)
    return tuple(names)


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
