"""Special cases chosen by keys on the real form: what is asked, what it is called, what is saved."""

from __future__ import annotations

from datetime import date

import pytest
from form_hands import CTRL, MOTHER, Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desk_app.domain.drafts import DRAFTS
from desk_app.domain.events import AGAIN, EVENTS, Birth, Death, Event, Marriage
from desk_app.domain.reading import read_draft
from desk_app.domain.rules import Rules
from desk_app.services.desk import Desk
from desk_app.ui.form.case_sheet import CaseSheet
from desk_app.ui.form.circumstances import CHOICES
from desk_app.ui.form.forms import sections
from desk_app.ui.form.model import FormModel, Saved, Stopped

DIGITS = [
    Qt.Key.Key_1,
    Qt.Key.Key_2,
    Qt.Key.Key_3,
    Qt.Key.Key_4,
    Qt.Key.Key_5,
    Qt.Key.Key_6,
    Qt.Key.Key_7,
    Qt.Key.Key_8,
]
DIGITS += [Qt.Key.Key_9]


def sheet(hands: Hands) -> CaseSheet:
    hands.chord(Qt.Key.Key_F5)
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, CaseSheet) and one.isVisible())


def choose(hands: Hands, *digits: int, kind: Qt.Key | None = None) -> None:
    opened = sheet(hands)
    for digit in digits:
        QTest.keyClick(opened, DIGITS[digit - 1])
    if kind is not None:
        QTest.keyClick(opened, kind, CTRL)
    QTest.keyClick(opened, Qt.Key.Key_Return)
    # A window system gives the keys back by itself.
    hands.page.activateWindow()
    QApplication.processEvents()


def arrive(hands: Hands, event: Event) -> None:
    hands.page.arrive(event=event)


def asked(hands: Hands) -> list[str]:
    return [name for name, box in hands.page.form.sections.boxes.items() if box.isVisible()]


def note(hands: Hands, section: str) -> str:
    return hands.page.form.sections.parts[section].heading.line()


def label(hands: Hands, name: str) -> list[str]:
    return [one.text() for one in hands.box(name).findChildren(QLabel)]


def test_an_abandoned_child_is_written_without_parents_in_a_few_keys(hands: Hands, desk: Desk) -> None:
    arrive(hands, "birth")
    choose(hands, 3)
    assert not any(name.startswith(("mother_", "father_")) for name in asked(hands))
    assert note(hands, "mother") == "trẻ bị bỏ rơi, không ghi"
    assert "trẻ bị bỏ rơi" in note(hands, "child")
    assert "Nơi phát hiện trẻ" in label(hands, "birth_place")
    assert hands.at() == "child_name"
    hands.compose("Nguyễn Mai Hoa")
    hands.type("\n18/11\n2\n")
    assert hands.at() == "birth_place"
    hands.compose("Cổng chùa An Liên")
    hands.type("\n\n")
    assert hands.at() == "number"
    hands.page.form.sections.focus("declarant_name")
    hands.compose("Hoàng Văn Thạch")
    hands.chord(Qt.Key.Key_Return, CTRL)
    assert hands.page.form.model.saved, hands.sentences()
    birth = desk.register.show(1).registration
    assert isinstance(birth, Birth)
    assert (birth.cases, birth.mother, birth.father) == (frozenset({"abandoned"}), None, None)
    assert birth.birth_place == "Cổng chùa An Liên"
    hands.page.arrive(event="birth")
    assert label(hands, "birth_place")[0] == "Nơi sinh"
    assert "*" in label(hands, "child_name")
    assert hands.line("child_name").accessibleDescription() == "cần điền"
    assert {"mother_name", "father_name"} <= set(asked(hands))


def test_every_choice_of_the_sheet_has_its_digit_and_the_types_have_theirs(desk: Desk, dressed: QApplication) -> None:
    for event in EVENTS:
        model = FormModel(desk, event)
        opened = CaseSheet(CHOICES[event], model.text)
        told: list[dict[str, str]] = []
        opened.chosen.connect(told.append)
        for digit, _ in enumerate(CHOICES[event]):
            QTest.keyClick(opened, DIGITS[digit])
        QTest.keyClick(opened, Qt.Key.Key_4, CTRL)
        QTest.keyClick(opened, Qt.Key.Key_3, CTRL)
        QTest.keyClick(opened, Qt.Key.Key_Return)
        assert told == [{**dict.fromkeys(CHOICES[event], "1"), "registration_type": "3"}]
        for name, text in told[0].items():
            model.write(name, text)
        assert [model.text(name) for name in CHOICES[event]] == ["1"] * len(CHOICES[event])
        again = CaseSheet(CHOICES[event], model.text)
        again.chosen.connect(told.append)
        QTest.keyClick(again, Qt.Key.Key_3, CTRL)
        QTest.keyClick(again, Qt.Key.Key_2)
        QTest.keyClick(again, Qt.Key.Key_Return)
        assert told[1] == {CHOICES[event][1]: "", "registration_type": ""}
        left = CaseSheet(CHOICES[event], model.text)
        left.chosen.connect(told.append)
        QTest.keyClick(left, Qt.Key.Key_1)
        QTest.keyClick(left, Qt.Key.Key_Escape)
        assert len(told) == 2


@pytest.mark.parametrize("event", EVENTS)
def test_the_star_stands_at_what_nothing_is_saved_without_and_nowhere_else(event: Event) -> None:
    nothing = read_draft(DRAFTS[event](), Rules.standard("26461"), date(2026, 11, 20))
    starred = {field.name for section in sections(event) for field in section.fields if field.required}
    assert starred == {one.field for one in nothing.errors}


