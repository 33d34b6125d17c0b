"""The printing table: which letters wait for paper, what their sheets look like, which are in the hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from common.words import labels, printing
from common.words.problems import sentence
from desk_app.db.letters import KeptLetter
from desk_app.db.overview import LetterLine
from desk_app.db.register import Reading
from desk_app.domain.problems import Outcome, Problem
from desk_app.domain.standing import field_of
from desk_app.letters.order import Composed
from desk_app.letters.setpage import CannotDraw, SetPage
from desk_app.services.access_notes import seen
from desk_app.services.courtesy_desk import CourtesyDesk
from desk_app.services.courtesy_sheets import composed_again, waiting_courtesies
from desk_app.services.decided import awaiting
from desk_app.services.delivery import Delivery
from desk_app.services.files import write_file
from desk_app.services.letter_desk import LetterDesk, Prepared, Wish, sheet_of
from desk_app.services.letter_titles import title_of
from desk_app.services.print_batches import (
    Batch,
    LightFrame,
    Way,
    archived,
    batches,
    frame_alone,
    frame_edge,
    on_stock,
    size_of,
)
from desk_app.services.print_question import PrintQuestion, only_printed
from desk_app.services.print_rows import PrintedLetter, Ready, Sheet, WaitingLetter
from desk_app.services.printed_book import PrintedBookDesk
from desk_app.services.printers import PLAIN, Printers, PrinterSetup, keep_printers, read_printers
from desk_app.services.seat import Seat
from desk_app.services.sheet_check import advice, code_state, mended_at, mended_field, name_box, rare_letters
from desk_app.services.sheets import newly_held, order_of, specimen_code, what_holds
from desk_app.services.signed import signs_no_more
from desk_app.services.stored import any_letter, any_registration, whole_letter
from desk_app.services.trouble import Trouble
from desk_app.services.wishing import chosen

if TYPE_CHECKING:
    from desk_app.letters.raster import Band

__all__ = ["PrintDesk", "PrintedLetter", "Ready", "Sheet", "WaitingLetter", "bands_of", "picture"]
FINEST = 600
"""No printer is fed more dots per inch: enough for 0.2 mm rules, and a PC with 4 GB has room for the bands."""
NEWEST_DAYS = 92
"""Registrations older than a quarter and still without a letter are not greeted by themselves."""
LONGEST_QUEUE = 500
Holds = Sequence[Mapping[str, str]]
"""The details of each reason that holds a letter back."""


@dataclass(frozen=True, slots=True)
class PrintDesk:
    """What the page "Thư và in" asks for; nothing is called printed before `printed` says so."""

    seat: Seat

    def waiting(self, also: Sequence[int] = ()) -> tuple[WaitingLetter, ...]:
        """Letters prepared and never printed, then registrations without a letter; twins are one sheet. `also`: older
        registrations that somebody asks a letter for."""
        since = self.seat.today() - timedelta(days=NEWEST_DAYS)
        with self.seat.reading() as reading:
            sheets = reading.overview.letters_prepared(LONGEST_QUEUE)
            prepared = [(line, _living(reading, line.covers)) for line in sheets]
            unasked = awaiting(reading, since, LONGEST_QUEUE)
            asked = {one for id in also for one in _owed(reading, id)}
            pending = _together(reading, (*unasked, *sorted(asked - set(unasked))))
            rows = [_waiting(reading, line, live, self._waits(reading, line, live)) for line, live in prepared if live]
            courtesies = waiting_courtesies(reading, sheets)
            return (*rows, *courtesies, *(self._pending(reading, ids) for ids in pending))

    def prepare(self, rows: Sequence[WaitingLetter], anyway: str = "") -> Ready:
        """Archive the letters of these rows, or find the archived ones; `anyway` opens a letter that is held back."""
        letters, left_out = [], []
        for row in rows:
            if row.letter is not None and not row.covers:
                done = CourtesyDesk(self.seat).standing(row.letter)
            else:
                done = self._letters.prepare(row.covers, Wish(anyway=anyway))
            if isinstance(done, Prepared):
                letters.append(done.letter)
            else:
                left_out.append(f"{row.title}: {'; '.join(_sentences(done))}")
        return Ready(tuple(letters), tuple(left_out))

    def sheet(self, row: WaitingLetter, ink: str, stock: str = PLAIN) -> Sheet:
        """The archived page of a prepared letter; else a specimen, its symbol marked MẪU."""
        with self.seat.reading() as reading:
            page, outcome = self._page(reading, row)
        stops = (*row.held, *_sentences(outcome.errors if row.letter is None or page is None else ()))
        if page is None:
            return Sheet(b"", stops=stops, mend=mended_at(outcome.errors), field=mended_field(outcome.errors))
        pdf = self._drawn([page], PrinterSetup(ink, stock=stock))
        return Sheet(
            pdf=pdf,
            notes=_sentences(outcome.warnings),
            stops=stops,
            advice=advice(outcome.warnings),
            rare=rare_letters(page),
            code=code_state(page, pdf),
            name=name_box(page, pdf, outcome.warnings),
            mend="death" if row.because else "record" if row.at else "",
            size=size_of(page),
        )

    def pdf(self, letters: Sequence[int], ink: str, stock: str = PLAIN) -> bytes:
        """The archived pages as one PDF. Ink "black" changes the tones alone: no line, no place, no letter; on ornate
        stock only the text and the symbol are laid."""
        with self.seat.reading() as reading:
            pages = [archived(whole_letter(reading, id).page) for id in letters]
        return self._drawn(pages, PrinterSetup(ink, stock=stock))

    def with_backs(self, letters: Sequence[int]) -> tuple[int, ...]:
        """Those of these letters that have another side, in their order."""
        with self.seat.reading() as reading:
            found = reading.papers.with_backs(letters)
        return tuple(id for id in letters if id in found)

    def back(self, letter: int, ink: str) -> bytes:
        """The other side of one letter as a PDF; frame and ornaments stand on the front alone."""
        with self.seat.reading() as reading:
            page = archived(reading.papers.back(whole_letter(reading, letter).id))
        return self._drawn([page], PrinterSetup(ink))

    def frame(self, row: WaitingLetter) -> LightFrame | None:
        """Frame and ornaments of this letter alone, in light grey, to find the offset on ornate stock; None where
        it has no frame or cannot be written yet."""
        with self.seat.reading() as reading:
            page = self._page(reading, row)[0]
        edge = frame_edge(page) if page else 0.0
        return LightFrame(self._draw([frame_alone(page)]), edge) if page and edge else None

    def batches(self, letters: Sequence[int], way_of: Callable[[str], Way]) -> tuple[Batch, ...]:
        """The letters parted by printer, set-up and paper."""
        return batches(self.seat, letters, way_of)

    def save_pdf(self, letters: Sequence[int], ink: str, path: Path) -> None:
        """Write the sheets as a file; raises Trouble named after what the disk said."""
        write_file(path, self.pdf(letters, ink), self.seat.folder)
        seen(self.seat, "letter-saved", *letters)

    def printed(self, letters: Sequence[int], copies: int = 1, reason: str = "") -> None:
        """The clerk has counted the sheets: these letters are printed."""
        self._letters.printed(letters, copies, reason)

    def printed_each(self, copies: Mapping[int, int], reasons: Mapping[int, str]) -> None:
        """The same with a count of sheets for each letter, and why some were printed again."""
        Delivery(self.seat).printed_each(copies, reasons)

    def printed_before(self, letters: Sequence[int]) -> None:
        """Raise Mistake("letter-never-printed") where one of these was never in the hand."""
        only_printed(self.seat, letters)

    @property
    def question(self) -> PrintQuestion:
        """What was asked about sheets and not answered yet."""
        return PrintQuestion(self.seat)

    def delivered(self, letters: Sequence[int], way: str, reaction: str) -> None:
        """These letters were handed over."""
        self._letters.delivered(letters, way, reaction)

    def printed_today(self) -> tuple[PrintedLetter, ...]:
        """Letters first printed today, handed over or not, newest first."""
        return PrintedBookDesk(self.seat).since(self.seat.today(), LONGEST_QUEUE)

    def named(self, letters: Sequence[int]) -> tuple[PrintedLetter, ...]:
        """These letters, printed or not, in this order."""
        return PrintedBookDesk(self.seat).named(letters)

    def book(self, limit: int = 200) -> tuple[PrintedLetter, ...]:
        """The newest letters ever printed, handed over or not."""
        return PrintedBookDesk(self.seat).since(date.min, limit)

    def printers(self) -> Printers:
        """What this PC remembers of its printers."""
        return read_printers(self.seat.folder)

    def remember(self, printers: Printers) -> None:
        """Keep what the clerk set for a printer."""
        keep_printers(self.seat.folder, printers)

    @property
    def _letters(self) -> LetterDesk:
        return LetterDesk(self.seat)

    def _pending(self, reading: Reading, ids: tuple[int, ...]) -> WaitingLetter:
        found = [any_registration(reading, id).registration for id in ids]
        held = what_holds(reading, found, self.seat.today(), "", self.seat.mourners)
        return _waiting(reading, None, ids, [one.details for one in held])

    def _waits(self, reading: Reading, line: LetterLine, ids: tuple[int, ...]) -> Holds:
        """A letter written before a death or the family's no was registered waits as if it were not."""
        found = [any_registration(reading, id).registration for id in ids]
        day = (self.seat.today(), self.seat.mourners)
        return [one.details for one in newly_held(reading, (line.subject, line.copies), found, day)]

    def _composed(self, reading: Reading, row: WaitingLetter) -> Outcome[Composed]:
        """The letter as it would be written now: the fitting steps of an archived page are the same."""
        kept = any_letter(reading, row.letter) if row.letter is not None else None
        dated = kept.dated if kept and self._stands(reading, kept) else self.seat.today()
        if kept and not row.covers:
            return composed_again(self.seat, reading, kept, dated)
        found = [any_registration(reading, id).registration for id in row.covers]
        wish = chosen(reading, row.covers, row.event)
        order = order_of(self.seat, reading, found, dated, wish)
        return self.seat.press().compose(replace(order, code=specimen_code(reading, row.event), specimen=True))

    def _page(self, reading: Reading, row: WaitingLetter) -> tuple[SetPage | None, Outcome[Composed]]:
        outcome = self._composed(reading, row)
        kept = any_letter(reading, row.letter) if row.letter is not None else None
        return archived(kept.page) if kept and self._stands(reading, kept) else _set(outcome), outcome

    def _stands(self, reading: Reading, kept: KeptLetter) -> bool:
        """Whether the sheet is printed as it was archived."""
        return _unchanged(reading, kept) and not signs_no_more(reading, kept, self.seat.today())

    def _drawn(self, pages: Sequence[SetPage], setup: PrinterSetup) -> bytes:
        return self._draw([on_stock(page, setup) for page in pages])

    def _draw(self, pages: Sequence[SetPage]) -> bytes:
        try:
            return self.seat.press().draw(pages)
        except CannotDraw as error:
            raise Trouble("letter-cannot-draw", {"what": str(error)}) from error


