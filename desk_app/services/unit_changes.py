"""A new table of units beside the one in force: what it says differently, above all of this office's own unit; and
which table the register was given.

A program that comes with a newer table uses its own.
"""

from __future__ import annotations

import json
import zlib
from base64 import b64decode
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from common.units import Unit, UnitTable
from common.words import unit_updates as words
from desk_app.db.register import Reading, Work
from desk_app.db.updates import KeptUpdate, UpdatePaper
from desk_app.services.office import Letterhead, office_on, own_unit

UNITS = "units"
_NOW, _BEFORE = "units", "units-before"
"""Under these names, and with `-table` behind them, programs of before kept two tables among the office's papers."""


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
class UnitPreview:
    """What another table would change here. Nothing has changed."""

    edition: date
    changes: Changes
    own: tuple[Own, ...]

    def told(self) -> tuple[str, ...]:
        """The preview in sentences."""
        changes = self.changes
        own = [words.own(one.since, one.name, one.parent, one.split, one.chosen) for one in self.own]
        counted = words.counted(changes.added, changes.ended, changes.renamed, changes.corrected, changes.lost)
        sentences = (words.edition(self.edition), counted, words.since(changes.since), *(own or [words.OWN_STAYS]))
        return tuple(sentence for sentence in sentences if sentence)


def table_in_force(store: Reading | Work, packed: UnitTable) -> UnitTable:
    """The table that this register was given last, unless the program comes with a newer one."""
    found = store.updates.last(UNITS)
    if found is None or found[0].edition < packed.edition:
        return packed
    try:
        return UnitTable.read(zlib.decompress(found[1].content))
    except (ValueError, zlib.error):
        # Nothing of ours writes such a text; a desk opens all the same, under the names that the program knows.
        return packed


def units_paper(raw: bytes) -> UpdatePaper:
    """A table as an update keeps it, packed."""
    return UpdatePaper(UNITS, "units.tsv", zlib.compress(raw, 9))


def holds_old_tables(store: Reading | Work) -> bool:
    """Whether a program of before left tables among the office's papers."""
    return bool(store.office.get(_NOW))


def adopt_old_tables(work: Work) -> None:
    """What a program of before kept as the table in force and the one before becomes two updates; part of an act."""
    for name in (_BEFORE, _NOW):
        kept, packed = work.office.get(name), work.office.get(f"{name}-table")
        with suppress(ValueError, KeyError):
            if packed:
                _adopt(work, json.loads(kept or ""), b64decode(packed))
        work.office.put(name, "")
        work.office.put(f"{name}-table", "")


def _adopt(work: Work, kept: dict[str, str], packed: bytes) -> None:
    days = date.fromisoformat(kept["edition"]), date.fromisoformat(kept["taken_on"])
    one = KeptUpdate(0, kept["document"], days[0], kept["issued_at"], days[1], body={"by": kept["by"]})
    work.updates.add(one, [UpdatePaper(UNITS, "units.tsv", packed)])


def preview_units(head: Letterhead, old: UnitTable, new: UnitTable, today: date) -> UnitPreview:
    """What `new` in the place of `old` would change for this office."""
    return UnitPreview(new.edition, compare(old, new), tuple(own_changes(head, old, new, today)))


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
