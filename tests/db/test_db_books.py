"""The books of a register and their numbers, asked by index."""

from dataclasses import replace

import pytest
from db_samples import BOOK, UNIT, birth, death, line, subject
from sqlalchemy import event

from desk_app.db.book_counts import BookKey, Numbers
from tools.endurance.plans import walked

KEY = BookKey("birth", UNIT, BOOK, 2026)


@pytest.fixture
def work(register):
    """A transaction that is undone at the end."""
    with register.work() as work:
        yield work


def add(work, number="", **more):
    return work.registrations.add(birth(number=number, **more), subject()).id


def test_every_kind_unit_name_and_year_is_a_book_of_its_own(work):
    assert list(work.books.all()) == []
    add(work, "5")
    add(work, "6")
    add(work, "5/2025")
    add(work, "5", unit="21997")
    add(work, "5", book="02/2026")
    work.registrations.add(death(), subject())
    found = list(work.books.all())
    births = [(UNIT, BOOK, 2025), (UNIT, BOOK, 2026), (UNIT, "02/2026", 2026), ("21997", BOOK, 2026)]
    assert found == [*(BookKey("birth", *each) for each in births), BookKey("death", UNIT, BOOK, 2026)]


def test_numbers_are_told_in_order_with_what_went_and_what_stands_twice(work):
    ids = [add(work, number) for number in ("3", "10/2026", "12A", "07")]
    work.registrations.void(ids[0], "gõ nhầm")
    work.registrations.void(ids[3], "gõ nhầm")
    add(work, "7")
    told = work.books.numbers(KEY)
    assert told == Numbers(5, (3, 7, 10), (7,), ("12A",), ("3", "07"), ())


def test_an_empty_book_has_no_numbers(work):
    assert work.books.numbers(KEY) == Numbers(0, (), (), (), (), ())


def test_no_question_about_books_walks_through_the_register(work):
    add(work, "5")
    add(work, "12A")
    seen = {}

    def explain(connection, cursor, asked, given, context, many):
        plan = cursor.connection.execute(f"EXPLAIN QUERY PLAN {asked}", given).fetchall()
        seen[asked] = [row[3] for row in plan]

    event.listen(work._connection, "before_cursor_execute", explain)
    list(work.books.all())
    work.books.numbers(KEY)
    assert len(seen) == 4
    assert [step for plan in seen.values() for step in plan if step.startswith("SCAN")] == []
    assert [walked(plan, asked) for asked, plan in seen.items()] == [[], [], [], []]


def test_what_the_law_had_erased_keeps_its_number_in_the_book(work):
    about = subject()
    id = work.registrations.add(birth(number="5"), about).id
    work.journal.append(line(about))
    work.journal.append(replace(line(about, "erased"), shared=None, home=None))
    work.registrations.erase(id)
    assert work.books.numbers(KEY) == Numbers(1, (5,), (), (), (), ("5",))


def steps(work, ask):
    """How many steps SQLite takes, in hundreds."""
    taken = []
    raw = work._connection.connection.dbapi_connection
    raw.set_progress_handler(lambda: taken.append(1), 100)
    ask()
    raw.set_progress_handler(None, 0)
    return len(taken)


def test_finding_the_books_costs_the_same_however_much_stands_in_them(work):
    def books():
        return list(work.books.all())

    add(work, "1")
    books()
    few = steps(work, books)
    for _ in range(150):
        add(work)
    assert steps(work, books) <= few + 1
    assert len(books()) == 1
