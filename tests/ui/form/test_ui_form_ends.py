"""How a form ends: problems folded and compared, saved and taken back, twins one after the other, a line of its own."""

from __future__ import annotations

from form_hands import CTRL, FATHER, MOTHER, Hands
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QTableWidget, QTableWidgetItem, QWidget

from desk_app.domain.events import Birth
from desk_app.services.desk import Desk
from desk_app.services.letter_spots import Spot
from desk_app.ui.form.compare import CompareDialog
from desk_app.ui.form.section_part import SectionHeading


def fill(hands: Hands, name: str = "Nguyễn Trần Minh Anh", day: str = "9/11/2026") -> None:
    """A whole birth with two cards, the mother declaring."""
    hands.page.arrive(event="birth")
    hands.compose(name)
    hands.type(f"\n{day}\n2\n")
    hands.scan(MOTHER)
    hands.chord(Qt.Key.Key_F6)
    hands.scan(FATHER)
    hands.chord(Qt.Key.Key_F7)
    hands.chord(Qt.Key.Key_F8)


def save(hands: Hands) -> None:
    hands.chord(Qt.Key.Key_Return, CTRL)


def retype(hands: Hands, field: str, text: str) -> None:
    hands.page.form.sections.focus(field)
    hands.line(field).selectAll()
    hands.compose(text)


def dialog(hands: Hands) -> CompareDialog:
    found = hands.page.window().findChild(CompareDialog)
    assert found is not None
    hands.bot.waitUntil(found.isActiveWindow)
    return found


def heading(hands: Hands, section: str) -> SectionHeading:
    return hands.page.form.sections.parts[section].heading


# ---- problems


def test_after_a_save_with_problems_finished_sections_are_one_line_and_open_on_enter(hands: Hands) -> None:
    fill(hands, day="29/11/2026")
    save(hands)
    form = hands.page.form
    assert hands.sentences() == ["Ngày sinh phải trước hoặc trùng ngày đăng ký 20/11/2026"]
    assert [name for name, part in form.sections.parts.items() if not part.folded] == ["child"]
    assert heading(hands, "father").line() == "Nguyễn Văn Bình, 1995, Thôn Bến Trà, Xã An Liên"
    assert hands.at() == "born"
    heading(hands, "father").setFocus()
    hands.type("\n")
    assert not form.sections.parts["father"].folded
    assert hands.at() == "father_name"
    heading(hands, "mother").click()
    assert hands.at() == "mother_name"


def test_a_link_of_the_summary_opens_the_folded_section_of_its_field(hands: Hands) -> None:
    fill(hands, day="29/11/2026")
    retype(hands, "mother_citizen_id", "12345")
    save(hands)
    hands.page.form.sections.parts["mother"].fold(True, "gấp lại")
    link = hands.page.form.problems.findChild(QPushButton, "link:mother_citizen_id")
    assert link is not None
    link.setFocus()
    hands.type("\n")
    assert hands.at() == "mother_citizen_id"
    assert not hands.page.form.sections.parts["mother"].folded


def test_the_heading_above_the_first_field_is_seen_when_the_form_opens_and_when_it_is_gone_back_to(
    hands: Hands,
) -> None:
    hands.page.arrive(event="birth")
    form = hands.page.form
    bar = form.sections.verticalScrollBar()
    assert bar.value() == 0
    form.sections.focus("registered_on")
    form.sections.focus("child_name")
    assert heading(hands, "child").mapTo(form.sections.viewport(), QPoint(0, 0)).y() >= 0


def test_enter_in_a_mended_field_leads_to_the_next_problem(hands: Hands) -> None:
    fill(hands, day="29/11/2026")
    retype(hands, "mother_citizen_id", "12345")
    retype(hands, "registered_on", "31/2/2026")
    save(hands)
    at = []
    for _ in range(3):
        at.append(hands.at())
        hands.type("\n")
    assert at == ["born", "mother_citizen_id", "registered_on"]


# ---- twice in the register


