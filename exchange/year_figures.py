"""What the year of a friendly office tells upward: sessions, opinions, meetings, commendations, conduct, reports that
were issued, criteria that were scored, packs of evidence. Numbers, days and words of closed lists; nobody is named.

The newest version of a subject replaces the older ones; with `taken_back` it counts nowhere.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

FIELDS = frozenset({"reform", "environment", "security", "land", "services", "other"})
ANSWERS = frozenset({"answered", "promised", "passed-on"})
MEETINGS = frozenset({"reception", "dialogue", "complaint", "denunciation"})
COMMENDED = frozenset({"person", "body"})
MERITS = frozenset({"attitude", "initiative", "results", "other"})
FINDINGS = frozenset({"open", "upheld", "unfounded"})
MOST_POINTS = 100_000
"""Points are told in hundredths: a set may hold 1,000 of them."""

_WORD = re.compile(r"[a-z0-9][a-z0-9-]{0,31}", re.ASCII)
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)

Check = Callable[[Any], bool]


def is_digest(value: Any) -> bool:
    """Whether a value has the form of a SHA-256 in hex."""
    return isinstance(value, str) and bool(_DIGEST.fullmatch(value))


def is_id(value: Any) -> bool:
    """Whether a value has the form of a calendar's or a set's id."""
    return isinstance(value, str) and bool(_WORD.fullmatch(value))


def year_rules(
    day: Check, number: Callable[[int, int], Check], word: Callable[[frozenset[str]], Check]
) -> Mapping[str, tuple[Mapping[str, Check], Mapping[str, Check]]]:
    """By kind the figures that it must carry and those that it may."""
    many, gone, year = number(0, 1_000_000), {"taken_back": number(1, 1)}, number(2000, 2199)
    return {
        "session": ({"held_on": day, "citizens": many, "bodies": many}, gone),
        "session-opinion": (
            {"held_on": day, "field": word(FIELDS), "answer": word(ANSWERS)},
            {"due_on": day, "done_on": day, **gone},
        ),
        "meeting": ({"held_on": day, "what": word(MEETINGS), "n": number(1, 1_000_000)}, {"settled": many, **gone}),
        "commendation": ({"given_on": day, "to": word(COMMENDED), "merit": word(MERITS)}, gone),
        "conduct": ({"told_on": day, "found": word(FINDINGS)}, {"done_on": day, **gone}),
        "report-issued": ({"first": day, "last": day, "digest": is_digest}, {"calendar": is_id}),
        "criteria-scored": (
            {
                **{"set": is_id, "edition": number(1, 10_000), "year": year, "digest": is_digest},
                **{"points": number(0, MOST_POINTS), "most": number(1, MOST_POINTS)},
            },
            {},
        ),
        "evidence-pack": ({"year": year, "files": many, "letters": many, "digest": is_digest}, {}),
    }


def opinion_agrees(figures: Any) -> bool:
    """Nothing is due or done before it was said, and what was answered at once is not owed."""
    owed = "due_on" in figures or "done_on" in figures
    if figures["answer"] == "answered":
        return not owed
    return all(figures[name] >= figures["held_on"] for name in ("due_on", "done_on") if name in figures)


def meeting_agrees(figures: Any) -> bool:
    """No more is settled than came."""
    return bool(figures.get("settled", 0) <= figures["n"])


def conduct_agrees(figures: Any) -> bool:
    """Whatever is found has its day, not before it was told; what stands open has none."""
    if figures["found"] == "open":
        return "done_on" not in figures
    return bool(figures.get("done_on", "") >= figures["told_on"])


def report_agrees(figures: Any) -> bool:
    """A report's days are in order."""
    return bool(figures["first"] <= figures["last"])


def score_agrees(figures: Any) -> bool:
    """No more points than the set holds."""
    return bool(figures["points"] <= figures["most"])
