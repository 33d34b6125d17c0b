"""What was done after opinions of a quarter, offered for the board "Xã đã sửa gì"; nobody's number or name with it."""

from __future__ import annotations

import re

from common.periods import Period, read_period
from common.words.desk_papers import LONGEST_LINE
from desk_app.db.follow_ups import KeptFollowUp
from desk_app.db.register import Reading

BOARD = "mended-board"
"""Under this name the office's papers hold what was typed for the board."""
_NUMBER = re.compile(r"(?:\d[ .\-]?){8,}")
"""So many digits in a row are a telephone or personal number."""


def has_number(text: str) -> bool:
    """Whether a telephone or personal number stands in what is to hang on the wall."""
    return bool(_NUMBER.search(text))


def proposals(reading: Reading, quarter: str) -> tuple[tuple[str, str], ...]:
    """What was taken on and the public sentence of what was done, the latest done first; only tasks that have one."""
    within = read_period(quarter)
    told = [one for one in reading.follow_ups.all() if _is_for(one, within)]
    told.sort(key=lambda one: (str(one.done_on), one.id), reverse=True)
    pairs = ((_heard(one), str(one.body["public"])) for one in told)
    return tuple(pair for pair in pairs if _fits(pair))


def _fits(pair: tuple[str, str]) -> bool:
    return not has_number(" ".join(pair)) and all(len(text) <= LONGEST_LINE for text in pair)


def _is_for(task: KeptFollowUp, within: Period) -> bool:
    return bool(task.done_on and within.contains(task.done_on) and task.body.get("public"))


def _heard(task: KeptFollowUp) -> str:
    # What somebody wrote to the office stays with it: only a task in the office's own words may hang on the wall.
    return str(task.body.get("task", "")) if task.source == "own" else ""
