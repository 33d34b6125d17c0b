"""What the page Nhập từ bảng tính knows: the sheet that is open, how it is read, its rows beside the register."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from common.words import intake_desk as piles
from common.words import intake_page as said
from common.words import ministry as ministry_words
from common.words.labels import EVENT_WORDS
from desk_app.domain.events import EVENTS
from desk_app.domain.ministry import MinistryKey, key_named, keys_of, own_keys
from desk_app.services.desk import Desk
from desk_app.services.intake import PILES, Choice, Look, LookedRow, Opened, Step, Suspect, Taken, TakenIn, Undone


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """A column of the sheet as it is shown."""

    at: int
    caption: str
    read_as: str
    samples: str
    suspected: bool
    converted: bool


@dataclass(frozen=True, slots=True)
class PileRow:
    """A row of the sheet as it is shown, and whether a person ticked it."""

    row: LookedRow
    ticked: bool


class IntakeModel:
    """One sitting with one sheet."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.choice: Choice | None = None
        self.look: Look | None = None
        self.pile, self.ticked = "new", set[int]()
        self.letters_from: date | None = None

    # ---- the sheet

    def open(self, path: Path) -> Opened:
        """A file; slow for a large one."""
        return self._desk.intake.open(path)

    def paste(self, text: str) -> Opened:
        """What was copied from a spreadsheet."""
        return self._desk.intake.pasted(text)

    def begin(self, opened: Opened) -> None:
        """Read its best sheet as proposed."""
        self.choice, self.look = self._desk.intake.choose(opened), None
        self.ticked, self.letters_from, self.pile = set(), None, "new"

    def sheets(self) -> tuple[str, ...]:
        """The sheets of the file by name."""
        return tuple(one.name for one in self._chosen.opened.sheets)

    def take_sheet(self, name: str) -> None:
        """Another sheet of the file."""
        chosen = self._chosen
        self.choice = self._desk.intake.choose(chosen.opened, self.sheets().index(name))

    def events(self) -> tuple[tuple[str, str], ...]:
        """What a sheet may tell of, by code and words."""
        return tuple((event, EVENT_WORDS[event]) for event in EVENTS)

    def take_event(self, event: str) -> None:
        """The sheet tells of this."""
        chosen = self._chosen
        self.choice = self._desk.intake.choose(chosen.opened, chosen.sheet, event)

    # ---- its columns

    def columns(self) -> tuple[ColumnRow, ...]:
        """Every column in its order."""
        chosen = self._chosen
        return tuple(
            ColumnRow(
                one.at,
                one.caption,
                self._told(one.key),
                " · ".join(one.samples[:3]),
                bool(one.suspected),
                one.at in chosen.conversions,
            )
            for one in chosen.layout.columns
        )

    def offers(self) -> tuple[tuple[str, str], ...]:
        """What a column may be read as: key and words."""
        event = self._chosen.layout.event
        if not event:
            return ()
        kept = [one for one in (*keys_of(event), *own_keys(event)) if one.field]
        return (("", said.UNUSED), *((one.key, _block(one)) for one in kept))

    def read_as(self, at: int, key: str) -> None:
        """A column read as this key."""
        self.choice = self._chosen.with_key(at, key)

    def suspect(self, at: int) -> Suspect | None:
        """What a column would be in Unicode, where it seems to be of an older time."""
        return next((one for one in self._chosen.suspects if one.at == at), None)

    def turn_conversion(self, at: int) -> None:
        """Convert a column, or leave it as it stands."""
        found, chosen = self.suspect(at), self._chosen
        if found is not None:
            self.choice = chosen.converting(at, "" if at in chosen.conversions else found.encoding)

    def head(self) -> str:
        """How the sheet is read."""
        chosen = self._chosen
        layout = chosen.layout
        event = EVENT_WORDS.get(layout.event, "")
        sheet = chosen.opened.sheets[chosen.sheet].name
        return said.head(sheet, event, layout.header_row + 1, len(layout.unmatched), chosen.as_before)

    def lacking(self) -> str:
        """What keeps every row from being read; "" where nothing does."""
        layout = self._chosen.layout
        if not layout.event:
            return said.NO_EVENT
        return said.lacking(", ".join(self._told(key) for key in layout.missing)) if layout.missing else ""

    # ---- its rows

    def look_through(self, step: Step) -> Look:
        """Every row beside the register; nothing is written."""
        return self._desk.intake.look(self._chosen, step)

    def looked(self, look: Look) -> None:
        """Show this look; ticks of rows that are no longer there are gone."""
        self.look = look
        changed = {row.line for row in look.of("changed")}
        self.ticked &= changed
        self.letters_from = self.letters_from or look.letters_from
        if not look.counts[self.pile]:  # type: ignore[index]
            self.pile = next((pile for pile in PILES if look.counts[pile]), "new")

    def rows(self) -> tuple[PileRow, ...]:
        """The rows of the pile in front."""
        look = self.look
        found: Sequence[LookedRow] = look.of(self.pile) if look else ()  # type: ignore[arg-type]
        return tuple(PileRow(row, row.line in self.ticked) for row in found)

    def chips(self) -> tuple[tuple[str, str], ...]:
        """Every pile with its words and count."""
        counts = self.look.counts if self.look else dict.fromkeys(PILES, 0)
        return tuple((pile, said.chip(piles.PILES[pile], counts[pile])) for pile in PILES)

    def total(self) -> str:
        """The piles added up."""
        return said.total(self.look.counts.values()) if self.look else ""

    def tick(self, line: int) -> None:
        """Amend by this row, or leave the record as it is."""
        self.ticked ^= {line}

    def tick_all(self) -> None:
        """All that differ, or none where all were ticked."""
        every = {row.line for row in self.look.of("changed")} if self.look else set()
        self.ticked = set() if self.ticked == every else every

    def numbers(self) -> tuple[int, int]:
        """How many rows would be entered and amended."""
        return (self.look.counts["new"] if self.look else 0, len(self.ticked))

    def take(self, step: Step) -> Taken:
        """Write them, as one act."""
        assert self.look is not None
        return self._desk.intake.take(self.look, self.ticked, step, self.letters_from)

    # ---- what was taken in before

    def imports(self) -> tuple[TakenIn, ...]:
        """The newest first."""
        return self._desk.intake.imports()

    def undo(self, id: int, reason: str) -> Undone:
        """The whole of it, as one act."""
        return self._desk.intake.undo(id, reason)

    # ---- within

    @property
    def _chosen(self) -> Choice:
        assert self.choice is not None
        return self.choice

    def _told(self, key: str) -> str:
        found = key_named(self._chosen.layout.event, key) if key else None
        return _block(found) if found else said.UNUSED


def _block(one: MinistryKey) -> str:
    place = ministry_words.BLOCKS[one.block]
    return one.caption if one.block in ("common", "ours") else f"{place}: {one.caption}"
