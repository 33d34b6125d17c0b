"""What an update would change here, part by part, in plain sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from common.calendars import DayOfYear, ReportCalendar, Term
from common.letter_findings import errors, tidied
from common.letter_names import named_by
from common.words import updates as words
from desk_app.db.register import Reading, Work
from desk_app.services.letter_samples import checked
from desk_app.services.question_sets import question_sets, set_in_force
from desk_app.services.seat import Seat
from desk_app.services.template_words import differing
from desk_app.services.wording import packed_texts
from exchange.update_parts import Letter, Parts


@dataclass(frozen=True, slots=True)
class PartPreview:
    """One part of an update: its kind (letter, calendar, questions, units), and what it would change."""

    kind: str
    told: tuple[str, ...]

    @property
    def title(self) -> str:
        """What it is called."""
        return words.PARTS[self.kind]


def parts_told(seat: Seat, store: Reading | Work, parts: Parts) -> Iterator[PartPreview]:
    """Letters, calendars and question sets, those that the update carries."""
    if parts.letters:
        told = tuple(_letter(seat, store, one) for one in parts.letters)
        yield PartPreview("letter", (*told, words.LETTERS_KEPT))
    if parts.calendars:
        known = seat.calendars()
        calendars = tuple(_calendar(known.get(one.id), one) for one, _ in parts.calendars)
        yield PartPreview("calendar", (*calendars, words.REPORTS_KEPT))
    if parts.questions:
        yield PartPreview("questions", (*_questions(store, parts), words.ANSWERS_KEPT))


def _letter(seat: Seat, store: Reading | Work, letter: Letter) -> str:
    today, name = seat.today(), named_by(letter.name, letter.layout)
    own = {one.name: str(one.body["text"]) for one in store.letter_templates.in_force(today)}
    for one in errors(checked(seat, store, tidied(letter.text), letter.layout))[:1]:
        return words.letter_too_long(letter.title, one.place, one.sentence)
    before = own.get(name) or packed_texts().get(name)
    if before is None:
        return words.letter_new(letter.title, letter.from_day, today)
    found = tuple(dict.fromkeys(_differences(before, letter.text)))
    if not found:
        return words.LETTER_SAME.format(title=letter.title)
    return words.letter_newer(letter.title, letter.from_day, today, found)


def _differences(before: str, after: str) -> Iterator[str]:
    gone = ""
    for piece in differing(before, after):
        if gone and piece.which != "new":
            yield words.difference(gone, "")
            gone = ""
        if piece.which == "old":
            gone = piece.text
        elif piece.which == "new":
            yield words.difference(gone, piece.text)
            gone = ""
    if gone:
        yield words.difference(gone, "")


def _calendar(before: ReportCalendar | None, after: ReportCalendar) -> str:
    if before is None:
        return words.calendar_new(after.name, after.source, after.recipients)
    changes = tuple(_changes(before, after))
    if not changes:
        return words.CALENDAR_SAME.format(name=after.name)
    return words.calendar_changed(after.name, changes)


def _changes(before: ReportCalendar, after: ReportCalendar) -> Iterator[str]:
    if before.name != after.name:
        yield words.CALENDAR_CALLED.format(name=before.name)
    if before.recipients != after.recipients:
        yield words.CALENDAR_SENT.format(recipients=", ".join(after.recipients))
    if before.last_day != after.last_day:
        yield words.calendar_ends(after.last_day) if after.last_day else words.CALENDAR_RUNS_ON
    asked = {term.part: term for term in before.terms}
    yield from (_term(term) for term in after.terms if term != asked.get(term.part))
    kept = {term.part for term in after.terms}
    yield from (words.term_gone(part) for part in asked if part not in kept)


def _term(term: Term) -> str:
    return words.term(term.part, _day(term.last), _day(term.due) if term.due else None)


def _day(day: DayOfYear) -> tuple[int, int, int]:
    return day.day, day.month, day.year


def _questions(store: Reading | Work, parts: Parts) -> Sequence[str]:
    known, now = question_sets(store), set_in_force(store)
    return [
        words.QUESTIONS_SAME.format(mark=one.mark)
        if known.get(one.mark) in known.sets
        else words.questions_new(one.mark, len(one.questions), one.id == now.id and one.version > now.version)
        for one, _ in parts.questions
    ]
