"""Keeping the office whole: copies that were proved by reading them, and a walk over every stored line."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from district.keyring import KeyringTrouble, read_ring
from district.paths import Folder, make_folder
from district.store.engine import StoreTrouble, speaking_plainly
from district.store.public_store import PublicStore
from district.store.store import Store, Work
from district.trouble import Trouble
from exchange.files import read_small, replace_file, write_beside
from exchange.journal import first_digest, next_digest
from exchange.twins import UNREAD, read_either, spare_of, stamped, told_in, write_both

_UNFINISHED = ".part"


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that is not as it was written: a code, and the desk and position or the file it is about."""

    code: str
    place: str


class Office(Protocol):
    """What an office is made of: its two stores, wherever they lie, and its folder."""

    @property
    def store(self) -> Store:
        """Desks, lines, receipts, batches."""

    @property
    def public(self) -> PublicStore:
        """Answers of citizens."""

    @property
    def folder(self) -> Folder:
        """Keys and public files."""


def backup(office: Office, target: Path) -> tuple[str, ...]:
    """Copy everything of the office into the folder `target`, which is new or empty; returns the names of the files.
    The copy is an office in files, wherever the databases lie: it opens by itself, and `carry` takes it to a server.

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
            names = _copy_all(office, Folder(beside))
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


def _copy_all(office: Office, kept: Folder) -> tuple[str, ...]:
    # Votes first: one that is counted in between stands in both copies and counts once; the other way round in neither.
    with speaking_plainly():
        office.public.stir()
        office.public.backup_to(kept.public)
    office.store.backup_to(kept.office)
    folder = office.folder
    # A copy without keys that open is none: better told today than found on the day it is needed.
    write_both(kept.keys, read_ring(folder.keys).to_bytes())
    for source, target in zip(_stamped(folder), _stamped(kept), strict=True):
        _copy_stamped(source, target)
    with suppress(OSError, ValueError):  # the pages make themselves another
        write_beside(kept.secret, read_small(folder.secret))
    _prove(kept)
    return tuple(file.name for file in (kept.office, kept.public, *_files_beside(kept)) if file.exists())


def _copy_stamped(source: Path, target: Path) -> None:
    """A damaged one, which `flaws` names, is left out: enrolling writes it anew."""
    with suppress(*UNREAD):
        write_both(target, stamped(read_either(source, told_in)))


def _public_files(folder: Folder) -> tuple[Path, Path]:
    return folder.public_keys, folder.public_face


def _stamped(folder: Folder) -> tuple[Path, ...]:
    return *_public_files(folder), folder.units


def _files_beside(folder: Folder) -> tuple[Path, ...]:
    return folder.keys, *_stamped(folder), folder.secret


def _clear(beside: Path) -> None:
    """Remove what an earlier try left; a folder that holds anything else is not ours."""
    if not beside.is_dir():
        return
    made = (Folder(beside).office, Folder(beside).public, *_files_beside(Folder(beside)))
    ours = tuple(name for file in made for name in (file.name, spare_of(file).name))
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


def carry(office: Office, store: Store, public: PublicStore) -> None:
    """Take every row of the office over into two databases that are still empty, and prove the lines there. Nobody may
    work in the office meanwhile. Raises StoreTrouble `target-not-empty`, `backup-failed`."""
    with store.reading() as work:
        if work.office.facts() is not None:
            raise StoreTrouble("target-not-empty")
    public.fill_from(office.public)
    store.fill_from(office.store)
    with store.reading() as work:
        if any(broken_chains(work)):
            raise StoreTrouble("backup-failed")


def retire(folder: Folder) -> tuple[str, ...]:
    """Give the two closed database files of a folder names that no command opens; returns the new names."""
    retired = []
    for file in (folder.office, folder.public):
        replace_file(file, kept := file.with_name(f"{file.stem}-carried{file.suffix}"))
        retired.append(kept.name)
    return tuple(retired)


def flaws(office: Office) -> tuple[Flaw, ...]:
    """Everything that a walk over the office finds wrong; nothing is changed."""
    found: list[Flaw] = []
    if not office.store.is_sound():
        found.append(Flaw("store-damaged", office.folder.office.name))
    if not office.public.is_sound():
        found.append(Flaw("store-damaged", office.folder.public.name))
    found.extend(_flaws_beside(office.folder))
    with office.store.reading() as work:
        found.extend(broken_chains(work))
    return tuple(found)


def _flaws_beside(folder: Folder) -> Iterator[Flaw]:
    """Keys and public files of which neither copy can be read."""
    try:
        read_ring(folder.keys)
    except KeyringTrouble as trouble:
        yield Flaw(trouble.code, folder.keys.name)
    for file in _public_files(folder):
        try:
            read_either(file, told_in)
        except FileNotFoundError:
            yield Flaw("keys-missing", file.name)
        except UNREAD:
            yield Flaw("public-file-damaged", file.name)
    try:
        read_either(folder.units, told_in)
    except FileNotFoundError:
        return
    except UNREAD:
        yield Flaw("unit-table-damaged", folder.units.name)


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
