"""The level above: sets up, enrols desks, takes bundles, gives receipts, counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from demo import days
from demo.communes import COMMUNES, DISTRICT, HOST, LATER_LETTER, PLAN_LETTER, VOLUNTEERS, Commune
from demo.folders import Folders
from demo.program import Program

# The later letter asks for everyone a month before the plan's own day.
ROLLOUT = (
    ("pilot", "2024-03-01", tuple(commune.code for commune in COMMUNES)),
    ("volunteer", "2024-06-01", VOLUNTEERS),
    ("everyone", "2024-10-01", ("REST",)),
)
GOALS = (("2024-10-01", PLAN_LETTER), ("2024-09-01", LATER_LETTER))


class NotTaken(Exception):
    """The district did not take a bundle; the text is its verdict and sentence."""


@dataclass(frozen=True, slots=True)
class Above:
    """The district of the pilot, played by its command line."""

    program: Program
    folders: Folders

    def set_up(self) -> None:
        """Make the district's data folder."""
        self.program.ask("setup", "--unit", DISTRICT, "--host", HOST, now=_clock(days.FIRST, 8))

    def plan(self) -> None:
        """Write the plan of the roll-out: the two pilots, the three that volunteered, everyone, and by when."""
        ask, morning = self.program.ask, _clock(days.FIRST, 9)
        for stage, since, units in ROLLOUT:
            ask("plan", "put", *units, "--stage", stage, "--on", since, now=morning)
        for by, source in GOALS:
            ask("plan", "goal", by, "100", "--source", source, now=morning)

    def enrol(self, commune: Commune, card: Path) -> Path:
        """Take a desk's card; the enrolment that goes back to it."""
        out = self.folders["keys"] / f"KHOA-{commune.code}.mctt"
        self.program.ask("enrol", card, "--profile", "figures", "--out", out, now=_clock(days.FIRST, 8))
        return out

    def take(self, bundles: Iterable[Path], day: date) -> dict[str, Path]:
        """Import bundles; the receipts that were written for them, by unit code. Raises NotTaken."""
        receipts = self.folders["receipts"]
        before = set(receipts.iterdir())
        rows = self.program.ask("import", *bundles, "--receipts", receipts, now=_clock(day, 17))
        for row in rows:
            if row["verdict"] != "accepted" or row["set_aside"]:
                raise NotTaken(f"{row['verdict']}: {row['sentence']}")
        return {receipt.name.split("-")[1]: receipt for receipt in set(receipts.iterdir()) - before}

    def report(self, period: str) -> Any:
        """The count over everything the district stored, and its report as a PDF."""
        return self.program.ask("report", period, "--out", self.folders.out / "report.pdf", now=_clock(days.LAST, 18))

    def waiting(self) -> int:
        """Answers that wait for their group to be large enough, or may still be changed."""
        held = self.program.ask("status", now=_clock(days.LAST, 18))["ratings"]
        return int(held["for_group"] + held["changeable"])


def _clock(day: date, hour: int) -> str:
    return days.clock(day, hour, 45)
