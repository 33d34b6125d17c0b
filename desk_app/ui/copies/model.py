"""What the page of copies knows and asks; no widget."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from common.words import copies as said
from common.words.troubles import sentence
from desk_app.services.care import Looked
from desk_app.services.copies import CopyOnHand
from desk_app.services.copy_compared import Compared
from desk_app.services.desk import Desk
from desk_app.services.papers import drill_sheet


@dataclass(frozen=True, slots=True)
class Row:
    """One copy and where it lies, in words."""

    copy: CopyOnHand
    place: str


class CopiesModel:
    """Copies of this desk, or those of a folder that was chosen."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._care = desk, desk.care
        self.folder: Path | None = None

    def rows(self) -> tuple[Row, ...]:
        """The newest first."""
        second = self._care.second_place()
        found = self._care.copies_in(self.folder) if self.folder else self._care.copies()
        return tuple(Row(copy, self._place(copy, second)) for copy in found)

    def second_place(self) -> str:
        """Where copies go besides; empty when nowhere."""
        place = self._care.second_place()
        return str(place) if place else ""

    def choose_second(self, folder: Path) -> None:
        """From the next copy on; raises Mistake."""
        self._care.choose_second_place(folder)

    def copy_now(self) -> Looked:
        """May run in the worker thread."""
        return self._care.look_after()

    def compare(self, copy: CopyOnHand) -> Compared:
        """May run in the worker thread."""
        return self._care.compare(copy.path)

    def drill_sheet(self) -> bytes:
        """The sheet of the drill, for today; may run in the worker thread."""
        return drill_sheet(self._desk.seat)

    def _place(self, copy: CopyOnHand, second: Path | None) -> str:
        if self.folder:
            return self.folder.name or str(self.folder)
        return said.SECOND_PLACE if copy.path.parent == second else said.OWN_PLACE


def told(compared: Compared) -> str:
    """A comparison as sentences."""
    holds = said.holds(compared.registrations, compared.letters, compared.last_letter)
    lacks = said.missing(compared.missing) if compared.ours else said.NOT_OURS
    return " ".join(filter(None, (holds, lacks, said.lost_files(compared.lost_files))))


def outcome(looked: Looked) -> str:
    """What came of copying now."""
    if looked.copied is None:
        return said.SECOND_CAUGHT_UP if looked.second == "done" else said.NOTHING_NEW
    done = said.copied(looked.copied.registrations, looked.copied.letters)
    return done if looked.second in ("", "done") else f"{done} {said.second_failed(sentence(looked.second))}"
