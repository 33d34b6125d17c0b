"""Two desks that write in one book are seen, a desk that goes on where another stopped is not held against anybody."""

import pytest
from pretend_desk import COMMUNE, PretendDesk, enrol

from district.books import Clash, clashes, rivals
from exchange.figures import book_mark

BIRTHS = book_mark(COMMUNE, "birth", "01/2026")
OTHERS = book_mark(COMMUNE, "birth", "02/2026")


@pytest.fixture
def second(district, desk, officer):
    return enrol(district, PretendDesk("second"), officer)


def write(desk, *days, book=BIRTHS, kind="registered", subject=None):
    for day in days:
        figures = {"event": "birth", "registered_on": day, "registration_type": 1, "late": 0, "unit": desk.unit}
        desk.add(kind, figures | ({"book": book} if book else {}), subject=subject, on=day)


def seen(district, desk):
    with district.store.reading() as work:
        return clashes(work, [work.desks.get(desk.number)])


def test_two_desks_in_one_book_clash_and_the_officer_is_told_with_the_bundle(district, sitting, desk, second):
    write(desk, "2026-03-02", "2026-03-09")
    write(second, "2026-05-04")
    assert sitting.receive(desk.bundle()).rivals == ()
    assert sitting.receive(second.bundle()).rivals == (desk.number,)
    days = ("2026-03-02", "2026-05-04"), ("2026-03-09", "2026-05-04")
    assert seen(district, desk) == (Clash("birth", (desk.number, second.number), *days, (2, 1)),)
    assert seen(district, second) == seen(district, desk)
    with district.store.reading() as work:
        assert clashes(work) == clashes(work, work.desks.all()) == seen(district, desk)


def test_books_of_their_own_and_lines_without_a_mark_are_no_clash(district, sitting, desk, second):
    write(desk, "2026-03-02")
    write(second, "2026-03-02", book=OTHERS)
    write(second, "2026-03-02", book="")
    for one in (desk, second):
        sitting.receive(one.bundle())
    assert seen(district, desk) == ()


def test_a_new_desk_may_go_on_in_the_books_of_one_that_ended_but_not_beside_it(
    district, officer, sitting, desk, second
):
    write(desk, "2026-03-02", "2026-03-09")
    write(second, "2026-03-09", "2026-03-12")
    for one in (desk, second):
        sitting.receive(one.bundle())
    assert seen(district, desk)
    district.enrolling(officer).end(desk.number)
    assert seen(district, desk) == ()
    write(second, "2026-03-05")
    sitting.receive(second.bundle(basis=2))
    assert seen(district, desk)


def test_an_amendment_that_moves_a_registration_to_another_book_counts_too(district, sitting, desk, second):
    write(desk, "2026-03-02")
    write(second, "2026-03-02", book=OTHERS, subject="ab" * 16)
    write(second, "2026-03-03", kind="amended", subject="ab" * 16)
    for one in (desk, second):
        sitting.receive(one.bundle())
    assert [clash.written for clash in seen(district, desk)] == [(1, 1)]


def test_a_book_is_remembered_once_per_desk_however_often_its_bundles_come(district, sitting, desk):
    write(desk, "2026-03-09", "2026-03-02")
    first = desk.bundle()
    write(desk, "2026-02-01")
    for raw in (first, desk.bundle(), first):
        sitting.receive(raw)
    with district.store.reading() as work:
        (row,) = work.books.of_desk(desk.number)
        assert rivals(work, work.desks.get(desk.number)) == ()
    assert (row.first_on, row.last_on, row.written) == ("2026-02-01", "2026-03-09", 3)