def test_a_birth_that_may_be_there_already_is_compared_and_opened(hands: Hands) -> None:
    fill(hands)
    save(hands)
    fill(hands, name="Nguyễn Trần Minh Ánh")
    save(hands)
    bar = hands.page.form.alike
    assert bar.isVisible()
    assert bar.text.text().startswith(
        "<b>Có thể đã ghi rồi:</b> số 01/2026, Nguyễn Trần Minh Anh, sinh 09/11/2026, cùng mẹ."
    )
    assert QApplication.focusWidget() is bar.press
    hands.chord(Qt.Key.Key_F9)
    both = dialog(hands)
    assert both.focusWidget().objectName() == "way:open"
    table = both.findChild(QTableWidget)
    assert table is not None
    rows = {text(table, line, 0): (text(table, line, 1), text(table, line, 2)) for line in range(table.rowCount())}
    assert rows["≠ Họ tên trẻ"] == ("Nguyễn Trần Minh Ánh", "Nguyễn Trần Minh Anh")
    assert rows["Mẹ"] == ("Trần Thị Ngọc Lan, 1998", "Trần Thị Ngọc Lan, 1998")
    assert rows["Người đi khai"][1] == "Trần Thị Ngọc Lan, mẹ"
    marked = [text(table, line, 0) for line in range(table.rowCount()) if item(table, line, 1).font().weight() > 500]
    assert marked == ["≠ Họ tên trẻ"]
    press_in(both, Qt.Key.Key_M)
    assert hands.went == [("find", {"show": 1})]
    assert hands.page.may_leave()
    assert len(hands.around.desk.drafts.unfinished()) == 1


def test_the_same_child_typed_twice_is_given_up_and_the_kept_one_shown(hands: Hands, desk: Desk) -> None:
    fill(hands)
    save(hands)
    fill(hands)
    save(hands)
    hands.chord(Qt.Key.Key_F9)
    press_in(dialog(hands), Qt.Key.Key_T)
    assert hands.went == [("find", {"show": 1})]
    assert desk.drafts.unfinished() == ()
    assert hands.page.form.model.untouched


def test_what_may_be_there_already_is_told_beside_errors_too(hands: Hands) -> None:
    fill(hands)
    save(hands)
    fill(hands, day="29/11/2026")
    save(hands)
    assert hands.page.form.alike.isVisible()
    assert hands.sentences() == ["Ngày sinh phải trước hoặc trùng ngày đăng ký 20/11/2026"]
    hands.chord(Qt.Key.Key_F9)
    QTest.keyClick(dialog(hands), Qt.Key.Key_Escape)
    assert hands.went == []


# ---- taking back


def test_what_was_just_saved_is_taken_back_and_stands_in_the_form_again(hands: Hands, desk: Desk) -> None:
    fill(hands)
    save(hands)
    assert hands.page.form.bar.undo.text() == "Hoàn tác, 10 giây"
    hands.chord(Qt.Key.Key_Z, CTRL)
    kept = desk.register.show(1)
    assert (kept.state, hands.page.form.model.saved) == ("void", None)
    assert hands.line("child_name").text() == "Nguyễn Trần Minh Anh"
    assert hands.line("child_name").isEnabled()
    assert [one.draft for one in desk.drafts.unfinished()] == [hands.page.form.model.draft]
    save(hands)
    assert desk.register.show(2).state == "live"


def test_nothing_is_taken_back_once_its_letter_was_printed(hands: Hands, desk: Desk) -> None:
    fill(hands)
    hands.chord(Qt.Key.Key_P, CTRL)
    saved = hands.page.form.model.saved
    assert saved is not None
    assert saved.letter is not None
    desk.letters.printed([saved.letter])
    assert not hands.page.form.model.undo()
    assert desk.register.show(1).state == "live"


# ---- twins


