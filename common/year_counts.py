"""What a friendly office did beside registering: sessions with the people, meetings, commendations, conduct.

Counted from journal facts, of each subject its newest line, as numbers by day and name: both sides keep them so, and a
period's figures are the sums of its days.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from common.counts import Fact
from common.periods import Period

KINDS = ("session", "session-opinion", "meeting", "commendation", "conduct")
"""Kinds of lines that are counted here."""
FIELDS = ("reform", "environment", "security", "land", "services", "other")
ANSWERS = ("answered", "promised", "passed-on")
MEETINGS = ("reception", "dialogue", "complaint", "denunciation")
COMMENDED = ("person", "body")
MERITS = ("attitude", "initiative", "results", "other")


@dataclass(frozen=True, slots=True)
class MeetingCount:
    """Meetings or cases of one sort: how many were written down, people or cases in them, and how many are settled."""

    times: int
    n: int
    settled: int


@dataclass(frozen=True, slots=True)
class YearCounts:
    """The figures of a period. `opinions` by field and answer are of sessions held in it; `settled` were done in it, of
    those `in_time`; `waiting` and `late` stand open at its end, of everything said until then."""

    sessions: int
    citizens: int
    bodies: int
    opinions: Mapping[str, Mapping[str, int]]
    settled: int
    in_time: int
    waiting: int
    late: int
    meetings: Mapping[str, MeetingCount]
    commendations: Mapping[str, int]
    merits: Mapping[str, int]
    conduct_told: int
    conduct_upheld: int
    conduct_unfounded: int

    def answered(self, answer: str) -> int:
        """Opinions of every field that got this answer."""
        return sum(of[answer] for of in self.opinions.values())


def year_days(facts: Iterable[Fact]) -> Counter[tuple[str, str]]:
    """How many, by day (ISO) and name: `session held`, `session citizens`, `opinion reform answered`,
    `opinion settled`, `meeting complaint n`, `commendation person`, `merit attitude`, `conduct told`… What is owed is
    told by `owed DUE` on the day it was said ("" where no day was promised) and `paid DUE` on the day it was done."""
    counted: Counter[tuple[str, str]] = Counter()
    for fact in newest(facts).values():
        for day, name, n in _COUNTING[fact.kind](fact.figures):
            counted[day, name] += n
    return +counted


def count_year(facts: Iterable[Fact], period: Period) -> YearCounts:
    """The figures of a period out of facts in any order."""
    return year_of(year_days(facts), period)


def year_of(days: Mapping[tuple[str, str], int], period: Period) -> YearCounts:
    """The figures of a period out of numbers by day and name."""
    first, last = period.first.isoformat(), period.last.isoformat()
    inside: Counter[str] = Counter()
    owed: Counter[str] = Counter()
    for (day, name), n in days.items():
        if first <= day <= last:
            inside[name] += n
        if day <= last and name.startswith(("owed ", "paid ")):
            word, _, due = name.partition(" ")
            owed[due] += n if word == "owed" else -n
    return YearCounts(
        sessions=inside["session held"],
        citizens=inside["session citizens"],
        bodies=inside["session bodies"],
        opinions={field: {answer: inside[f"opinion {field} {answer}"] for answer in ANSWERS} for field in FIELDS},
        settled=inside["opinion settled"],
        in_time=inside["opinion in-time"],
        waiting=sum(owed.values()),
        late=sum(n for due, n in owed.items() if due and due < last),
        meetings={what: _meetings(inside, what) for what in MEETINGS},
        commendations={to: inside[f"commendation {to}"] for to in COMMENDED},
        merits={merit: inside[f"merit {merit}"] for merit in MERITS},
        conduct_told=inside["conduct told"],
        conduct_upheld=inside["conduct upheld"],
        conduct_unfounded=inside["conduct unfounded"],
    )


def newest(facts: Iterable[Fact]) -> dict[str, Fact]:
    """The newest line of every subject of these kinds, those taken back left out."""
    found: dict[str, Fact] = {}
    for fact in facts:
        if fact.kind in KINDS:
            held = found.get(fact.subject)
            if held is None or held.version <= fact.version:
                found[fact.subject] = fact
    return {subject: fact for subject, fact in found.items() if not fact.figures.get("taken_back")}


def _meetings(inside: Mapping[str, int], what: str) -> MeetingCount:
    return MeetingCount(*(inside.get(f"meeting {what} {name}", 0) for name in ("times", "n", "settled")))


Days = Iterable[tuple[str, str, int]]


def _session(told: Mapping[str, object]) -> Days:
    day = str(told["held_on"])
    yield day, "session held", 1
    for name in ("citizens", "bodies"):
        yield day, f"session {name}", int(str(told[name]))


def _opinion(told: Mapping[str, object]) -> Days:
    held, due, done = str(told["held_on"]), str(told.get("due_on", "")), str(told.get("done_on", ""))
    yield held, f"opinion {told['field']} {told['answer']}", 1
    if told["answer"] == "answered":
        return
    yield held, f"owed {due}", 1
    if done:
        yield done, f"paid {due}", 1
        yield done, "opinion settled", 1
        yield done, "opinion in-time", int(not due or done <= due)


def _meeting(told: Mapping[str, object]) -> Days:
    day, what = str(told["held_on"]), told["what"]
    yield day, f"meeting {what} times", 1
    yield day, f"meeting {what} n", int(str(told["n"]))
    yield day, f"meeting {what} settled", int(str(told.get("settled", 0)))


def _commendation(told: Mapping[str, object]) -> Days:
    day = str(told["given_on"])
    yield day, f"commendation {told['to']}", 1
    yield day, f"merit {told['merit']}", 1


def _conduct(told: Mapping[str, object]) -> Days:
    yield str(told["told_on"]), "conduct told", 1
    if told["found"] != "open":
        yield str(told["done_on"]), f"conduct {told['found']}", 1


_COUNTING = {
    "session": _session,
    "session-opinion": _opinion,
    "meeting": _meeting,
    "commendation": _commendation,
    "conduct": _conduct,
}
