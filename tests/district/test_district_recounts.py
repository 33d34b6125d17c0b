"""What desks' lines say by month is counted once and kept; a plain count of the same lines always agrees."""

import random
from collections import Counter

import pytest
from pretend_desk import PretendDesk, enrol

from common.counts import count
from common.month_counts import added, count_days, report_of
from common.periods import read_period
from common.voice_counts import follow_ups_of
from common.year_counts import count_year, year_days, year_of
from district import recounting
from district.pools import answers_in
from district.reports import Span, facts, figures, figures_over

SURVEY = {
    **{"survey": "regular", "by": "front", "respondents": "people", "scale": 3, "asked": {}, "n": 20},
    **{"began_on": "2026-10-01", "ended_on": "2026-10-20", "handed": 40, "returned": 21, "by_score": {"3": 12, "1": 8}},
}
PERIODS = ("2026-10", "2026-Q4", "2026-H1", "2026-H2", "2026-9M", "2026", "2025")


def later(desk, serial, event, letter, subject):
    """What happens months after: a letter goes out after all, a record is put right, another is taken back."""
    day = f"2026-{serial % 12 + 1:02d}-15"
    if serial % 6 == 1:
        given = {"letter": event, "delivered_on": day, "way": "post", "reaction": "good"}
        desk.add("letter-delivered", given, letter, on=day)
    if serial % 9 == 2:
        told = {"event": event, "registered_on": day, "registration_type": 1, "late": 0, "unit": desk.unit}
        desk.add("amended", told, subject, 3, day)
    if serial % 13 == 3:
        desk.add("voided", {}, subject, on=day)


TASKS = tuple(f"{number:032x}" for number in range(900, 906))


def voices(desk):
    """Six follow-ups begin, three are done; a survey is tallied."""
    for day, task in enumerate(TASKS, start=1):
        told = {"source": "answer", "opened_on": f"2026-10-{day:02d}", "due_on": f"2026-10-{day + 10}"}
        desk.add("follow-up-opened", told, task, on=told["opened_on"])
        if day <= 3:
            done = {"outcome": "fixed", "done_on": f"2026-10-{8 + 3 * day}"}
            desk.add("follow-up-done", done, task, on="2026-10-20")
    desk.add("survey-tally", SURVEY, TASKS[0], on="2026-10-21")


HELD = {"held_on": "2026-10-03", "citizens": 30, "bodies": 2}
SAID = {"held_on": "2026-10-03", "field": "land", "answer": "promised", "due_on": "2026-10-20"}
DIGEST = "ab" * 32


def the_year(desk):
    """Sessions with an opinion that is owed, a meeting, praise, a complaint about conduct; a report."""
    desk.add("session", HELD, TASKS[0], on="2026-10-03")
    desk.add("session-opinion", SAID, TASKS[1], on="2026-10-03")
    desk.add("meeting", {"held_on": "2026-03-15", "what": "dialogue", "n": 40}, TASKS[2], on="2026-03-15")
    desk.add("commendation", {"given_on": "2026-12-14", "to": "person", "merit": "attitude"}, TASKS[3], on="2026-12-14")
    desk.add("conduct", {"told_on": "2026-10-09", "found": "open"}, TASKS[4], on="2026-10-09")
    issued = {"first": "2025-12-15", "last": "2026-12-14", "digest": DIGEST, "calendar": "nam-14"}
    desk.add("report-issued", issued, TASKS[5], on="2026-12-15")


def the_year_later(desk):
    """One more session; what was owed is done, late; the praise is taken back; the report is issued again."""
    desk.add("session", HELD | {"held_on": "2026-11-07", "citizens": 40}, on="2026-11-07")
    desk.add("session-opinion", SAID | {"done_on": "2026-11-01"}, TASKS[1], 2, "2026-11-01")
    praise = {"given_on": "2026-12-14", "to": "person", "merit": "attitude", "taken_back": 1}
    desk.add("commendation", praise, TASKS[3], 2, "2026-12-20")
    found = {"told_on": "2026-10-09", "found": "upheld", "done_on": "2026-10-30"}
    desk.add("conduct", found, TASKS[4], 2, "2026-10-30")
    issued = {"first": "2025-12-15", "last": "2026-12-14", "digest": DIGEST[::-1], "calendar": "nam-14"}
    desk.add("report-issued", issued, TASKS[5], 2, "2026-12-20")


