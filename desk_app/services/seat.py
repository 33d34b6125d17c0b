"""What every act needs: the open register, who sits at the desk, and the clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from common.calendars import Calendars
from common.units import UnitTable
from desk_app.db.register import Act, Reading, Register, Work
from desk_app.services.mourning import Mourners
from desk_app.services.privacy_sitting import Sitting
from desk_app.services.report_calendars import CalendarsInUse, report_calendars
from desk_app.services.trouble import Trouble, told_as_trouble
from desk_app.services.wording import Wordings

if TYPE_CHECKING:
    from desk_app.letters.press import Press

_CLERK = frozenset({"register", "letters", "month", "rate", "read", "keep", "numbers", "score"})
_LEADS = frozenset({"district", "audit", "erase", "sensitive", "confirm"})
ACTS_OF: dict[str, frozenset[str]] = {
    "clerk": _CLERK,
    "leader": _CLERK | _LEADS,
    "administrator": _CLERK | _LEADS | {"people", "settings"},
}
"""Roles guide honest people: what each may ask the desk to do."""
TO_THE_DISTRICT = frozenset({"month", "district"})
"""What would leave the desk: never from the practice register."""
TRAINING = "training"
"""Under this name the office's papers say that a register is for practice beside a real one."""


@dataclass(slots=True)
class UnitsInUse:
    """The table of units that came with the program, and the one in force: an update may replace it while we work."""

    packed: UnitTable
    table: UnitTable


@dataclass(frozen=True, slots=True)
class Seat:
    """One person at one open register. `now` is local office time, `random(n)` gives n fresh bytes; `press` is opened
    with the first letter, which takes its time."""

    register: Register
    user: str
    role: str
    now: Callable[[], datetime]
    random: Callable[[int], bytes]
    tables: UnitsInUse
    press: Callable[[], Press]
    folder: Path
    training: bool = False
    """Whether this is the practice register beside the real one: its letters say so, and nothing of it leaves."""
    mourners: Mourners = field(default_factory=Mourners)
    """Which houses mourn, as far as it was read already."""
    wordings: Wordings = field(default_factory=Wordings)
    """The letter templates of its own that the office has in force, as far as they were read already."""
    sitting: Sitting = field(default_factory=Sitting)
    """What this person looked at and nobody has written down yet."""
    calendars_in_use: CalendarsInUse = field(default_factory=CalendarsInUse)

    def calendars(self) -> Calendars:
        """The report calendars in force at this desk."""
        if self.calendars_in_use.read is None:
            with self.reading() as reading:
                self.calendars_in_use.read = report_calendars(reading)
        return self.calendars_in_use.read

    @property
    def units(self) -> UnitTable:
        """The table of units in force at this desk."""
        return self.tables.table

    @contextmanager
    def work(self) -> Iterator[Work]:
        """One act of this person as one transaction; what the world does to the file becomes Trouble."""
        with told_as_trouble(), self.register.work(Act(self.user, self.moment())) as work:
            yield work

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """One steady view of the register."""
        with told_as_trouble(), self.register.reading() as reading:
            yield reading

    def scrubbed(self) -> bool:
        """Write the file anew, so that nothing erased is left in pages no longer used; False where the world keeps it
        from being done now."""
        try:
            with told_as_trouble():
                self.register.scrub()
        except Trouble:
            return False
        return True

    def today(self) -> date:
        """The office's date."""
        return self.now().date()

    def still(self) -> Seat:
        """The same seat with the clock stopped: an act that midnight falls into has one day."""
        now = self.now()
        return replace(self, now=lambda: now)

    def moment(self) -> str:
        """Clock time for the part of a journal line that never leaves the desk."""
        return self.now().isoformat(timespec="seconds")

    def may(self, act: str) -> None:
        """Raise Trouble("not-allowed") unless this role may do `act`; ("practice-stays-here") where nothing counts."""
        if self.training and act in TO_THE_DISTRICT:
            raise Trouble("practice-stays-here")
        if act not in ACTS_OF[self.role]:
            raise Trouble("not-allowed", {"role": self.role})

    def subject(self) -> str:
        """A fresh 128-bit subject, not ordered by time."""
        return self.random(16).hex()
