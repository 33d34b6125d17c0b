"""A closed book in the form: what stops, what a reason opens."""

from __future__ import annotations

from datetime import date

from desk_app.db.book_counts import BookKey
from desk_app.services.closings import Closing, keep_closing
from desk_app.services.desk import Desk
from desk_app.ui.form.findings import Saved, Stopped
from desk_app.ui.form.model import FormModel

BIRTH = {"child_name": "Trần Minh Khôi", "born": "9/11/2026", "sex": "nam", "mother_name": "Trần Thị Ngọc Lan"}


def shut(desk: Desk) -> None:
    """The book of births closed as on 20/12; the clock of these tests stands before it."""
    with desk.seat.work() as work:
        key = BookKey("birth", "26461", "01/2026", 2026)
        keep_closing(work.office, key, Closing(date(2026, 12, 20), "clerk", 3, 0, 0, 1, 3))
        work.commit()


def test_a_closed_book_asks_for_a_reason_and_the_number_of_the_paper_book(desk: Desk) -> None:
    shut(desk)
    model = FormModel(desk, "birth")
    for name, text in BIRTH.items():
        model.write(name, text)
    first = model.save()
    assert isinstance(first, Stopped)
    (told,) = first.errors
    assert (told.code, told.needs_reason, told.field) == ("book-closed", True, "number")
    model.give_reason("book-closed", "ghi tay hôm mất điện")
    second = model.save()
    assert isinstance(second, Stopped)
    assert [one.code for one in second.errors] == ["book-closed-number"]
    model.write("number", "2")
    third = model.save()
    done = model.save() if isinstance(third, Stopped) else third
    assert isinstance(done, Saved)
    assert done.number == "2"
