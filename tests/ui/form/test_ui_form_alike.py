"""Twice in the register, at the form: no way past the question, whichever way the draft came here."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from form_hands import CTRL, Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from test_ui_form_ends import dialog, press_in, retype, save

from desk_app.domain.drafts import BirthDraft
from desk_app.services.desk import Desk
from desk_app.services.registering import Entered
from desk_app.ui.parts.choices import Choices

BIRTH = BirthDraft(
    child_name="Nguyễn Trần Minh Anh",
    born="09/11/2026",
    sex="nữ",
    mother_name="Trần Thị Ngọc Lan",
    mother_born="1998",
    father_name="Nguyễn Văn Bình",
    father_born="1996",
    registered_on="20/11/2026",
)


def fill(hands: Hands, draft: BirthDraft = BIRTH) -> None:
    """A draft that was kept, opened again."""
    id = hands.around.desk.drafts.begin()
    hands.around.desk.drafts.keep(id, draft)
    hands.page.arrive(draft=id)


def registered(desk: Desk) -> int:
    return len(desk.register.find("nguyen tran minh"))


def other_child(hands: Hands) -> None:
    """F9, "another child", the second reason."""
    hands.chord(Qt.Key.Key_F9)
    press_in(dialog(hands), Qt.Key.Key_K)
    asked = hands.page.window().findChild(Choices)
    assert asked is not None
    for key in (Qt.Key.Key_2, Qt.Key.Key_Return):
        QTest.keyClick(asked, key)
    with hands.bot.waitActive(hands.page):
        hands.page.activateWindow()


def test_a_draft_opened_again_is_asked_about_and_saving_again_and_again_is_no_fourth_way_out(
    hands: Hands, desk: Desk
) -> None:
    assert isinstance(desk.register.enter(BIRTH), Entered)
    fill(hands)
    for _ in range(3):
        save(hands)
        assert QApplication.focusWidget() is hands.page.form.alike.press
    hands.chord(Qt.Key.Key_P, CTRL)
    assert (registered(desk), hands.went, len(desk.drafts.unfinished())) == (1, [], 1)


def test_what_another_window_saved_in_the_last_moment_stops_this_save(hands: Hands, desk: Desk) -> None:
    fill(hands)
    model = hands.page.form.model
    twice = replace(BIRTH, child_name="Nguyễn Trần Minh Ánh")

    class Between:
        def __getattr__(self, name: str) -> object:
            return getattr(desk.register, name)

        def enter(self, *given: Any, **named: Any) -> object:
            assert isinstance(desk.register.enter(twice), Entered)
            return desk.register.enter(*given, **named)

    model._desk = replace(desk, register=Between())  # type: ignore[arg-type]
    save(hands)
    model._desk = desk
    assert hands.page.form.alike.isVisible()
    assert (registered(desk), model.saved) == (1, None)


def test_a_reason_given_for_one_record_stands_for_no_other(hands: Hands, desk: Desk) -> None:
    for draft in (BIRTH, replace(BIRTH, child_name="Nguyễn Trần Minh Khang")):
        assert isinstance(desk.register.enter(draft), Entered)
    fill(hands)
    save(hands)
    other_child(hands)
    retype(hands, "child_name", "Nguyễn Trần Minh Khang")
    save(hands)
    assert hands.page.form.alike.accessibleName().startswith("Có thể đã ghi rồi: số 02/2026")
    assert registered(desk) == 2
    other_child(hands)
    save(hands)
    assert desk.register.show(3).reasons == {"looks-alike": "Trùng tên, khác gia đình"}
