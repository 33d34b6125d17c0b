"""An answer given at the desk itself: at the counter, on a paper slip, by phone. It never carries a letter's code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from common.dates import exact_day
from common.names import tidy
from common.questions import QuestionSet, QuestionSets
from common.scales import SCALES, levels
from desk_app.domain.problems import Outcome, Problem

CHANNELS = ("counter", "slip", "phone")
COMMENT_LENGTH = 1200
EARLIEST = date(2000, 1, 1)
"""No slip is older; an earlier day is a slip of the hand."""


@dataclass(frozen=True, slots=True)
class CounterAnswer:
    """How one person found the service: the highest level of the scale is very content, 1 the least. `question_set`
    is the mark of the set that was asked ("" where none is named), `asked` what was chosen beside the score."""

    channel: str
    score: int
    comment: str
    on: date
    scale: int = 3
    question_set: str = ""
    asked: Mapping[str, str] = field(default_factory=dict)


def read_answer(values: Mapping[str, object], today: date, sets: QuestionSets) -> Outcome[CounterAnswer]:
    """Read `{"channel", "score", "comment", "on", "scale", "question_set", "asked"}` as typed at the desk; `on` empty
    means today, no `question_set` the scale alone, no `scale` that of the set or three levels."""
    found = _found_set(values, sets)
    text = str(values.get("scale", "") or (found.scale if found else 3)).strip()
    scale = int(text) if text in {str(one) for one in SCALES} else 0
    asked = _asked(values.get("asked"))
    channel, score, comment = (tidy(str(values.get(name, ""))) for name in ("channel", "score", "comment"))
    day = _day(str(values.get("on", "")).strip(), today)
    problems = _problems(channel, score, comment, scale) + _misfits(values, found, scale, asked)
    if day is None or not EARLIEST <= day <= today:
        problems += (Problem("on", "answer-day", "error", {}),)
    if problems or day is None or asked is None:
        return Outcome(None, problems)
    mark = found.mark if found else ""
    return Outcome(CounterAnswer(channel, int(score), comment, day, scale, mark, asked), ())


def _found_set(values: Mapping[str, object], sets: QuestionSets) -> QuestionSet | None:
    """The set of the mark "service-3/1", or the newest of the id "service-3"."""
    named = str(values.get("question_set", "") or "").strip()
    return sets.newest(named) if named in sets.ids else sets.get(named)


def _asked(told: object) -> dict[str, str] | None:
    """What was chosen beside the score; several reasons may stand in a list. None: nothing that can be read."""
    if told in (None, ""):
        return {}
    if not isinstance(told, Mapping):
        return None
    chosen = {str(code): _choices(choice) for code, choice in told.items()}
    return {code: choice for code, choice in chosen.items() if choice}


def _choices(told: object) -> str:
    return " ".join(str(one) for one in told) if isinstance(told, list | tuple) else tidy(str(told or ""))


def _misfits(
    values: Mapping[str, object], found: QuestionSet | None, scale: int, asked: Mapping[str, str] | None
) -> tuple[Problem, ...]:
    if found is None and values.get("question_set"):
        return (Problem("question_set", "answer-set", "error", {"name": str(values["question_set"])}),)
    if found and scale and scale != found.scale:
        return (Problem("scale", "answer-scale-of-set", "error", {"name": found.mark, "scale": str(found.scale)}),)
    if asked is None or (asked and found is None):
        return (Problem("asked", "answer-asked", "error", {"name": "asked"}),)
    misfit = found.misfit(asked) if found else ""
    return (Problem("asked", "answer-asked", "error", {"name": misfit}),) if misfit else ()


def _problems(channel: str, score: str, comment: str, scale: int) -> tuple[Problem, ...]:
    found = []
    if channel not in CHANNELS:
        found.append(Problem("channel", "answer-channel", "error", {}))
    if not scale:
        found.append(Problem("scale", "answer-scale", "error", {}))
    elif score not in levels(scale):
        found.append(Problem("score", f"answer-score-{scale}" if scale == 5 else "answer-score", "error", {}))
    if len(comment) > COMMENT_LENGTH:
        found.append(Problem("comment", "answer-too-long", "error", {"limit": str(COMMENT_LENGTH)}))
    return tuple(found)


def _day(text: str, today: date) -> date | None:
    return exact_day(text) if text else today
