"""Sổ cấp số: letters that were printed get their number when they are signed (NĐ 30/2020, Điều 15); the book of a
year runs from 1 January to 31 December, a number in it is never another letter's."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from common.words import numbering as words
from desk_app.db.letter_numbers import LetterNumber
from desk_app.db.letters import KeptLetter
from desk_app.db.register import Reading, Work
from desk_app.db.trouble import NumberTaken
from desk_app.services.after_restore import restores
from desk_app.services.lines import act_entry, local_entry
from desk_app.services.number_rows import Named, named
from desk_app.services.number_signs import Numbers, read_numbers
from desk_app.services.office import fitting
from desk_app.services.reasons import reason_given
from desk_app.services.seat import Seat
from desk_app.services.stored import any_letter, live_letter
from desk_app.services.trouble import Mistake

GAPS = "number-gaps"
"""Under this name the office's papers say why numbers stand nowhere in the book."""
LARGEST = 99_999
NEWLY = 31
"""So many days after a restore it is told that the paper book knows more."""
MOST_WAITING = 1000


@dataclass(frozen=True, slots=True)
class BookLine:
    """A line of the book: `state` waiting (`number` is what is offered), given, void (the letter was taken back, its
    number stays), or gap (`number` to `last` stand nowhere, `note` why). `undated`: the day is written by hand."""

    state: str
    number: int
    sign: str
    dated: date
    letter: int = 0
    kind: str = ""
    who: str = ""
    last: int = 0
    note: str = ""
    undated: bool = False

    @property
    def told(self) -> str:
        """ "05/TCM-UBND"; of a gap all its numbers."""
        return words.gap(self.number, self.last, self.sign) if self.state == "gap" else words.number(*self._number)

    @property
    def short(self) -> str:
        """The same where there is little room."""
        return words.gap_short(self.number, self.last, self.sign) if self.state == "gap" else self.told

    @property
    def _number(self) -> tuple[int, str]:
        return self.number, self.sign


def number_of(reading: Reading, letter: int) -> str:
    """The number of a letter as it stands on it, "" where it has none."""
    given = reading.letter_numbers.of(letter)
    return words.number(given.number, given.sign) if given else ""


def numbers_of(reading: Reading, letters: Sequence[int]) -> Mapping[int, str]:
    """The same for a list of letters; those without a number are left out."""
    given = reading.letter_numbers.of_letters(letters)
    return {letter: words.number(one.number, one.sign) for letter, one in given.items()}


@dataclass(frozen=True, slots=True)
class NumberBook:
    """The numbers of one desk's letters."""

    seat: Seat

    @property
    def used(self) -> bool:
        """Whether this office numbers its letters."""
        with self.seat.reading() as reading:
            return read_numbers(reading.office).used

    def restored(self) -> bool:
        """Whether the register was taken back from a copy not long ago: numbers given after the copy stand in no book
        but the one of paper."""
        with self.seat.reading() as reading:
            found = restores(reading) if reading.epoch() > 1 else ()
        return any((self.seat.today() - one.on).days <= NEWLY for one in found)

    def years(self) -> tuple[int, ...]:
        """Years with a number, and the running one, newest first."""
        with self.seat.reading() as reading:
            return tuple(sorted({*reading.letter_numbers.years(), self.seat.today().year}, reverse=True))

    def waiting(self) -> tuple[BookLine, ...]:
        """Letters printed since the beginning of the year (in January of the last one) that have no number, by day,
        each with the number it would get."""
        today = self.seat.today()
        since = date(today.year - (today.month == 1), 1, 1)
        with self.seat.reading() as reading:
            numbers = read_numbers(reading.office)
            if not numbers.used:
                return ()
            ids = reading.letter_numbers.waiting(since, numbers.cards, MOST_WAITING)
            rows = [_waiting(one, numbers, today) for one in named(reading, ids)]
            return tuple(_offered(reading, sorted(rows, key=lambda row: (row.dated, row.letter))))

    def lines(self, year: int, most: int | None = None) -> tuple[BookLine, ...]:
        """What stands in the book of a year: by sign, the highest number first, gaps where they are; with `most` no
        more lines of each sign than that, and every gap that nobody explained."""
        with self.seat.reading() as reading:
            given = reading.letter_numbers.of_year(year)
            why: dict[str, str] = json.loads(reading.office.get(GAPS) or "{}")
            bare = [_bare(letter, number) for letter, number in given]
            told = [line for _, some in groupby(bare, key=_sign) for line in _shown([*_with_gaps([*some], why)], most)]
            who = {one.letter: one for one in named(reading, [line.letter for line in told if line.letter])}
        return tuple(_given(line, who[line.letter]) if line.letter else line for line in told)

    def give(self, letters: Sequence[int], first: int | None = None, day: date | None = None) -> tuple[str, ...]:
        """Give these letters numbers one after the other, the first of them `first` or the next of their book; `day`
        is the day of those whose day was left open. All or none. Raises Mistake: letter-not-printed, number-day,
        number-odd, numbers-mixed, letter-number-taken, numbers-not-used, letter-void."""
        self.seat.may("letters")
        if first is not None and not 1 <= first <= LARGEST:
            raise Mistake("number-odd", {"most": str(LARGEST)})
        with self.seat.work() as work:
            numbers = read_numbers(work.office)
            if not numbers.used:
                raise Mistake("numbers-not-used")
            places = [(letter, self._place(work, numbers, letter, day)) for letter in letters]
            if first is not None and len({(place.sign, place.dated.year) for _, place in places}) > 1:
                raise Mistake("numbers-mixed")
            told = [self._give(work, letter, place, first and first + at) for at, (letter, place) in enumerate(places)]
            work.commit()
        return tuple(told)

    def take_back(self, letter: int) -> str:
        """A number typed by mistake goes; the letter waits for one again. A void letter keeps its number (Mistake
        "letter-void"). Returns the number."""
        self.seat.may("letters")
        with self.seat.work() as work:
            kept = live_letter(work, letter)
            old = number_of(work, letter)
            work.letter_numbers.take_back(letter)
            self._note(work, kept, (old, ""))
            work.commit()
        return old

    def explain(self, line: BookLine, reason: str) -> None:
        """Keep why these numbers stand nowhere in the book. Raises Mistake("reason-empty" | "setting-too-long")."""
        self.seat.may("letters")
        told = reason_given(fitting("reason", reason))
        with self.seat.work() as work:
            why = json.loads(work.office.get(GAPS) or "{}") | {_key(line): told}
            work.office.put(GAPS, json.dumps(why, ensure_ascii=False, sort_keys=True))
            work.journal.append(local_entry(self.seat, "numbered", line.told))
            work.commit()

    def _place(self, work: Work, numbers: Numbers, letter: int, day: date | None) -> LetterNumber:
        """Sign and day of the number that the letter is to get; the number itself still open."""
        kept, today = live_letter(work, letter), self.seat.today()
        if kept.copies == 0:
            raise Mistake("letter-not-printed", {"id": str(letter)})
        dated = kept.dated
        if work.letter_numbers.undated([letter]):
            dated = day or max(today, kept.dated)
            if not kept.dated <= dated <= max(today, kept.dated):
                raise Mistake("number-day", {"first": words.day(kept.dated), "today": words.day(today)})
        old = work.letter_numbers.of(letter)
        return LetterNumber(0, old.sign if old else numbers.sign(kept.kind), dated)

    def _give(self, work: Work, letter: int, place: LetterNumber, number: int | None) -> str:
        old = number_of(work, letter)
        new = replace(place, number=number or work.letter_numbers.next(place.dated.year, place.sign))
        if new.number > LARGEST:
            raise Mistake("number-odd", {"most": str(LARGEST)})
        if new == work.letter_numbers.of(letter):
            return old
        try:
            work.letter_numbers.give(letter, new)
        except NumberTaken as taken:
            raise Mistake("letter-number-taken", _holder(work, new, taken)) from taken
        told = words.number(new.number, new.sign)
        self._note(work, any_letter(work, letter), (old, told))
        return told

    def _note(self, work: Work, kept: KeptLetter, change: tuple[str, str]) -> None:
        """The journal keeps at home which letter had which number before, and which it has now."""
        old, new = change
        home = {"act": "numbered", "what": new or old, "letter": kept.subject, "old": old, "new": new}
        work.journal.append(act_entry(self.seat, "local", self.seat.subject(), {}, home))