def test_the_second_and_the_third_child_ask_only_for_what_differs_and_share_one_sheet(hands: Hands, desk: Desk) -> None:
    fill(hands)
    hands.page.form.sections.focus("pick:twin")
    hands.press(Qt.Key.Key_Space)
    hands.chord(Qt.Key.Key_P, CTRL)
    assert hands.went == []
    assert "Ghi tiếp cháu kia" in hands.page.form.bar.text.text()
    save(hands)
    assert hands.at() == "child_name"
    assert hands.line("child_name").text() == ""
    assert hands.line("born").text() == "9/11/2026"
    shown = hands.page.form.sections
    assert not [name for name in ("mother_name", "father_name", "number") if shown.boxes[name].isVisible()]
    hands.compose("Nguyễn Trần Minh Em")
    hands.type("\n1")
    hands.bot.waitUntil(lambda: hands.at() == "sex:male")
    hands.type("\n")
    assert QApplication.focusWidget() is hands.page.foot.print
    save(hands)
    save(hands)
    hands.compose("Nguyễn Trần Minh Út")
    hands.type("\n2")
    hands.chord(Qt.Key.Key_P, CTRL)
    assert hands.went == [("printing", {"registrations": (1, 2, 3)})]
    first, second = (desk.register.show(id).registration for id in (1, 3))
    assert isinstance(first, Birth)
    assert isinstance(second, Birth)
    assert first.twin_group == second.twin_group != ""
    assert (first.mother, first.father, first.declarant) == (second.mother, second.father, second.declarant)


# ---- the letter beside the form


def test_a_line_of_its_own_goes_from_its_key_into_the_preview_the_draft_and_the_letter(
    hands: Hands, desk: Desk
) -> None:
    fill(hands)
    hands.chord(Qt.Key.Key_G, CTRL)
    assert hands.at() == "freeLine"
    hands.compose("Chúc mừng cháu thứ một trăm của xã.")
    hands.bot.waitUntil(lambda: any("có lời riêng" in check.words for check in hands.page.form.side.checks()))
    assert hands.page.form.keep()
    assert desk.drafts.unfinished()[0].free_line == "Chúc mừng cháu thứ một trăm của xã."
    hands.chord(Qt.Key.Key_Escape)
    assert hands.went == []
    hands.chord(Qt.Key.Key_P, CTRL)
    saved = hands.page.form.model.saved
    assert saved is not None
    assert saved.letter is not None
    with desk.seat.reading() as reading:
        kept = reading.letters.get(saved.letter)
    assert kept is not None
    assert "Chúc mừng cháu thứ một trăm".encode() in kept.page


def test_the_free_line_takes_at_most_160_letters(hands: Hands) -> None:
    hands.page.arrive(event="birth")
    hands.chord(Qt.Key.Key_G, CTRL)
    hands.compose("ă" * 200)
    line = hands.page.form.side.line.entry
    assert len(line.text()) == 160


def test_a_click_on_a_name_on_the_letter_goes_to_its_field(hands: Hands) -> None:
    hands.page.arrive(event="birth")
    side = hands.page.form.side
    hands.bot.waitUntil(lambda: bool(side.picture.spots), timeout=15000)
    fill(hands)
    named = {"child_name", "mother_name", "father_name"}
    hands.bot.waitUntil(lambda: named <= {spot.field for spot in side.picture.spots}, timeout=15000)
    plain = Qt.KeyboardModifier.NoModifier
    for field in ("child_name", "mother_name", "father_name"):
        hands.page.form.sections.focus("registered_on")
        place = side.picture.spot_box(spot_of(side.picture.spots, field)).center().toPoint()
        QTest.mouseClick(side.picture, Qt.MouseButton.LeftButton, plain, place)
        assert hands.at() == field


def text(table: QTableWidget, line: int, place: int) -> str:
    return item(table, line, place).text()


def item(table: QTableWidget, line: int, place: int) -> QTableWidgetItem:
    found = table.item(line, place)
    assert found is not None
    return found


def press_in(inside: QWidget, key: Qt.Key) -> None:
    assert isinstance(inside, QDialog)
    QTest.keyClick(inside, key, Qt.KeyboardModifier.AltModifier)


def spot_of(spots: tuple[Spot, ...], field: str) -> Spot:
    return next(spot for spot in spots if spot.field == field)
