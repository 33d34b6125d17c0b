"""A new table of units from the level above: looked at, taken in by the administrator, put back in one act.

The table in force and the one before lie among the office's papers inside the register, so every copy of the register
has them. A program that comes with a newer table uses its own.
"""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

from common.units import Unit, UnitTable
from common.words import unit_updates as words
from desk_app.db.register import Reading, Work
from desk_app.services.files import read_file
from desk_app.services.lines import local_entry
from desk_app.services.office import Letterhead, OfficeStore, office_on, own_unit, read_letterhead
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake, Trouble
from desk_app.sync.link import IN_FORCE, read_link
from exchange.update import OpenedUpdate, open_update
from exchange.update_parts import Parts
from exchange.verdicts import Refused

NOW, BEFORE, PACKED = "units", "units-before", "packed"
"""Under the first two names, and with `-table` behind them, the office keeps two tables; PACKED stands for the one
that came with the program."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A table that was taken in: the document that brought it (64 hex digits), its edition, when it was issued, the day
    on which it was taken in and by whom."""

    document: str
    edition: str
    issued_at: str
    taken_on: str
    by: str


@dataclass(frozen=True, slots=True)
class Changes:
    """How many units a new table adds, ends, calls otherwise, tells otherwise of days gone by, and does not know any
    more; from which day the first of the new ones counts (None: none is new)."""

    added: int
    ended: int
    renamed: int
    corrected: int
    lost: int
    since: date | None


@dataclass(frozen=True, slots=True)
class Own:
    """What becomes of this office's own unit: from which day it is `name` in `parent`, under which code; `split` where
    a person has to say which part it is; `chosen` where the letterhead carries a name that was written by hand."""

    since: date
    code: str
    name: str
    parent: str
    split: tuple[str, ...] = ()
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    """What an update would do here. Nothing has changed."""

    edition: date
    document: str
    changes: Changes
    own: tuple[Own, ...]


@dataclass(frozen=True, slots=True)
class InForce:
    """The table in force (`kept` None: the one that came with the program), whether there is a way back, and whether
    this desk knows an office whose table it may take."""

    edition: date
    kept: Kept | None
    way_back: bool
    tied: bool = True


@dataclass(frozen=True, slots=True)
class UnitUpdates:
    """Taking in what the level above says of units."""

    seat: Seat

    def in_force(self) -> InForce:
        """What this desk goes by."""
        with self.seat.reading() as reading:
            kept, before = self._kept(reading), reading.office.get(BEFORE)
            tie = read_link(reading.office.get(IN_FORCE))
        return InForce(self.seat.units.edition, kept, bool(kept and before), tie is not None and tie.confirmed)

    def look(self, path: Path) -> Preview:
        """What this file would change. Raises Mistake, or Trouble named after what is wrong with the file."""
        raw = read_file(path)
        with self.seat.reading() as reading:
            return self._look(reading, raw)[0]

    def take(self, path: Path, document: str = "") -> Preview:
        """Use the table of this file from now on, if it is the `document` that was looked at; the one before stays.
        Raises what `look` raises, and Mistake("update-changed")."""
        self.seat.may("settings")
        raw = read_file(path)
        with self.seat.work() as work:
            preview, opened = self._look(work, raw)
            if document not in ("", preview.document):
                raise Mistake("update-changed")
            work.office.put(BEFORE, work.office.get(NOW) or PACKED)
            work.office.put(f"{BEFORE}-table", work.office.get(f"{NOW}-table") or "")
            _keep(work, opened, self.seat)
            work.journal.append(local_entry(self.seat, "units-updated", preview.edition.isoformat()))
            work.commit()
        self.seat.tables.table = opened.units or self.seat.tables.table
        return preview

    def put_back(self) -> InForce:
        """Back to the table before. Raises Mistake("no-table-before")."""
        self.seat.may("settings")
        if not self.in_force().way_back:
            raise Mistake("no-table-before")
        with self.seat.work() as work:
            before = work.office.get(BEFORE) or PACKED
            work.office.put(NOW, "" if before == PACKED else before)
            work.office.put(f"{NOW}-table", work.office.get(f"{BEFORE}-table") or "")
            work.office.put(BEFORE, "")
            work.office.put(f"{BEFORE}-table", "")
            table = table_in_force(work.office, self.seat.tables.packed)
            work.journal.append(local_entry(self.seat, "units-put-back", table.edition.isoformat()))
            work.commit()
        self.seat.tables.table = table
        return self.in_force()

    def _look(self, store: Reading | Work, raw: bytes) -> tuple[Preview, OpenedUpdate]:
        tie = read_link(store.office.get(IN_FORCE))
        if tie is None or not tie.confirmed:
            raise Mistake("update-no-office")
        try:
            opened = open_update(raw, tie.office_verify)
        except Refused as refused:
            raise Trouble(f"update-{refused.verdict}", {"detail": refused.detail}) from refused
        if opened.units is None or opened.parts != Parts():
            raise Trouble("update-too-new")
        self._refuse_older(store, opened, opened.units)
        ours, new, today = self.seat.units, opened.units, self.seat.today()
        head = read_letterhead(store.office)
        if not any(one.valid_from <= today for one in new.known(head.unit)):
            # A table without this office's own unit is not for this desk, whatever it is.
            raise Mistake("update-own-unit", {"unit": own_unit(head, ours, today).full_name})
        own = tuple(own_changes(head, ours, new, today))
        return Preview(new.edition, opened.document, compare(ours, new), own), opened

    def _refuse_older(self, store: Reading | Work, opened: OpenedUpdate, units: UnitTable) -> None:
        kept = self._kept(store)
        if kept and kept.document == opened.document:
            raise Mistake("update-in-force", {"day": f"{units.edition:%d/%m/%Y}"})
        ours = (self.seat.units.edition.isoformat(), kept.issued_at if kept else "")
        if (opened.update.edition, opened.update.issued_at) <= ours:
            raise Mistake("update-older", {"day": f"{self.seat.units.edition:%d/%m/%Y}"})

    def _kept(self, store: Reading | Work) -> Kept | None:
        """What is known of the table in force, where it did not come with the program."""
        return read_kept(store.office, NOW) if self.seat.tables.table is not self.seat.tables.packed else None


