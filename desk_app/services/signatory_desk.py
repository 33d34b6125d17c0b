"""Who signs the letters: several at once in their capacities, each from a day to a day; what stands under a letter
stays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta

from desk_app.db.register import Reading, Work
from desk_app.domain.office import Signatory
from desk_app.domain.signing import MOST_LINES, other_heads, share_days
from desk_app.services.lines import local_entry
from desk_app.services.office import authority_lines, fitting, keep_signatories, read_signatories, signatory_on
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody who signs, signed or will sign; `state` is now, past or coming, `first` whoever signs today when nobody
    is chosen."""

    one: Signatory
    state: str
    first: bool


@dataclass(frozen=True, slots=True)
class Typed:
    """A signatory as typed: capacity with "/" between the lines, `last` None while open."""

    name: str
    title: str
    first: date
    last: date | None = None
    usual: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SignatoryDesk:
    """The signatories of one office."""

    seat: Seat

    def all(self) -> tuple[Listed, ...]:
        """Those of today first, then those to come, then those of before; the newest first in each."""
        today = self.seat.today()
        with self.seat.reading() as reading:
            people = read_signatories(reading.office)
        first = signatory_on(people, today)
        listed = [Listed(one, _state(one, today), one is first) for one in people]
        order = ("now", "coming", "past")
        listed.sort(key=lambda each: (order.index(each.state), not each.first, -each.one.valid_from.toordinal()))
        return tuple(listed)

    def heads_beside(self, typed: Typed, instead: Signatory | None = None) -> tuple[Signatory, ...]:
        """Who else would be chair on some of the same days, were this kept (in the place of another entry)."""
        with self.seat.reading() as reading:
            people = tuple(one for one in read_signatories(reading.office) if one != instead)
        return other_heads(made(typed), people)

    def add(self, typed: Typed, ending: Sequence[Signatory] = ()) -> Signatory:
        """Somebody more signs; those in `ending` sign until the day before. Raises Mistake: signatory-empty -lines
        -days -there, setting-too-long."""
        new = made(typed)
        with self._changing() as change:
            before = new.valid_from - timedelta(days=1)
            ended = {one: replace(one, valid_to=before) for one in ending if one.valid_from <= before}
            people = tuple(ended.get(one, one) for one in change.people)
            if any(one.told == new.told and share_days(one, new) for one in people):
                raise Mistake("signatory-there", {"name": new.name})
            change.keep(_settled((*people, new), new), "added")
        return new

    def change(self, old: Signatory, typed: Typed) -> int:
        """Write an entry anew. Of somebody who signed already only the last day and what they sign by default change
        (Mistake "signatory-signed"). Returns how many letters dated after the last day bear the name all the same."""
        return self._write(old, made(typed))

    def end(self, old: Signatory, last: date) -> int:
        """The last day on which this person signs; returns as `change` does. Raises Mistake("signatory-days")."""
        if last < old.valid_from:
            raise Mistake("signatory-days", {"name": old.name})
        return self._write(old, replace(old, valid_to=last))

    def remove(self, old: Signatory) -> None:
        """Take out an entry under which no letter was written; raises Mistake("signatory-signed")."""
        with self._changing() as change:
            change.known(old)
            if signed(change.work, old, most=1):
                raise Mistake("signatory-signed", {"name": old.name})
            change.keep(tuple(one for one in change.people if one != old), "removed")

    def has_signed(self, one: Signatory) -> bool:
        """Whether a letter of this person's days bears the name."""
        with self.seat.reading() as reading:
            return bool(signed(reading, one, most=1))

    def _write(self, old: Signatory, new: Signatory) -> int:
        with self._changing() as change:
            change.known(old)
            same = (new.name, new.authority, new.valid_from) == (old.name, old.authority, old.valid_from)
            if not same and signed(change.work, old, most=1):
                raise Mistake("signatory-signed", {"name": old.name})
            after = signed(change.work, new, new.valid_to + timedelta(days=1)) if new.valid_to else 0
            change.keep(_settled(tuple(new if one == old else one for one in change.people), new), "changed")
        return after

    @contextmanager
    def _changing(self) -> Iterator[_Change]:
        self.seat.may("settings")
        with self.seat.work() as work:
            yield _Change(self.seat, work, read_signatories(work.office))


@dataclass(frozen=True, slots=True)
class _Change:
    """One change of the list, as one transaction; nothing is kept where it stops."""

    seat: Seat
    work: Work
    people: tuple[Signatory, ...]

    def known(self, one: Signatory) -> None:
        if one not in self.people:
            raise Mistake("signatory-gone", {"name": one.name})

    def keep(self, people: tuple[Signatory, ...], what: str) -> None:
        keep_signatories(self.work.office, people)
        self.work.journal.append(local_entry(self.seat, "signatory", what))
        self.work.commit()


def _settled(people: tuple[Signatory, ...], new: Signatory) -> tuple[Signatory, ...]:
    """What `new` signs by default nobody signs by default who would come before it."""
    later = [one for one in people if one != new and share_days(one, new) and one.valid_from >= new.valid_from]
    return tuple(
        replace(one, usual=tuple(kind for kind in one.usual if kind not in new.usual)) if one in later else one
        for one in people
    )


def made(typed: Typed) -> Signatory:
    """The signatory as letters will show it. Raises Mistake: signatory-empty -lines -days, setting-too-long."""
    name, lines = fitting("name", typed.name), authority_lines(fitting("title", typed.title))
    if not name or not lines:
        raise Mistake("signatory-empty")
    if len(lines) > MOST_LINES:
        raise Mistake("signatory-lines", {"most": str(MOST_LINES)})
    if typed.last is not None and typed.last < typed.first:
        raise Mistake("signatory-days", {"name": name})
    return Signatory(name, lines, typed.first, typed.last, typed.usual)


def signed(reading: Reading, one: Signatory, since: date | None = None, most: int = 1000) -> int:
    """How many letters of that person's days (or of `since` and later) bear the name, counted no further than `most`.
    Names stand on a page as they were given."""
    sought, last, count = one.name.encode(), one.valid_to or date.max, 0
    for dated, state, page in reading.letters.pages_dated(since or one.valid_from):
        count += sought in page and (dated <= last if since is None else state != "void")
        if count >= most:
            break
    return count


def _state(one: Signatory, today: date) -> str:
    return "now" if one.in_office(today) else "coming" if one.valid_from > today else "past"
