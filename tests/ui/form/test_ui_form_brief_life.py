"""A child that lived under 24 hours, by keys: birth, then the death that stands there filled in, then on."""

from __future__ import annotations

from form_hands import CTRL, Hands
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from test_ui_form_cases import choose

from desk_app.domain.events import Birth, Death
from desk_app.services.desk import Desk
from desk_app.services.lookup import Lookup

NO_LETTER = "Cháu sống dưới 24 giờ: không có thư chúc mừng."


def save(hands: Hands) -> None:
    """Look, then save; what deserves a look is looked at."""
    for _ in range(2):
        if hands.page.form.model.saved is None:
            hands.chord(Qt.Key.Key_Return, CTRL)
    assert hands.page.form.model.saved is not None, hands.sentences()


def fill(hands: Hands, name: str) -> None:
    for field, text in (("child_name", name), ("born", "19/11"), ("mother_name", "Trần Thị Thử")):
        hands.page.form.sections.focus(field)
        hands.compose(text)
    for field, text in (("sex", "nữ"), ("father_name", "Lê Văn Ví"), ("pick:declarant", "father")):
        hands.page.form._written(field, text)


def test_both_acts_are_written_one_after_the_other_by_keys(hands: Hands, desk: Desk) -> None:
    hands.page.arrive(event="birth")
    choose(hands, 5)
    assert "kèm khai tử" in hands.page.form.sections.parts["child"].heading.line()
    fill(hands, "Lê Gia Hân")
    page = hands.page
    hands.bot.waitUntil(lambda: page.form.side.picture.accessibleName() == NO_LETTER)
    save(hands)
    assert page.form.bar.text.text().startswith("Việc tiếp theo: ghi khai tử của cháu")
    assert (page.foot.save.text(), page.foot.save.hasFocus()) == ("Ghi khai tử của cháu", True)
    hands.chord(Qt.Key.Key_Return, CTRL)
    QApplication.processEvents()
    assert (page.form.model.event, hands.at()) == ("death", "died_on")
    assert [hands.text(name) for name in ("deceased_name", "born", "sex", "mother_name", "declarant_name")] == [
        *("Lê Gia Hân", "19/11/2026", "female", "Trần Thị Thử", "Lê Văn Ví")
    ]
    assert hands.text("case:under_24_hours") == "1"
    hands.compose("20/11")
    save(hands)
    assert page.form.bar.text.text() == (
        "Hai bản của cháu đi cùng nhau: khai sinh số 01/2026, quyển 01/2026. Máy không tự làm thư."
    )
    assert page.foot.save.text() == "Ghi bản tiếp theo"
    assert desk.drafts.unfinished() == ()
    birth, death = (desk.register.show(id).registration for id in (1, 2))
    assert (type(birth), type(death)) == (Birth, Death)
    assert Lookup(desk.seat).record(1).beside == 2


def test_a_twin_that_died_is_followed_by_its_death_and_then_by_the_other_twin(hands: Hands, desk: Desk) -> None:
    page = hands.page
    page.arrive(event="birth")
    choose(hands, 5)
    page.form._written("pick:twin", "1")
    fill(hands, "Lê Gia Hân")
    hands.chord(Qt.Key.Key_P, CTRL)
    save(hands)
    assert page.foot.save.text() == "Ghi khai tử của cháu"
    hands.chord(Qt.Key.Key_Return, CTRL)
    QApplication.processEvents()
    hands.compose("20/11")
    save(hands)
    assert (page.foot.save.text(), page.foot.save.hasFocus()) == ("Ghi cháu tiếp theo", True)
    hands.chord(Qt.Key.Key_Return, CTRL)
    assert (page.form.model.event, hands.text("mother_name"), hands.text("child_name")) == (
        *("birth", "Trần Thị Thử", ""),
    )
    assert hands.text("case:under_24_hours") == ""
    assert hands.text("pick:twin") == "1"
