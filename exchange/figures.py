"""The closed list of figures that each kind of journal line may carry beyond the office, with type and allowed words.

A figure is a number, a date, a unit code or one word out of a closed list: never text that somebody typed.
"""

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from common.names import fold
from exchange import year_figures as year
from exchange.shapes import is_count, is_day, is_month, is_unit

EVENTS = frozenset({"birth", "marriage", "death"})
LETTERS = frozenset({"birth", "marriage", "death", "thanks", "apology"})
WAYS = frozenset({"counter", "home", "ceremony", "post"})
REACTIONS = frozenset({"good", "bad", "none"})
DESK_CHANNELS = frozenset({"counter", "slip", "phone"})
SCORES = frozenset({"1", "2", "3", "4", "5"})
SCALES = frozenset({3, 5})
SURVEYS = frozenset({"regular", "unannounced"})
SURVEYORS = frozenset({"office", "front", "other"})
RESPONDENTS = frozenset({"people", "bodies", "units"})
OPINIONS = frozenset({"answer", "message", "call-back", "comment", "survey", "own"})
OUTCOMES = frozenset({"fixed", "explained", "letter", "passed-on", "nothing"})
SIGNATURES = frozenset({"signed", "unsigned", "missing"})
FLAGS = frozenset(
    {
        "father_unknown",
        "mother_unknown",
        "abandoned",
        "surrogacy",
        "under_24_hours",
        "foreign_element",
        "mobile",
        "court_declared",
        "remarriage",
        "opted_out",
    }
)
# Days past the legal limit (60 after a birth, 15 after a death); "none" where no limit applies, "unknown" where the
# event's day is not known exactly.
LATENESS = frozenset({"none", "unknown", "on-time", "to-30-days", "to-1-year", "over-1-year"})

MOST_ASKED = 100
"""So many choices of questions beside the score one tally may tell of."""

_WORD = re.compile(r"[a-z0-9][a-z0-9._-]{0,31}", re.ASCII)
_ASKED = re.compile(r"[a-z0-9][a-z0-9-]{0,31}\.[a-z0-9][a-z0-9-]{0,31}", re.ASCII)
_BOOK = re.compile(r"[0-9a-f]{16}", re.ASCII)

Check = Callable[[Any], bool]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a kind: the check its value must pass, and whether the line may go without it."""

    fits: Check
    optional: bool = False


@dataclass(frozen=True, slots=True)
class KindRule:
    """What a line of one kind may say: its figures, closed, and a check over all of them together."""

    figures: Mapping[str, Figure]
    agree: Check


def is_book(value: Any) -> bool:
    """Whether a value has the form of a book's mark."""
    return isinstance(value, str) and bool(_BOOK.fullmatch(value))


def book_mark(unit: str, event: str, name: str) -> str:
    """The mark of a book, equal at every desk that writes in it, capitals, marks and spaces aside; 16 hex digits,
    empty where no book is named."""
    told = f"motcua-book/1\n{unit}\n{event}\n{fold(name)}"
    return hashlib.sha256(told.encode()).hexdigest()[:16] if fold(name) else ""


def is_harmless(value: Any) -> bool:
    """Whether the value of a figure that we do not know is a whole number or a short code word, so no free text."""
    if isinstance(value, str):
        return bool(_WORD.fullmatch(value))
    return is_count(value, -(2**53) + 1, 2**53 - 1)


def _word(allowed: frozenset[str]) -> Check:
    return lambda value: isinstance(value, str) and value in allowed


def _number(least: int, most: int) -> Check:
    return lambda value: is_count(value, least, most)


def _flags(value: Any) -> bool:
    if not isinstance(value, list | tuple) or not all(isinstance(flag, str) for flag in value):
        return False
    return set(value) <= FLAGS and list(value) == sorted(set(value))


def _scores(value: Any) -> bool:
    return isinstance(value, Mapping) and set(value) <= SCORES and all(is_count(n) for n in value.values())


def _asked(value: Any) -> bool:
    """Tallies of what was asked beside the score: {"attitude.3": 12}."""
    if not isinstance(value, Mapping) or len(value) > MOST_ASKED:
        return False
    return all(isinstance(key, str) and _ASKED.fullmatch(key) and is_count(n) for key, n in value.items())


def _scale(value: Any) -> bool:
    return is_count(value) and value in SCALES


def _anything(figures: Any) -> bool:
    return True


