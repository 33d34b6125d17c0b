"""Taking a register back from a copy: where copies lie, what one holds beside the register in use, and the exchange."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from common.names import tidy
from desk_app.db import marker
from desk_app.db.backup import REGISTER_FILE
from desk_app.db.lock import RegisterLock
from desk_app.db.onlooker import Onlooker, Seen, common_position, onlooking
from desk_app.db.swap import finish_swap
from desk_app.db.trouble import RegisterTrouble
from desk_app.services.copies import FOLDER, CopyOnHand, copies_in, moment_of, newest_first
from desk_app.services.copy_key import (
    Asked,
    copy_folder,
    find_key,
    generation_of,
    opened_copy,
    own_key,
    refuse_another,
    refuse_other_key,
    refuse_unknown,
    register_of,
)
from desk_app.services.doorstep import read_doorstep
from desk_app.services.restoring import Ground, Step, put_aside, put_in_place
from desk_app.services.trouble import Mistake, Trouble, told_as_trouble
from desk_app.services.who_takes_back import Keepers

__all__ = [
    "OTHER_BRANCH",
    "Done",
    "Ground",
    "Inside",
    "Key",
    "Opened",
    "Prospect",
    "Step",
    "copies_at_hand",
    "look",
    "open_each",
    "places",
    "put_aside",
    "take_back",
]
OTHER_BRANCH = "other-branch"
"""Both sides hold lines that the other lacks."""
_STEPS = 3


@dataclass(frozen=True, slots=True)
class Key:
    """Who takes a register back; with `recovery` (the code of the rescue sheet) `password` is the one to be used
    afterwards, without it the one that opens the register in use."""

    user: str
    password: str
    recovery: str = ""


@dataclass(frozen=True, slots=True)
class Inside:
    """What a register holds, counted after opening: `made_at` of a copy by its name; day and number of the newest
    registration; `last_letter` "birth 2026-11-20" (kind and day), "" without letters. Nobody's name."""

    made_at: datetime | None
    registrations: int
    letters: int
    last_day: date | None
    last_number: str
    last_letter: str


@dataclass(frozen=True, slots=True)
class Prospect:
    """A copy beside the register in use. `ours` None, with the code of a `trouble`, when that one cannot be opened;
    `trouble` "other-branch" when the copy holds lines of its own, written after an earlier restore. `missing`: how many
    lines of each kind the copy lacks."""

    copy: Inside
    ours: Inside | None
    trouble: str
    missing: tuple[tuple[str, int], ...]
    refusal: Mistake | None = None
    """Why this person may look and not take it back."""


@dataclass(frozen=True, slots=True)
class Done:
    """What is in use now: rows counted, epoch, how far the journal of the copy reached; `aside` is where the register
    lies that was in use, None when there was none."""

    registrations: int
    letters: int
    epoch: int
    position: int
    aside: Path | None


@dataclass(frozen=True, slots=True)
class Opened:
    """A copy that was opened: what it holds, or the code of what is wrong with it."""

    copy: CopyOnHand
    inside: Inside | None
    trouble: str = ""


def places(folder: Path) -> tuple[Path, ...]:
    """Where copies lie that can be listed without a key: beside the register and in the second place."""
    second = read_doorstep(folder).second
    return (folder / FOLDER, Path(second)) if second else (folder / FOLDER,)


def copies_at_hand(folder: Path, also: Sequence[Path] = (), now: datetime | None = None) -> tuple[CopyOnHand, ...]:
    """The finished copies in `places` and in the folders of `also`, the newest first; those of a day that for `now` is
    still to come stand last."""
    looked = dict.fromkeys((*places(folder), *also))
    return newest_first((copy for place in looked for copy in copies_in(place)), now)