def voices_later(desk):
    """One more is done, late; one is told otherwise than before; the survey's slips are counted again."""
    desk.add("follow-up-done", {"outcome": "nothing", "done_on": "2026-12-01"}, TASKS[3], on="2026-12-01")
    desk.add("follow-up-done", {"outcome": "explained", "done_on": "2026-10-12"}, TASKS[1], 2, "2026-12-02")
    desk.add("survey-tally", SURVEY | {"handed": 50}, TASKS[0], 2, "2026-12-02")


def busy(desk, seed):
    """A year and a half at a desk: letters printed, handed over, returned, voided; records put right and taken back."""
    chance, begun = random.Random(seed), []
    for serial in range(60):
        month = chance.randint(1, 12)
        year, event = chance.choice((2025, 2026)), chance.choice(("birth", "marriage", "death"))
        day = f"{year}-{month:02d}-{chance.randint(1, 28):02d}"
        told = {"event": event, "registered_on": day, "registration_type": chance.choice((1, 4)), "late": 0}
        subject = desk.add("registered", {**told, "unit": desk.unit}, on=day)
        if serial % 7 == 0:
            desk.add("amended", {**told, "event": "birth", "late": 1, "unit": desk.unit}, subject, 2, "2026-11-03")
        if serial % 11 == 0:
            desk.add("voided", {}, subject, on="2026-11-04")
        letter = desk.add("letter-prepared", {"letter": event, "serial": serial, "covers": 2}, on=day)
        if serial % 5 == 0:
            desk.add("letter-voided", {"letter": event, "covers": 1 + serial % 2}, letter, on="2026-11-04")
        if serial % 3:
            desk.add("letter-printed", {"letter": event, "copies": 1, "reprint": 0}, letter, on=day)
            given = {"letter": event, "delivered_on": day, "way": "home", "reaction": chance.choice(("good", "none"))}
            desk.add("letter-delivered", given, letter, on=day)
        if serial % 4 == 0:
            came_back = {"letter": event, "delivered_on": day, "way": "home", "reaction": "none", "returned_on": day}
            desk.add("letter-delivered", came_back, letter, on=day)
        begun.append((serial, event, letter, subject))
    voices(desk)
    the_year(desk)
    for one in begun:
        later(desk, *one)
    voices_later(desk)
    the_year_later(desk)
    desk.add("ratings-tally", {"period": "2026-10", "channel": "slip", "n": 3, "by_score": {"3": 3}}, on="2026-10-31")
    return desk


@pytest.fixture
def taken(district, officer, sitting):
    desks = [busy(enrol(district, PretendDesk(seed), officer), seed) for seed in ("one", "two")]
    for desk in desks:
        assert sitting.receive(desk.bundle()).verdict == "accepted"
    return desks


def rows_of(district):
    with district.store.reading() as work:
        return sorted((row.desk, row.year, row.said) for row in work.recounts.of_years((0, 2025, 2026)))


def test_months_added_up_are_the_report_that_the_one_rule_counts(district, taken):
    counted = recounting.recounts(district.store, (2025, 2026))
    for name in PERIODS:
        period = read_period(name)
        whole = added(one.month(month.name) for one in counted.values() for month in period.months())
        with district.store.reading() as work:
            plain = figures(work, work.desks.all(), period)
            answers = answers_in(work.batches.all(), period)
            again = count(facts(work, work.desks.all()[:1]), period, answers)
        assert report_of(whole, period, answers) == plain, name
        with district.store.reading() as work:
            desks = work.desks.all()
            assert figures_over(work, desks, Span.over(district.store, period)) == plain, name
            own = figures(work, desks[1:], period)
            assert figures_over(work, desks[1:], Span.over(district.store, period)) == own, name
        assert sum(plain.events.values()) > 0, name
        first = added(counted[taken[0].number].month(month.name) for month in period.months())
        assert report_of(first, period, answers) == again, name


