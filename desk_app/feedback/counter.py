"""An answer given at the desk itself: at the counter, on a paper slip, by phone. It never carries a letter's code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from common.dates import NotADate, PartialDate
from common.names import tidy
from desk_app.domain.problems import Outcome, Problem

CHANNELS = ("counter", "slip", "phone")
COMMENT_LENGTH = 1200
EARLIEST = date(2000, 1, 1)
"""No slip is older; an earlier day is a slip of the hand."""


@dataclass(frozen=True, slots=True)
class CounterAnswer:
    """How one person found the service: 3 very content, 2 content, 1 not content."""

    channel: str
    score: int
    comment: str
    on: date


def read_answer(values: Mapping[str, object], today: date) -> Outcome[CounterAnswer]:
    """Read `{"channel", "score", "comment", "on"}` as typed at the desk; `on` empty means today."""
    channel = str(values.get("channel", "")).strip()
    score = str(values.get("score", "")).strip()
    comment = tidy(str(values.get("comment", "")))
    day = _day(str(values.get("on", "")).strip(), today)
    problems = _problems(channel, score, comment)
    if day is None or not EARLIEST <= day <= today:
        problems += (Problem("on", "answer-day", "error", {}),)
    if problems or day is None:
        return Outcome(None, problems)
    return Outcome(CounterAnswer(channel, int(score), comment, day), ())


def _problems(channel: str, score: str, comment: str) -> tuple[Problem, ...]:
    found = []
    if channel not in CHANNELS:
        found.append(Problem("channel", "answer-channel", "error", {}))
    if score not in {"1", "2", "3"}:
        found.append(Problem("score", "answer-score", "error", {}))
    if len(comment) > COMMENT_LENGTH:
        found.append(Problem("comment", "answer-too-long", "error", {"limit": str(COMMENT_LENGTH)}))
    return tuple(found)


def _day(text: str, today: date) -> date | None:
    if not text:
        return today
    try:
        return PartialDate.parse(text).exact()
    except NotADate:
        return None
