from datetime import date

import pytest
from db_samples import DAY, birth, death, line, subject

from desk_app.db.letters import NewLetter

NEXT = date(2026, 2, 6)
LONG_AGO = date(2025, 12, 1)


@pytest.fixture
def work(register):
    """A transaction that is undone at the end."""
    with register.work() as work:
        yield work


def letter(*covers, serial=7):
    return NewLetter("birth", subject(), serial, "birth-card", b"{}", "ab" * 32, covers, DAY, "CODE")


def test_letters_without_their_pages_stand_by_state_and_day_of_printing(work):
    ids = [work.letters.add(letter(work.registrations.add(birth(), subject()).id, serial=n)) for n in range(3)]
    work.letters.mark_printed(ids[1], 1, DAY)
    work.letters.mark_printed(ids[2], 1, NEXT)
    assert [row.id for row in work.overview.letters_prepared(9)] == [ids[0]]
    assert [row.id for row in work.overview.letters_printed(NEXT, 9)] == [ids[2]]
    assert [row.id for row in work.overview.letters_lying(NEXT, 9)] == [ids[1]]
    assert work.overview.letters_in("printed") == 2
    assert work.overview.letters() == 3


def test_a_letter_is_stale_when_its_registration_was_amended_since(work):
    twins = [work.registrations.add(birth(name), subject()).id for name in ("Y Bĭ", "H’Blươn")]
    id = work.letters.add(letter(*twins))
    before = work.overview.letter(id)
    work.registrations.amend(twins[1], birth("H’Blươn Niê"), "gõ nhầm")
    after = work.overview.letter(id)
    assert (before.covers, before.stale, after.stale) == (tuple(twins), False, True)
    assert work.overview.letters_over([twins[0]], 9) == (after,)


def test_a_letter_is_found_by_the_serial_in_its_code(work):
    id = work.letters.add(letter(work.registrations.add(birth(), subject()).id, serial=4711))
    assert work.overview.letter_of_serial(4711).id == id
    assert work.overview.letter_of_serial(4712) is None


def test_registrations_awaiting_a_letter_are_live_uncovered_and_not_older_than_asked(work):
    waiting = work.registrations.add(birth(), subject()).id
    covered = work.registrations.add(birth("Lê Gia Hân"), subject()).id
    gone = work.registrations.add(death(), subject()).id
    old = work.registrations.add(birth("Võ Minh Đức", registered_on=LONG_AGO), subject()).id
    work.letters.add(letter(covered))
    work.registrations.void(gone, "ghi thử")
    assert work.overview.awaiting_letter(date(2026, 1, 1), 9) == (waiting,)
    assert work.overview.awaiting_letter(LONG_AGO, 9) == (waiting, old)
    assert work.overview.count_awaiting(LONG_AGO) == 2
    assert work.overview.registrations() == 4


def test_the_month_index_serves_the_letters_that_are_awaited(work):
    from sqlalchemy import text

    work.overview.awaiting_letter(DAY, 9)
    plan = work._connection.execute(text("EXPLAIN QUERY PLAN SELECT id FROM registrations WHERE ym >= 202602")).all()
    assert any("ix_registrations_ym" in row[-1] for row in plan)


def test_a_journal_line_leads_to_its_registration(work):
    about = subject()
    id = work.registrations.add(birth(), about).id
    position = work.journal.append(line(about))
    assert work.overview.registration_at(position) == id
    assert work.overview.registration_at(position + 1) is None


def test_the_newest_registrations_come_first_page_by_page_and_by_event(work):
    first, second = (work.registrations.add(birth(), subject()).id for _ in range(2))
    third = work.registrations.add(death(), subject()).id
    assert [kept.id for kept in work.registrations.newest(2)] == [third, second]
    assert [kept.id for kept in work.registrations.newest(2, before=second)] == [first]
    assert [kept.id for kept in work.registrations.newest(9, event="birth")] == [second, first]
    assert [kept.id for kept in work.registrations.several([third, 99, first])] == [third, first]