CUTS = ("2026-02-03..2026-03-20", "2026-10-15..2026-10-15", "2025-12-15..2026-12-14", "2026-10-01..2026-11-14")


def test_a_span_that_cuts_months_is_counted_from_their_days_as_it_would_be_line_by_line(district, taken):
    for name in CUTS:
        period = read_period(name)
        with district.store.reading() as work:
            desks = work.desks.all()
            told = figures_over(work, desks, Span.over(district.store, period))
            assert told == figures(work, desks, period), name
            kept = recounting.recounts_over(district.store, [period])[desks[0].number].of(period)
            plain = count_days(facts(work, desks[:1]), period)
        assert {name: n for name, n in kept.items() if not name.startswith(("unit ", "letters "))} == plain, name
        births = sum(n for name, n in kept.items() if name.startswith("unit ") and name.endswith(" birth"))
        assert births == plain["event birth"], name


def test_a_year_of_meetings_sessions_and_conduct_is_counted_as_the_one_rule_counts_it(district, taken):
    counted = recounting.recounts_over(district.store, [read_period("2026")], yearly=True)
    with district.store.reading() as work:
        for desk in work.desks.all():
            told = tuple(facts(work, [desk]))
            assert counted[desk.number].year == year_days(told)
            for name in (*PERIODS, *CUTS):
                period = read_period(name)
                assert year_of(counted[desk.number].year, period) == count_year(told, period), name
    whole = year_of(counted[taken[0].number].year, read_period("2026-Q4"))
    assert (whole.sessions, whole.citizens, whole.waiting, whole.late, whole.settled) == (2, 70, 0, 0, 1)
    assert (whole.conduct_told, whole.conduct_upheld, whole.commendations["person"]) == (1, 1, 0)


def test_lines_are_counted_once_and_again_only_for_the_desk_that_brought_more(district, taken, sitting, monkeypatch):
    assert district.recount() == 2
    held = rows_of(district)
    asked = []
    plain = recounting.facts_of_desk
    monkeypatch.setattr(recounting, "facts_of_desk", lambda work, desk: asked.append(desk) or plain(work, desk))
    recounting.recounts(district.store, (2026,))
    assert (asked, rows_of(district)) == ([], held)
    taken[1].register_birth("2026-11-02")
    assert sitting.receive(taken[1].bundle(period="2026-11")).verdict == "accepted"
    told = recounting.recounts(district.store, (2026,))[taken[1].number]
    assert asked == []  # only what is new was read
    assert [row for row in rows_of(district) if row[0] == taken[0].number] == [
        row for row in held if row[0] == taken[0].number
    ]
    assert told.month("2026-11")["event birth"] >= 1
    assert rows_of(district) != held


def test_what_comes_in_piece_by_piece_is_counted_as_if_it_had_come_at_once(district, officer, sitting):
    whole, pieces = (busy(enrol(district, PretendDesk(seed), officer), "same") for seed in ("one", "two"))
    assert sitting.receive(whole.bundle()).verdict == "accepted"
    at, step = 0, len(pieces.lines) // 7
    for head in [*range(step, len(pieces.lines), step), len(pieces.lines)]:
        assert sitting.receive(pieces.bundle(at, head)).verdict == "accepted"
        district.recount()
        at = head
    district.recount()
    told = recounting.recounts_over(
        district.store, [read_period(name) for name in ("2025", "2026", *CUTS)], yearly=True
    )
    one, two = ({month: +figures for month, figures in counters(told[desk.number])} for desk in (whole, pieces))
    assert one == {month: figures for month, figures in two.items() if figures}
    assert told[whole.number].amended == told[pieces.number].amended
    assert told[whole.number].first_handed == told[pieces.number].first_handed
    assert told[whole.number].year == told[pieces.number].year
    assert told[whole.number].days == told[pieces.number].days
    assert told[whole.number].told == told[pieces.number].told
    assert [(one.version, one.on) for one in told[whole.number].told] == [(1, "2026-12-15"), (2, "2026-12-20")]
    assert told[whole.number].due == told[pieces.number].due == {"2026-10-15": 1, "2026-10-16": 1}
    assert told[whole.number].surveys == told[pieces.number].surveys == {TASKS[0]: SURVEY | {"handed": 50}}


