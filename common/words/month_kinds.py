"""Lines that are neither registrations nor letters, named before a bundle leaves."""

from __future__ import annotations

from collections.abc import Mapping

from common.words.month_receipts import KINDS_OF_LINE
from common.words.reports import amount

VOICE = ("survey-tally", "follow-up-opened", "follow-up-done", "check-shown")
YEAR = (
    "session",
    "session-opinion",
    "meeting",
    "commendation",
    "conduct",
    "report-issued",
    "criteria-scored",
    "evidence-pack",
)


def voice_told(voice: Mapping[str, int]) -> tuple[str, ...]:
    """Surveys and what became of opinions in one line, the year's own work in another; nothing where there is none."""
    lines = ([f"{amount(voice[kind])} {KINDS_OF_LINE[kind]}" for kind in of if voice.get(kind)] for of in (VOICE, YEAR))
    return tuple(f"{', '.join(told)}: chỉ có số đếm và ngày".capitalize() for told in lines if told)