def bands_of(pdf: bytes, page: int, dpi: int, ink: str) -> Iterator[Band]:
    """One sheet of a PDF in bands from top to bottom, at most FINEST dpi: grey for black ink, else red, green, blue."""
    from desk_app.letters.raster import bands  # slow to load: not before the first sheet

    return bands(pdf, page, min(dpi, FINEST), 1 if ink == "black" else 3)


def picture(pdf: bytes, dpi: int, ink: str) -> Band:
    """One sheet as one picture for the screen."""
    from desk_app.letters.raster import bands

    return next(bands(pdf, 0, dpi, 1 if ink == "black" else 3, rows=dpi * 20))


def _set(outcome: Outcome[Composed]) -> SetPage | None:
    return outcome.value.page if outcome.value else None


def _living(reading: Reading, ids: Sequence[int]) -> tuple[int, ...]:
    return tuple(row.id for row in reading.registrations.several(ids) if row.state == "live")


def _owed(reading: Reading, id: int) -> tuple[int, ...]:
    """What stands of the sheet that is asked for, where no letter says what the book says now."""
    letters = [kept for kept in reading.letters.of_registration(id) if kept.state != "void"]
    if any(kept.state == "prepared" or _unchanged(reading, kept) for kept in letters):
        return ()
    return _living(reading, sorted({id, *(one for kept in letters for one in kept.covers)}))


