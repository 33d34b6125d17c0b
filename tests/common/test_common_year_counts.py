"""The year's own work is counted by its newest lines, by day."""

from __future__ import annotations

from datetime import date

from common.counts import Fact
from common.periods import Period
from common.year_counts import count_year, year_days

MAY = Period("2026-05", date(2026, 5, 1), date(2026, 5, 31))
JUNE = Period("2026-06", date(2026, 6, 1), date(2026, 6, 30))


def line(kind: str, subject: str, version: int = 1, **figures: object) -> Fact:
    return Fact(kind, date(2026, 6, 30), subject, version, figures)


def opinion(subject: str, version: int = 1, **more: object) -> Fact:
    told = {"held_on": "2026-05-09", "field": "land", "answer": "promised"}
    return line("session-opinion", subject, version, **{**told, **more})


def test_a_session_counts_where_it_was_held_and_nowhere_once_taken_back():
    held = line("session", "a", held_on="2026-05-09", citizens=24, bodies=3)
    other = line("session", "b", held_on="2026-05-23", citizens=9, bodies=0)
    gone = line("session", "b", 2, held_on="2026-05-23", citizens=9, bodies=0, taken_back=1)
    assert (count_year([held, other], MAY).sessions, count_year([held, other], MAY).citizens) == (2, 33)
    assert (count_year([gone, held, other], MAY).sessions, count_year([held, other], JUNE).sessions) == (1, 0)


def test_what_was_promised_waits_until_it_is_done_and_is_late_after_its_day():
    said = [opinion("a", due_on="2026-05-20"), opinion("b", due_on="2026-06-10"), opinion("c")]
    done = opinion("a", 2, due_on="2026-05-20", done_on="2026-06-02")
    at_once = opinion("d", field="reform", answer="answered")
    may = count_year([*said, at_once], MAY)
    assert (may.waiting, may.late, may.settled, may.answered("promised"), may.answered("answered")) == (3, 1, 0, 3, 1)
    # A month already reported keeps its figures when the opinion is settled later.
    assert count_year([*said, at_once, done], MAY) == may
    june = count_year([*said, at_once, done], JUNE)
    assert (june.waiting, june.late, june.settled, june.in_time) == (2, 1, 1, 0)


def test_meetings_commendations_and_conduct_are_numbers():
    facts = [
        line("meeting", "a", held_on="2026-05-05", what="complaint", n=3, settled=2),
        line("meeting", "b", held_on="2026-05-07", what="reception", n=11),
        line("commendation", "c", given_on="2026-05-19", to="person", merit="attitude"),
        line("conduct", "d", told_on="2026-05-20", found="open"),
        line("conduct", "d", 2, told_on="2026-05-20", found="upheld", done_on="2026-06-01"),
    ]
    may, june = count_year(facts, MAY), count_year(facts, JUNE)
    assert (may.meetings["complaint"].n, may.meetings["complaint"].settled, may.meetings["reception"].times) == (
        3,
        2,
        1,
    )
    assert (may.commendations["person"], may.merits["attitude"]) == (1, 1)
    assert (may.conduct_told, may.conduct_upheld, june.conduct_told, june.conduct_upheld) == (1, 0, 0, 1)
    assert year_days(facts)["2026-05-05", "meeting complaint n"] == 3