def test_follow_ups_count_by_the_newest_word_on_each_and_by_the_day_it_was_done(district, taken):
    told = recounting.recounts(district.store, (2026,))[taken[0].number]
    october, december = (follow_ups_of(told.month(f"2026-{month}")) for month in (10, 12))
    assert (october.opened, october.done, october.in_time) == (6, 3, 2)
    assert (october.outcomes, october.median) == ({"fixed": 2, "explained": 1}, 10)
    assert (december.opened, december.done, december.in_time, december.median) == (0, 1, 0, 58)


def test_a_letter_with_a_code_counts_once_whatever_it_covers(district, officer, sitting):
    desk = enrol(district, PretendDesk(), officer)
    for told in ({"letter": "birth", "serial": 4, "covers": 2}, {"letter": "birth", "covers": 1}):
        letter = desk.add("letter-prepared", told)
        given = {"letter": "birth", "delivered_on": "2026-10-09", "way": "home", "reaction": "none"}
        desk.add("letter-delivered", given, letter)
    sitting.receive(desk.bundle())
    month = recounting.recounts(district.store, (2026,))[desk.number].month("2026-10")
    assert (month["birth delivered"], month["code prepared birth"], month["code delivered birth"]) == (3, 1, 1)


def test_what_was_counted_by_an_older_rule_is_counted_anew(district, taken):
    desk = taken[0].number
    plain = recounting.recounts(district.store, (2026,))[desk]
    with district.store.work() as work:
        execute = work.lines._connection.exec_driver_sql
        execute(f"UPDATE recounts SET said = '{{}}' WHERE desk = {desk} AND year = 2026")
        execute(f"UPDATE recounts SET said = replace(said, '\"rule\"', '\"was\"') WHERE desk = {desk} AND year = 0")
    assert recounting.recounts(district.store, (2026,))[desk] == plain


def counters(told):
    return [(month, Counter(figures)) for month, figures in told.months.items()]


def test_a_line_that_stood_aside_and_counts_now_is_counted_though_the_head_is_the_same(district, taken):
    desk = taken[0].number
    before = recounting.recounts(district.store, (2026,))[desk]
    with district.store.work() as work:
        execute = work.lines._connection.exec_driver_sql
        execute(f"UPDATE positions SET state = 'aside' WHERE desk = {desk} AND kind = 'ratings-tally'")
    after = recounting.recounts(district.store, (2026,))[desk]
    assert before.month("2026-10")["channel slip"] == 3
    assert "channel slip" not in after.month("2026-10")


def test_a_history_that_is_not_the_one_that_was_counted_is_counted_anew(district, taken):
    desk = taken[0].number
    plain = recounting.recounts(district.store, (2026,))[desk]
    with district.store.work() as work:
        execute = work.lines._connection.exec_driver_sql
        execute(f"UPDATE recounts SET head = 5, said = replace(said, '1', '7') WHERE desk = {desk}")
    assert recounting.recounts(district.store, (2026,))[desk] == plain


def test_what_belongs_to_no_year_is_kept_too(district, officer, sitting):
    desk = enrol(district, PretendDesk(), officer)
    letter = desk.prepare_letter(1)
    told = {"letter": "birth", "delivered_on": "2026-10-07", "way": "counter", "reaction": "good"}
    desk.add("letter-delivered", told, letter, on="2026-10-07")
    desk.add("restored", {"epoch": 2, "backup_date": "2026-10-08"}, on="2026-10-09")
    sitting.receive(desk.bundle())
    found = recounting.recounts(district.store, ())[desk.number]
    assert (found.first_handed, found.restored) == ("2026-10-07", ("2026-10-09", "2026-10-08"))