def told_of(preview: Preview) -> list[str]:
    """The preview in sentences."""
    changes = preview.changes
    own = [words.own(one.since, one.name, one.parent, one.split, one.chosen) for one in preview.own]
    told = words.counted(changes.added, changes.ended, changes.renamed, changes.corrected, changes.lost)
    return [sentence for sentence in (told, words.since(changes.since), *(own or [words.OWN_STAYS])) if sentence]


def table_in_force(store: OfficeStore, packed: UnitTable) -> UnitTable:
    """The table that this register was given, unless the program comes with a newer one."""
    kept, text = read_kept(store, NOW), store.get(f"{NOW}-table")
    if kept is None or not text or date.fromisoformat(kept.edition) < packed.edition:
        return packed
    try:
        return UnitTable.read(zlib.decompress(b64decode(text)))
    except (ValueError, zlib.error):
        # Nothing of ours writes such a text; a desk opens all the same, under the names that the program knows.
        return packed


def read_kept(store: OfficeStore, name: str) -> Kept | None:
    """What is kept of a table under this name."""
    text = store.get(name)
    return Kept(**json.loads(text)) if text else None


def compare(old: UnitTable, new: UnitTable) -> Changes:
    """What another table says differently."""
    before = {(unit.code, unit.valid_from): unit for unit in old.every()}
    after = {(unit.code, unit.valid_from): unit for unit in new.every()}
    fresh = [unit for key, unit in after.items() if key not in before]
    renamed = [unit for unit in fresh if _goes_on(new, unit) and unit.valid_from > old.edition]
    ended = [key for key, unit in before.items() if _ends(unit, after.get(key)) and not _follows(new, after[key])]
    told = (_told(unit) != _told(after[key]) for key, unit in before.items() if key in after)
    return Changes(
        added=len(fresh) - len(renamed),
        ended=len(ended),
        renamed=len(renamed),
        corrected=sum(told),
        lost=len(before.keys() - after.keys()),
        since=min((unit.valid_from for unit in fresh), default=None),
    )


def _goes_on(table: UnitTable, unit: Unit) -> bool:
    return any(one.valid_to is not None and _next_day(one) == unit.valid_from for one in table.known(unit.code))


def _ends(unit: Unit, now: Unit | None) -> bool:
    return unit.valid_to is None and now is not None and now.valid_to is not None


def _follows(table: UnitTable, unit: Unit) -> bool:
    """Whether the code goes on the day after."""
    return unit.valid_to is not None and table.unit(unit.code, _next_day(unit)) is not None


def _next_day(unit: Unit) -> date:
    return date.fromordinal((unit.valid_to or date.min).toordinal() + 1)


def _told(unit: Unit) -> tuple[str, str, str]:
    return unit.kind, unit.name, unit.parent


def own_changes(head: Letterhead, old: UnitTable, new: UnitTable, today: date) -> Iterator[Own]:
    """Every day from today on from which this office is called otherwise than the table in force says."""
    last: Own | None = None
    for day in (today, *(day for day in new.changes() if day > today)):
        now, before = _called(head, new, day), _called(head, old, day)
        if replace(now, since=today) != replace(last or before, since=today):
            last = now
            yield now


def _called(head: Letterhead, units: UnitTable, day: date) -> Own:
    unit, office = own_unit(head, units, day), office_on(head, units, day)
    split = () if unit.valid(day) else tuple(heir.full_name for heir in units.heirs(unit, day))
    return Own(day, unit.code, unit.full_name, office.parent_name, split, office.unit_name != unit.full_name)


def _keep(work: Work, opened: OpenedUpdate, seat: Seat) -> None:
    update = opened.update
    kept = Kept(opened.document, update.edition, update.issued_at, seat.today().isoformat(), seat.user)
    work.office.put(NOW, json.dumps(asdict(kept), sort_keys=True))
    work.office.put(f"{NOW}-table", b64encode(zlib.compress(opened.raw, 9)).decode())
