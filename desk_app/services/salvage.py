"""Reading a damaged register: what it still holds and what is gone. Nothing is written into its folder, ever."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from desk_app.db import marker, rows
from desk_app.db.keyring import Keyring
from desk_app.db.lock import refuse_taken
from desk_app.db.packed import unpack
from desk_app.db.salvage import Gathered, Stored, gather
from desk_app.db.salvage_books import Books, Missing, Recovered, read_books
from desk_app.db.salvage_lines import Lines, Span, read_lines
from desk_app.db.trouble import RegisterTrouble
from desk_app.services.copies import CopyOnHand
from desk_app.services.salvage_letters import BesideLetters, beside_letters
from desk_app.services.taking_back import Ground, Key, Step, copies_at_hand
from desk_app.services.trouble import told_as_trouble

_NOT_WHOLE = frozenset({"keyring-missing", "keyring-damaged"})


@dataclass(frozen=True, slots=True)
class FoundLetter:
    """A letter whose set page is exactly the archived one; `page` its canonical bytes, `on` the day it bears."""

    kind: str
    on: str
    page: bytes


@dataclass(frozen=True, slots=True)
class FoundDraft:
    """A draft as typed so far: `values` JSON, kept at the moment `at` (ISO)."""

    event: str
    at: str
    values: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a damaged register still tells. `missing` registrations with whatever is known of them; `letters_lost` kind
    and day; `spans` and `gaps` of the journal by first and last line; `pages` in all, `broken` of them; `newest_copy`
    the newest copy at hand, which is only told of; `beside` what belonged to letters."""

    unit: str
    at: datetime
    read: tuple[Recovered, ...]
    missing: tuple[Missing, ...]
    erased: int
    letters: tuple[FoundLetter, ...]
    letters_lost: tuple[tuple[str, str], ...]
    drafts: tuple[FoundDraft, ...]
    spans: tuple[Span, ...]
    gaps: tuple[tuple[int, int], ...]
    pages: int
    broken: int
    log_broken: bool
    newest_copy: CopyOnHand | None
    beside: BesideLetters

    @property
    def known(self) -> int:
        """How many registrations the register is known to have had, those erased by law left out."""
        return len(self.read) + len(self.missing)


def salvage(ground: Ground, key: Key, step: Step, also: Sequence[Path] = ()) -> Found:
    """Read everything that can be read of the register in `ground.folder`; works on whatever state it is in.

    The key is a password, or the code of the rescue sheet: with the code a keyring that is gone is found again beside
    a copy, here or in the folders of `also`. Raises Trouble: register-missing, register-locked, wrong-password,
    wrong-recovery-code, keyring-missing, keyring-damaged; and what `step` raises.
    """
    folder = ground.folder
    copies = copies_at_hand(folder, also)
    with told_as_trouble():
        refuse_taken(folder)
        data_key = _unlock(ground, key, [copy.path for copy in copies])
        gathered = gather(folder, data_key, step)
        lines = read_lines(gathered, marker.read(folder, data_key))
    return _found(gathered, lines, ground.now(), copies[0] if copies else None)


def _unlock(ground: Ground, key: Key, copies: Sequence[Path]) -> bytes:
    own = Keyring(ground.folder, ground.random)
    if not key.recovery:
        try:
            return own.unwrap(key.user, key.password)
        except OSError as error:
            raise RegisterTrouble("keyring-damaged") from error
    aside = RegisterTrouble("keyring-missing")
    for folder in (ground.folder, *copies):
        try:
            return Keyring(folder, ground.random).unwrap_recovery(key.recovery)
        except RegisterTrouble as trouble:
            # A copy made before the code was renewed opens by the older code only: the next one may fit.
            aside = trouble if trouble.code not in _NOT_WHOLE or aside.code in _NOT_WHOLE else aside
        except OSError:
            continue
    raise aside


def _found(gathered: Gathered, lines: Lines, at: datetime, copy: CopyOnHand | None) -> Found:
    books: Books = read_books(gathered, lines)
    identity = gathered.rows(rows.identity).get(1)
    letters = dict(_letters(gathered))
    erased = {stored.told["subject"] for stored in gathered.rows(rows.letters).values() if not stored.told["page"]}
    there = erased.union(letters)
    return Found(
        unit=identity.told["unit"] if identity and identity.sealed else _unit(books),
        at=at,
        read=books.read,
        missing=books.missing,
        erased=books.erased,
        letters=tuple(letters.values()),
        letters_lost=tuple(sorted(told for subject, told in lines.letters.items() if subject not in there)),
        drafts=tuple(_drafts(gathered)),
        spans=lines.spans,
        gaps=lines.gaps,
        pages=gathered.pages,
        broken=len(gathered.broken),
        log_broken=gathered.log_broken,
        newest_copy=copy,
        beside=beside_letters(gathered, lines),
    )


def _unit(books: Books) -> str:
    units = [one.registration.unit for one in books.read]
    return max(set(units), key=units.count) if units else ""


def _letters(gathered: Gathered) -> Iterator[tuple[str, FoundLetter]]:
    for _, stored in sorted(gathered.rows(rows.letters).items()):
        told, page = stored.told, _page(stored)
        # What is drawn again is the archived page or nothing.
        if told["state"] != "void" and page and sha256(page).hexdigest() == told["digest"]:
            yield told["subject"], FoundLetter(told["kind"], told["dated"], page)


def _page(stored: Stored) -> bytes:
    try:
        return unpack(stored.told["page"])
    except RegisterTrouble:
        return b""


def _drafts(gathered: Gathered) -> Iterator[FoundDraft]:
    for stored in gathered.rows(rows.drafts).values():
        yield FoundDraft(stored.told["event"], stored.told["kept_at"], stored.told["draft"])
