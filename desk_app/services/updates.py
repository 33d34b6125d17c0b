"""What the level above sends to all its desks in one file: letters, report calendars, question sets, the table of
units. Looked at, taken in by the administrator as one act, put back as one act.

Everything that came lies inside the register, so every copy of it has the whole. What was in use meanwhile stays true:
letters keep their page, issued reports their content, answers the questions they were given to.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from common.letter_findings import findings
from common.letter_names import named_by
from common.units import UnitTable
from common.words import updates as words
from desk_app.db.register import Reading, Work
from desk_app.db.updates import KeptUpdate, UpdatePaper
from desk_app.services.files import read_file
from desk_app.services.lines import local_entry
from desk_app.services.office import own_unit, read_letterhead
from desk_app.services.question_sets import question_sets
from desk_app.services.seat import Seat
from desk_app.services.templates_kept import refuse_unsound, take_in, withdraw_update
from desk_app.services.trouble import Mistake, Trouble
from desk_app.services.unit_changes import UNITS, UnitPreview, preview_units, table_in_force, units_paper
from desk_app.services.update_preview import PartPreview, parts_told
from desk_app.sync.link import IN_FORCE, read_link
from exchange.canonical import encode
from exchange.update import OpenedUpdate, open_update
from exchange.update_parts import BadPart
from exchange.verdicts import Refused

Name = tuple[str, str]
"""Kind and name of a piece of an update."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What an update would do here, part by part; `units` where a table travels. Nothing has changed."""

    document: str
    edition: date
    parts: tuple[PartPreview, ...]
    units: UnitPreview | None


@dataclass(frozen=True, slots=True)
class TakenUpdate:
    """An update that this desk took in: the document (64 hex digits), its edition, when it was issued, the days on
    which it was taken in and put back, by whom it was taken in, and the pieces that it brought."""

    document: str
    edition: date
    issued_at: str
    taken_on: date
    put_back_on: date | None
    by: str
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """What this desk goes by: the day of its table of units and the day on which that came (None: with the program);
    every update that was taken in, newest first; whether it knows an office whose updates it may take."""

    units: date
    units_taken_on: date | None
    taken: tuple[TakenUpdate, ...]
    tied: bool

    @property
    def last(self) -> TakenUpdate | None:
        """The update that came last and was not put back: the way back leads before it."""
        return next((one for one in self.taken if one.put_back_on is None), None)


@dataclass(frozen=True, slots=True)
class Updates:
    """Taking in what the level above sends."""

    seat: Seat

    def standing(self) -> Standing:
        """What this desk goes by."""
        with self.seat.reading() as reading:
            names, tie = reading.updates.names(), read_link(reading.office.get(IN_FORCE))
            taken = tuple(_taken(one, names.get(one.id, ())) for one in reading.updates.all())
        own = self.seat.tables.table is not self.seat.tables.packed
        brought = (one for one in taken if one.put_back_on is None and any(kind == UNITS for kind, _ in one.names))
        units = next(brought, None) if own else None
        tied = tie is not None and tie.confirmed
        return Standing(self.seat.units.edition, units.taken_on if units else None, taken, tied)

    @staticmethod
    def found_in(folders: Iterable[Path]) -> Path | None:
        """The newest update, by its name, that lies in one of these folders; None where there is none."""
        found: list[Path] = []
        for folder in folders:
            # A stick that is pulled while we look has no update.
            with suppress(OSError):
                found += folder.glob("CN-*.mctt")
        return max(found, key=lambda path: path.name.partition("_")[2], default=None)

    def look(self, path: Path) -> Preview:
        """What this file would change. Raises Mistake, or Trouble named after what is wrong with the file."""
        raw = read_file(path)
        with self.seat.reading() as reading:
            return self._look(reading, raw)[0]

    def take(self, path: Path, document: str = "") -> Preview:
        """Use everything in this file from now on, if it is the `document` that was looked at. Raises what `look`
        raises, and Mistake("update-changed")."""
        self.seat.may("settings")
        raw, seat = read_file(path), self.seat.still()
        with seat.work() as work:
            preview, opened = self._look(work, raw)
            if document not in ("", preview.document):
                raise Mistake("update-changed")
            update, body = opened.update, {"by": seat.user}
            kept = KeptUpdate(0, opened.document, preview.edition, update.issued_at, seat.today(), body=body)
            work.updates.add(kept, papers_of(opened))
            take_in(work, seat, opened.parts.letters, opened.document)
            work.journal.append(local_entry(seat, "update-taken", update.edition))
            work.commit()
        self._go_by(opened.units)
        return preview

    def put_back(self) -> TakenUpdate:
        """As if the update that came last had not come; it is given back. Raises Mistake("no-update-before")."""
        self.seat.may("settings")
        last, seat = self.standing().last, self.seat.still()
        if last is None:
            raise Mistake("no-update-before")
        with seat.work() as work:
            kept = next(one for one in work.updates.all() if one.put_back_on is None)
            work.updates.mark_put_back(kept.id, seat.today())
            withdraw_update(work, seat, kept.document)
            work.journal.append(local_entry(seat, "update-put-back", kept.edition.isoformat()))
            table = table_in_force(work, seat.tables.packed)
            work.commit()
        self._go_by(table)
        return last

    def _go_by(self, table: UnitTable | None) -> None:
        self.seat.tables.table = table or self.seat.tables.table
        self.seat.calendars_in_use.read = None

    def _look(self, store: Reading | Work, raw: bytes) -> tuple[Preview, OpenedUpdate]:
        tie = read_link(store.office.get(IN_FORCE))
        if tie is None or not tie.confirmed:
            raise Mistake("update-no-office")
        opened = _opened(raw, tie.office_verify)
        _refuse_older(store, opened, self.seat.units)
        _refuse_changed_questions(store, opened)
        for one in opened.parts.letters:
            refuse_unsound(named_by(one.name, one.layout), findings(one.text, one.layout))
        units = self._units(store, opened.units) if opened.units else None
        parts = tuple(parts_told(self.seat, store, opened.parts))
        if units:
            parts = (*parts, PartPreview(UNITS, units.told()))
        return Preview(opened.document, date.fromisoformat(opened.update.edition), parts, units), opened

    def _units(self, store: Reading | Work, new: UnitTable) -> UnitPreview:
        ours, today, head = self.seat.units, self.seat.today(), read_letterhead(store.office)
        if not any(one.valid_from <= today for one in new.known(head.unit)):
            # A table without this office's own unit is not for this desk, whatever it is.
            raise Mistake("update-own-unit", {"unit": own_unit(head, ours, today).full_name})
        return preview_units(head, ours, new, today)