def _adds_up(figures: Any) -> bool:
    return bool(figures["n"] == sum(figures["by_score"].values())) and _on_its_scale(figures)


def _on_its_scale(figures: Any) -> bool:
    # Without a scale any level was taken once: lines of before it was told stay good.
    return "scale" not in figures or all(int(score) <= figures["scale"] for score in figures["by_score"])


def _is_survey(figures: Any) -> bool:
    """A survey too small to tell how its answers divide tells their number only."""
    counted = sum(figures["by_score"].values())
    whole = figures["n"] <= figures["returned"] <= figures["handed"] and figures["began_on"] <= figures["ended_on"]
    return bool(whole and counted in (0, figures["n"]) and _on_its_scale(figures))


def _in_order(figures: Any) -> bool:
    return bool(figures["opened_on"] <= figures["due_on"])


_REGISTERED = {
    "event": Figure(_word(EVENTS)),
    "registered_on": Figure(is_day),
    "registration_type": Figure(_number(0, 4)),
    "late": Figure(_number(0, 1)),
    "lateness": Figure(_word(LATENESS), optional=True),
    "unit": Figure(is_unit),
    "flags": Figure(_flags, optional=True),
    "book": Figure(is_book, optional=True),
}
_LETTER = Figure(_word(LETTERS))
_COVERS = Figure(_number(1, 1000))
_FIGURES: Mapping[str, Mapping[str, Figure]] = {
    "registered": _REGISTERED,
    "amended": _REGISTERED,
    "voided": {},
    "erased": {},
    "letter-prepared": {
        "letter": _LETTER,
        "serial": Figure(_number(0, 2**22 - 1), optional=True),
        "covers": _COVERS,
    },
    "letter-printed": {"letter": _LETTER, "copies": Figure(_number(1, 1000)), "reprint": Figure(_number(0, 1))},
    "letter-delivered": {
        "letter": _LETTER,
        "delivered_on": Figure(is_day),
        "way": Figure(_word(WAYS)),
        "reaction": Figure(_word(REACTIONS)),
        "returned_on": Figure(is_day, optional=True),
    },
    "letter-voided": {"letter": _LETTER, "covers": _COVERS},
    "ratings-tally": {
        "period": Figure(is_month),
        "channel": Figure(_word(DESK_CHANNELS)),
        "n": Figure(is_count),
        "by_score": Figure(_scores),
        "scale": Figure(_scale, optional=True),
        "asked": Figure(_asked, optional=True),
    },
    "survey-tally": {
        "survey": Figure(_word(SURVEYS)),
        "by": Figure(_word(SURVEYORS)),
        "respondents": Figure(_word(RESPONDENTS)),
        "began_on": Figure(is_day),
        "ended_on": Figure(is_day),
        "handed": Figure(is_count),
        "returned": Figure(is_count),
        "n": Figure(is_count),
        "by_score": Figure(_scores),
        "scale": Figure(_scale),
        "asked": Figure(_asked, optional=True),
    },
    "follow-up-opened": {
        "source": Figure(_word(OPINIONS)),
        "opened_on": Figure(is_day),
        "due_on": Figure(is_day),
    },
    "follow-up-done": {"outcome": Figure(_word(OUTCOMES)), "done_on": Figure(is_day)},
    "check-shown": {
        "receipt": Figure(_number(1, 2**31 - 1)),
        "serial": Figure(_number(0, 2**22 - 1)),
        "found": Figure(_word(SIGNATURES)),
        "shown_on": Figure(is_day),
    },
    **{
        kind: {
            **{name: Figure(fits) for name, fits in must.items()},
            **{name: Figure(fits, optional=True) for name, fits in may.items()},
        }
        for kind, (must, may) in year.year_rules(is_day, _number, _word).items()
    },
    "restored": {"epoch": Figure(_number(2, 1_000_000)), "backup_date": Figure(is_day)},
    "local": {},
}
_AGREE: Mapping[str, Check] = {
    "ratings-tally": _adds_up,
    "survey-tally": _is_survey,
    "follow-up-opened": _in_order,
    "session-opinion": year.opinion_agrees,
    "meeting": year.meeting_agrees,
    "conduct": year.conduct_agrees,
    "report-issued": year.report_agrees,
    "criteria-scored": year.score_agrees,
}
KINDS: Mapping[str, KindRule] = MappingProxyType(
    {kind: KindRule(MappingProxyType(dict(figures)), _AGREE.get(kind, _anything)) for kind, figures in _FIGURES.items()}
)
