"""Back to the ministry's software: the register in the ministry's own columns, as a file or one field after the other,
and its monthly sheet beside ours."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from common.paper.workbook import WorkSheet, workbook
from common.periods import NotAPeriod, Period, read_period
from common.table_file import csv_table
from common.words import ministry_desk as words
from common.words.labels import EVENT_WORDS
from desk_app.db.register import Reading
from desk_app.db.registrations import Kept
from desk_app.domain.events import EVENTS, AnyRegistration
from desk_app.domain.ministry import MinistryKey, keys_of, own_keys
from desk_app.domain.ministry_codes import meaning
from desk_app.domain.ministry_said import said
from desk_app.services.access_notes import done
from desk_app.services.files import write_file
from desk_app.services.guarded import Reach, reach_of
from desk_app.services.intake_values import Look, LookedRow, Step
from desk_app.services.lines import STAY_AT_HOME, act_entry
from desk_app.services.reasons import reason_given
from desk_app.services.seat import Seat
from desk_app.services.stored import live_registration
from desk_app.services.trouble import Mistake

AT_ONCE = 500
_NUMBERS = ("citizen_id", "id_paper")
_SENSITIVE = ("ethnic_group", "cause")
Rows = Mapping[str, Sequence[Mapping[str, str]]]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record in the ministry's order: its key and heading, what the ministry's sheet holds (a code is a
    number), the words of it, and the part it belongs to; `hidden` where this role does not see it. `other`: the other
    way to write `shown`, a code by its number, a day with slashes; "" where there is none."""

    key: str
    caption: str
    value: str
    shown: str
    block: str
    hidden: bool = False
    other: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is exported and why: the days of a period (of this event, or "" of all) or these records, with personal
    numbers, ethnic groups and causes of death (`whole`) or without."""

    reason: str
    period: Period | None = None
    ids: tuple[int, ...] = ()
    whole: bool = False
    event: str = ""


@dataclass(frozen=True, slots=True)
class Exported:
    """The files that were written, and how many registrations of each event stand in them."""

    files: tuple[Path, ...]
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Compared:
    """The ministry's sheet of some days beside the register: rows that are only there, records that are only here, and
    rows that say something else or that a person has to look at."""

    only_there: tuple[LookedRow, ...]
    only_here: tuple[Kept, ...]
    different: tuple[LookedRow, ...]
    same: int


@dataclass(frozen=True, slots=True)
class Ministry:
    """What goes back to the ministry's software, for the person at this seat."""

    seat: Seat

    def fields(self, id: int) -> tuple[Field, ...]:
        """Everything that the ministry's form asks and we keep, in its order, to be copied one after the other; noted
        in the access log. Raises Mistake: no-such-registration, registration-void."""
        self.seat.may("register")
        with self.seat.reading() as reading:
            one = live_registration(reading, id).registration
        done(self.seat, "number-shown", id)
        told, reach = said(one, self._place(one)), reach_of(self.seat.role)
        return tuple(_field(key, told[key.key], reach) for key in keys_of(one.event) if key.field)

    def export(self, wanted: Wanted, path: Path, step: Step = lambda done, total: None) -> Exported:
        """Write the registrations as XLSX, a sheet for each event, or as CSV, a file for each where there are several:
        keys in the first row, every cell text. One line of the journal says why. Raises Mistake: reason-empty,
        nothing-for-ministry, no-such-table-form; Trouble("not-allowed") where `whole` is not for this role."""
        self.seat.may("sensitive" if wanted.whole else "register")
        reason = reason_given(wanted.reason)
        form = _FORMS.get(path.suffix.lower())
        if form is None:
            raise Mistake("no-such-table-form", {"file": path.name})
        with self.seat.reading() as reading:
            rows = self._rows(reading, wanted, step)
        if not rows:
            raise Mistake("nothing-for-ministry")
        counts = {event: len(told) for event, told in rows.items()}
        self._note(reason, counts)
        return Exported(tuple(form(path, rows)), counts)

    def compare(self, period: Period, look: Look) -> Compared:
        """The ministry's sheet of these days, looked at already, beside what the register holds of them."""
        there = {row.id for row in look.rows if row.id}
        events = {row.event for row in look.rows}
        with self.seat.reading() as reading:
            ids = [id for event in EVENTS if event in events for id in _of_days(reading, event, period)]
            missing = reading.registrations.several([id for id in ids if id not in there])
        different = look.of("changed", "conflict", "unreadable")
        return Compared(look.of("new"), missing, different, look.counts["same"])

    def _rows(self, reading: Reading, wanted: Wanted, step: Step) -> Rows:
        ids = wanted.ids or _ids(reading, wanted)
        found: dict[str, list[Mapping[str, str]]] = {}
        for begun in range(0, len(ids), AT_ONCE):
            for kept in reading.registrations.several(ids[begun : begun + AT_ONCE]):
                if kept.state == "live":
                    found.setdefault(kept.event, []).append(self._row(kept.registration, wanted.whole))
            step(min(begun + AT_ONCE, len(ids)), len(ids))
        return {event: found[event] for event in EVENTS if event in found}

    def _row(self, one: AnyRegistration, whole: bool) -> Mapping[str, str]:
        told = said(one, self._place(one))
        told["mctt_case"] = " ".join(word for word in told["mctt_case"].split() if word not in STAY_AT_HOME)
        if whole:
            return told
        kept_in = {key.key for key in _keys(one.event) if key.field.endswith((*_NUMBERS, *_SENSITIVE))}
        return {key: "" if key in kept_in else text for key, text in told.items()}

    def _place(self, one: AnyRegistration) -> str:
        unit = self.seat.units.unit(one.unit, one.registered_on)
        return unit.full_name if unit else ""

    def _note(self, reason: str, counts: Mapping[str, int]) -> None:
        with self.seat.work() as work:
            home = {"act": "ministry-export", "reason": reason, "counts": dict(counts)}
            work.journal.append(act_entry(self.seat, "local", self.seat.subject(), {}, home))
            work.commit()