def papers_of(opened: OpenedUpdate) -> tuple[UpdatePaper, ...]:
    """Everything an update brings, piece by piece, as the register keeps it."""
    parts = opened.parts
    papers = [UpdatePaper("letter", one.name, encode(one.told())) for one in parts.letters]
    papers += [UpdatePaper("calendar", one.id, raw) for one, raw in parts.calendars]
    papers += [UpdatePaper("questions", one.mark, raw) for one, raw in parts.questions]
    return (*papers, *([units_paper(opened.raw)] if opened.units else []))


def _opened(raw: bytes, office: str) -> OpenedUpdate:
    try:
        return open_update(raw, office)
    except BadPart as bad:
        told = {"which": words.which(bad.part, bad.name), "what": words.wrong(bad.code, bad.place, bad.found)}
        raise Trouble("update-bad-part", {**told, "detail": bad.detail}) from bad
    except Refused as refused:
        raise Trouble(f"update-{refused.verdict}", {"detail": refused.detail}) from refused


def _refuse_older(store: Reading | Work, opened: OpenedUpdate, units: UnitTable) -> None:
    """An update in which anything is older than what is in force here, or that is in force itself."""
    in_force = [one for one in store.updates.all() if one.put_back_on is None]
    for one in in_force:
        if one.document == opened.document:
            raise Mistake("update-in-force", {"day": f"{one.edition:%d/%m/%Y}"})
    if opened.units is not None and opened.units.edition < units.edition:
        raise Mistake("update-older", {"what": words.older(UNITS, ""), "day": f"{units.edition:%d/%m/%Y}"})
    names, told = store.updates.names(), {(one.kind, one.name) for one in papers_of(opened)}
    for kept, (kind, name) in ((one, name) for one in in_force for name in names.get(one.id, ())):
        if (kind, name) in told and opened.update.issued_at <= kept.issued_at and not _newer_table(opened, kept, kind):
            raise Mistake("update-older", {"what": words.older(kind, name), "day": f"{kept.edition:%d/%m/%Y}"})


def _newer_table(opened: OpenedUpdate, kept: KeptUpdate, kind: str) -> bool:
    return kind == UNITS and opened.units is not None and opened.units.edition > kept.edition


def _refuse_changed_questions(store: Reading | Work, opened: OpenedUpdate) -> None:
    known = question_sets(store)
    for one, _ in opened.parts.questions:
        if known.get(one.mark) not in (None, one):
            raise Mistake("update-question-set", {"name": one.mark})


def _taken(kept: KeptUpdate, names: tuple[Name, ...]) -> TakenUpdate:
    by = str(kept.body.get("by", ""))
    return TakenUpdate(kept.document, kept.edition, kept.issued_at, kept.taken_on, kept.put_back_on, by, names)