def open_each(ground: Ground, key: Key, copies: Sequence[CopyOnHand]) -> Iterator[Opened]:
    """Open one copy after the other with this key. Raises Mistake("recovery-needed"), Trouble("wrong-password")."""
    # A password costs a guesser dearly, and us too: it is asked once for all copies.
    own = None if key.recovery else own_key(ground.folder, (tidy(key.user), key.password), ground.random)
    for copy in copies:
        asked = _asked(ground, copy.path, key)
        try:
            if own:
                refuse_another(asked, register_of(copy.path, ground.random), ground.random)
                refuse_other_key(copy.path, ground.folder, ground.random)
            with opened_copy(copy.path, own or find_key(asked, ground.random)) as onlooker:
                yield Opened(copy, _inside(onlooker.seen(), copy.made_at))
        except Trouble as trouble:
            yield Opened(copy, None, trouble.code)


def look(ground: Ground, copy: Path, key: Key, step: Step) -> Prospect:
    """Open the copy and the register in use, look at every page and compare; both are only read, no file is left.

    Raises Mistake or Trouble when the copy cannot be opened with this key, register-locked while the other is open."""
    asked = _asked(ground, copy, key)
    step(0, _STEPS)
    data_key = find_key(asked, ground.random)
    with _held(ground.folder, asked.user), opened_copy(asked.copy, data_key) as copied:
        seen = copied.seen()
        refuse_another(asked, seen.register_id, ground.random)
        refuse_unknown(asked, copied.users())
        step(1, _STEPS)
        copied.examine()
        step(2, _STEPS)
        inside = _inside(seen, moment_of(asked.copy))
        try:
            with onlooking(ground.folder / REGISTER_FILE, data_key) as ours:
                ours.examine()
                return replace(_compared(inside, copied, ours), refusal=Keepers.of(ours).refusal(asked))
        except RegisterTrouble as error:
            code = _code_in_use(ground, asked.copy, data_key, error.code)
            return Prospect(inside, None, code, (), Keepers(None, error.code).refusal(asked))


def take_back(ground: Ground, copy: Path, key: Key, step: Step) -> Done:
    """Restore the copy beside the register in use, count, compare, and exchange the two; also where the one in use is
    missing or damaged. Nobody may have it open. Raises Mistake or Trouble; nothing has changed then, but after
    swap-unfinished the next start carries on."""
    back, aside = put_in_place(ground, _asked(ground, copy, key), step)
    return Done(back.registrations, back.letters, back.epoch, back.position, aside)


@contextmanager
def _held(folder: Path, user: str) -> Iterator[None]:
    """Nobody may write while the register in use is looked at; where there is none, nothing is left behind."""
    lock = RegisterLock(folder, user)
    with told_as_trouble():
        finish_swap(folder)
        if (folder / REGISTER_FILE).exists():
            lock.take()
    try:
        yield
    finally:
        lock.let_go()


def _code_in_use(ground: Ground, copy: Path, data_key: bytes, code: str) -> str:
    """A first page that does not answer to the key: broken, when the key opens the marker beside it; under a later
    key, when the keyrings say so."""
    if code != "wrong-key":
        return code
    here, there = generation_of(ground.folder, ground.random), generation_of(copy, ground.random)
    if here and there and here != there:
        return "copy-before-new-key"
    return "register-damaged" if marker.read(ground.folder, data_key) else "register-foreign"


def _compared(inside: Inside, copied: Onlooker, ours: Onlooker) -> Prospect:
    shared = common_position(copied, ours)
    missing = tuple(sorted(ours.kinds_after(shared).items()))
    forked = bool(missing) and copied.position() > shared
    return Prospect(inside, _inside(ours.seen(), None), OTHER_BRANCH if forked else "", missing)


def _inside(seen: Seen, made_at: datetime | None) -> Inside:
    last_day = date.fromisoformat(seen.last_day) if seen.last_day else None
    letter = " ".join(seen.last_letter).strip()
    return Inside(made_at, seen.registrations, seen.letters, last_day, seen.last_number, letter)


def _asked(ground: Ground, copy: Path, key: Key) -> Asked:
    folder = ground.folder
    return Asked(copy_folder(copy), folder, tidy(key.user), key.password, key.recovery.strip(), folder)