def days_between(first: str, last: str) -> Period:
    """Two days as a clerk types them, both included. Raises Mistake("export-days")."""
    try:
        return read_period(f"{first}..{last}")
    except NotAPeriod as error:
        raise Mistake("export-days") from error


def _keys(event: str) -> tuple[MinistryKey, ...]:
    return (*keys_of(event), *own_keys(event))


def _ids(reading: Reading, wanted: Wanted) -> tuple[int, ...]:
    if wanted.period is None:
        return ()
    events = [event for event in EVENTS if wanted.event in ("", event)]
    return tuple(id for event in events for id in _of_days(reading, event, wanted.period))


def _of_days(reading: Reading, event: str, period: Period) -> tuple[int, ...]:
    return reading.many.registered(event, period.first.isoformat(), period.last.isoformat())


def _field(key: MinistryKey, text: str, reach: Reach) -> Field:
    may = reach.numbers if key.field.endswith(_NUMBERS) else reach.sensitive or not key.field.endswith(_SENSITIVE)
    if not may:
        return Field(key.key, key.caption, "", "", key.block, hidden=bool(text))
    shown = meaning(key.kind, text) or text
    other = text.replace(".", "/") if key.kind == "date" else text
    return Field(key.key, key.caption, text, shown, key.block, other="" if other == shown else other)


def _table(event: str, rows: Sequence[Mapping[str, str]]) -> Iterator[Sequence[str]]:
    keys = [key.key for key in _keys(event)]
    yield keys
    for place, row in enumerate(rows, start=1):
        yield [str(place) if key == "STT" else row[key] for key in keys]


def _write_workbook(path: Path, rows: Rows) -> Iterator[Path]:
    tables = {event: list(_table(event, told)) for event, told in rows.items()}
    sheets = [WorkSheet(EVENT_WORDS[event], head, told) for event, (head, *told) in tables.items()]
    write_file(path, workbook(sheets))
    yield path


def _write_csv(path: Path, rows: Rows) -> Iterator[Path]:
    for event, told in rows.items():
        file = path if len(rows) == 1 else path.with_stem(f"{path.stem}-{words.FILE_NAMES[event]}")
        write_file(file, csv_table(_table(event, told)))
        yield file


_FORMS: Mapping[str, Callable[[Path, Rows], Iterator[Path]]] = {".xlsx": _write_workbook, ".csv": _write_csv}