def test_a_card_scanned_over_the_sheet_is_read_and_ticks_nothing(hands: Hands) -> None:
    arrive(hands, "birth")
    opened = sheet(hands)
    opened.ticks["case:abandoned"].setFocus()
    hands.scan(MOTHER)
    assert hands.page.form.scan.card is not None
    assert opened.isVisible()
    assert not any(tick.isChecked() for tick in opened.ticks.values())
    hands.type("7")
    hands.bot.waitUntil(opened.ticks["case:mobile"].isChecked)
    opened._no.setFocus()
    QTest.keyClick(opened, Qt.Key.Key_Return)
    assert not opened.isVisible()
    assert hands.page.form.model.untouched


def test_what_was_typed_of_a_parent_stays_in_sight_and_the_words_of_the_birthday_follow_it(hands: Hands) -> None:
    arrive(hands, "birth")
    hands.page.form.sections.focus("father_name")
    hands.compose("Lê Văn Ví")
    choose(hands, 1)
    assert "father_name" in asked(hands)
    hands.page.form.sections.focus("father_name")
    hands.line("father_name").clear()
    choose(hands, 7)
    assert "father_name" not in asked(hands)
    assert note(hands, "father") == "chưa xác định, không ghi"
    assert note(hands, "child") == "chưa xác định cha, đăng ký lưu động"
    hands.page.form.sections.focus("born")
    hands.type("9/11\n")
    line = hands.line("born_in_words")
    usual = "ngày mồng chín tháng mười một năm hai nghìn không trăm hai mươi sáu"
    assert line.text() == usual
    line.setText("Ngày mùng chín tháng mười một năm hai nghìn không trăm hai mươi sáu")
    assert hands.page.form.model.draft.born_in_words.startswith("Ngày mùng chín")  # type: ignore[union-attr]
    assert not [one for one in hands.page.form.model.check() if one.field == "born_in_words"]
    line.setText("ngày mồng tám tháng mười một năm hai nghìn không trăm hai mươi sáu")
    assert [one.code for one in hands.page.form.model.check() if one.field == "born_in_words"] == ["words-beside-date"]
    line.setText(usual)
    hands.page.form.sections.focus("born")
    hands.type("10/11")
    hands.bot.waitUntil(lambda: line.text().startswith("ngày mười tháng mười một"))
    hands.page.form.model.write("born", "")
    assert hands.page.form.model.text("born_in_words") == ""


def test_a_spouse_from_abroad_is_asked_for_passport_and_nationality(desk: Desk) -> None:
    model = FormModel(desk, "marriage")
    assert not model.shown("husband_id_paper")
    model.write("pick:papers", "1")
    assert model.shown("husband_id_paper")
    model.write("pick:papers", "")
    model.write("husband_citizen_id", "C1234567")
    assert isinstance(model.save(), Stopped)
    assert model.shown("husband_id_paper")
    model.write("husband_citizen_id", "")
    model.write("pick:papers", "")
    model.write("case:foreign_element", "1")
    assert model.shown("wife_nationality")
    for name, text in (
        ("husband_name", "John Smith"),
        ("husband_born", "1/2/1990"),
        ("husband_id_paper", "Hộ chiếu 123456789"),
        ("husband_nationality", "Mỹ"),
        ("wife_name", "Trần Thị Thử"),
        ("wife_born", "5/11/2000"),
    ):
        model.write(name, text)
    saved = model.save()
    assert isinstance(saved, Saved), saved
    model.write("case:foreign_element", "")
    assert model.shown("husband_id_paper")
    marriage = desk.register.show(saved.id).registration
    assert isinstance(marriage, Marriage)
    assert (marriage.husband.id_paper, marriage.husband.nationality) == ("Hộ chiếu 123456789", "Mỹ")


def test_a_death_by_judgment_on_a_day_that_may_be_two_or_without_a_known_name_is_written(
    hands: Hands, desk: Desk
) -> None:
    arrive(hands, "death")
    assert "notice_kind" not in asked(hands)
    choose(hands, 2)
    assert "Bản án, quyết định" in label(hands, "notice_kind")
    assert hands.line("notice_date").accessibleName() == "Có hiệu lực"
    assert "notice_issuer" in asked(hands)
    assert note(hands, "notice") == "bản án, quyết định của Tòa án"
    hands.page.form.sections.focus("died_on")
    hands.compose("mùng 5/3")
    assert hands.box("died_on").echo.text() == "05/03/2026, hay theo âm lịch là 21/04/2026?"
    hands.compose(" âm")
    assert hands.box("died_on").echo.text() == "21/04/2026, thứ Ba, 5/3 âm lịch"
    hands.type("\n")
    assert hands.line("died_on").text() == "21/04/2026"
    hands.page.form.sections.focus("born")
    hands.compose("1111940")
    assert hands.box("born").echo.text() == "01/11/1940 hay 11/01/1940?"
    arrive(hands, "death")
    choose(hands, 1, kind=Qt.Key.Key_2)
    assert hands.line("deceased_name").text() == "Chưa rõ họ tên"
    hands.page.form.sections.focus("sex")
    hands.type("3")
    hands.bot.waitUntil(lambda: hands.text("sex") == "unknown")
    hands.page.form.sections.focus("died_on")
    hands.type("18/11\n")
    hands.chord(Qt.Key.Key_P, CTRL)
    assert hands.page.form.model.saved, hands.sentences()
    death = desk.register.show(1).registration
    assert isinstance(death, Death)
    assert death.registration_type == AGAIN
    assert hands.went == []
    assert "chưa rõ họ tên" in hands.page.form.bar.text.text()
