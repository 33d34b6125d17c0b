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


def test_an_opinion_is_settled_in_time_to_its_last_day_or_whenever_no_day_was_promised():
    done = [opinion(subject, due_on=due, done_on="2026-05-20") for subject, due in (("a", "2026-05-20"), ("b", ""))]
    late = opinion("c", due_on="2026-05-19", done_on="2026-05-20")
    may = count_year([*done, late, opinion("d", done_on="2026-05-31")], MAY)
    assert (may.settled, may.in_time, may.waiting, may.late) == (4, 3, 0, 0)
    assert year_days([opinion("e")]) == {("2026-05-09", "opinion land promised"): 1, ("2026-05-09", "owed "): 1}
    told = year_days([opinion("f", due_on="2026-05-31")])
    assert count_year([opinion("f", due_on="2026-05-31")], MAY).late == 0, "late only after its day"
    assert ("2026-05-09", "owed 2026-05-31") in told


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
    days = year_days(facts)
    assert days["2026-05-05", "meeting complaint n"] == 3
    assert (days["2026-05-07", "meeting reception settled"], days["2026-06-01", "conduct upheld"]) == (0, 1)
    assert {name for _, name in days if name.startswith("conduct")} == {"conduct told", "conduct upheld"}
    assert year_days([line("conduct", "d", told_on="2026-05-20", found="open", done_on="2026-05-21")]) == {
        ("2026-05-20", "conduct told"): 1
    }


def test_bodies_and_unfounded_complaints_are_counted_and_of_equal_lines_the_last_stands():
    held = line("session", "a", held_on="2026-05-09", citizens=24, bodies=3)
    told = line("conduct", "d", told_on="2026-05-20", found="unfounded", done_on="2026-05-22")
    again = line("session", "a", held_on="2026-05-09", citizens=25, bodies=3)
    may = count_year([held, told, again], MAY)
    assert (may.bodies, may.citizens, may.conduct_unfounded, may.conduct_upheld) == (3, 25, 1, 0)