def _waiting(one: Named, numbers: Numbers, today: date) -> BookLine:
    dated = max(today, one.dated) if one.undated else one.dated
    return BookLine("waiting", 0, numbers.sign(one.kind), dated, one.letter, one.kind, one.who, undated=one.undated)


def _offered(reading: Reading, rows: Sequence[BookLine]) -> Iterator[BookLine]:
    offered: dict[tuple[int, str], int] = {}
    for row in rows:
        book = (row.dated.year, row.sign)
        number = offered.get(book) or reading.letter_numbers.next(*book)
        offered[book] = number + 1
        yield replace(row, number=number)


def _bare(letter: int, number: LetterNumber) -> BookLine:
    return BookLine("given", number.number, number.sign, number.dated, letter)


def _sign(line: BookLine) -> str:
    return line.sign


def _given(line: BookLine, one: Named) -> BookLine:
    told = replace(line, kind=one.kind, who=one.who, undated=one.undated)
    return replace(told, state="void", note=words.VOID) if one.void else told


def _shown(lines: Sequence[BookLine], most: int | None) -> Iterator[BookLine]:
    """From the highest number down; what lies deeper is left out but for gaps without a reason."""
    for place, line in enumerate(reversed(lines)):
        if most is None or place < most or (line.state == "gap" and not line.note):
            yield line


def _with_gaps(rows: Sequence[BookLine], why: Mapping[str, str]) -> Iterator[BookLine]:
    due = 1
    for row in rows:
        if row.number > due:
            gap = BookLine("gap", due, row.sign, row.dated, last=row.number - 1)
            yield replace(gap, note=_why(gap, why))
        yield row
        due = row.number + 1


def _why(gap: BookLine, why: Mapping[str, str]) -> str:
    """What was said of these numbers, also where one of them was given since."""
    for key, reason in why.items():
        year, sign, first, last = key.split("|")
        if (year, sign) == (str(gap.dated.year), gap.sign) and int(first) <= gap.number and gap.last <= int(last):
            return reason
    return ""


def _key(gap: BookLine) -> str:
    return f"{gap.dated.year}|{gap.sign}|{gap.number}|{gap.last}"


def _holder(work: Work, new: LetterNumber, taken: NumberTaken) -> Mapping[str, str]:
    holder = next(iter(named(work, [taken.id])), None) if taken.id else None
    told = {"number": words.number(new.number, new.sign), "year": str(new.dated.year)}
    who = f"{words.kind(holder.kind).lower()} {holder.who}" if holder else "–"
    return told | {"who": who, "void": f" ({words.STATES['void']})" if holder and holder.void else ""}