def _unchanged(reading: Reading, kept: KeptLetter) -> bool:
    """Whether the registrations still stand as the letter was written from them."""
    rows = reading.registrations.several(kept.covers)
    return kept.versions == tuple(row.version for row in rows) and all(row.state == "live" for row in rows)


def _together(reading: Reading, ids: Sequence[int]) -> list[tuple[int, ...]]:
    """The same registrations, twins together."""
    groups: dict[object, list[int]] = {}
    for id in ids:
        groups.setdefault(sheet_of(any_registration(reading, id)), []).append(id)
    return [tuple(group) for group in groups.values()]


def _waiting(reading: Reading, line: LetterLine | None, ids: tuple[int, ...], holds: Holds) -> WaitingLetter:
    rows = [any_registration(reading, id) for id in ids]
    event, held = rows[0].event, tuple(labels.held(details) for details in holds)
    coded = bool(line.code) if line else specimen_code(reading, event) is not None
    note = (
        printing.HELD_NOTE.format(reason=held[0])
        if held
        else printing.kind_note(event, len(ids), (coded, line.template if line else ""))
    )
    because = max((int(details.get("record", 0)) for details in holds), default=0)
    letter, at = line.id if line else None, field_of(details["reason"] for details in holds)
    return WaitingLetter(ids, letter, event, title_of(rows), note, labels.EVENT_WORDS[event], held, because, at)


def _sentences(problems: Sequence[Problem]) -> tuple[str, ...]:
    return tuple(sentence(one.code, one.details) for one in problems)
