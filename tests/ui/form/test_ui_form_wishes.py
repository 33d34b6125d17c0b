"""What is chosen for a letter at the form: its paper, whom it goes to, how people are called; kept over a power cut."""

from __future__ import annotations

from dataclasses import replace

from form_hands import CTRL, Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from test_ui_form_alike import BIRTH, fill

from desk_app.domain.drafts import BirthDraft, DeathDraft
from desk_app.services.choosing import Choosing, Option
from desk_app.services.desk import Desk
from desk_app.services.drafting import Unfinished
from desk_app.services.letter_values import Wish
from desk_app.ui.choosing.sheet import ChoosingSheet
from desk_app.ui.form.model import FormModel
from desk_app.ui.form.side import Side

SHIFT = Qt.KeyboardModifier.ShiftModifier


def sheet_of(hands: Hands) -> ChoosingSheet:
    """Ctrl+Shift+G: the sheet in front."""
    with hands.bot.waitActive(hands.page):
        hands.page.activateWindow()
    hands.chord(Qt.Key.Key_G, CTRL | SHIFT)
    (sheet,) = (one for one in hands.page.window().findChildren(ChoosingSheet) if one.isVisible())
    hands.bot.waitUntil(lambda: QApplication.activeWindow() is sheet, timeout=5_000)
    return sheet


def kept(desk: Desk) -> Unfinished:
    (found,) = desk.drafts.unfinished()
    return found


def test_what_is_chosen_is_kept_with_the_draft_esc_takes_it_back_and_keys_lead_to_paper_and_field(
    hands: Hands, desk: Desk
) -> None:
    fill(hands, replace(BIRTH, declarant_name="Lê Thị Hoa", declarant_relation="bà ngoại, giám hộ"))
    form = hands.page.form
    sheet = sheet_of(hands)
    QTest.keyClick(sheet, Qt.Key.Key_3, CTRL)
    sheet.called["mother"].setFocus()
    hands.type("thím")
    assert (form.model.wish.choices, form.model.wish.addresses) == (frozenset({"to-mother"}), {"mother": "thím"})
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    form.keep()
    assert kept(desk).wish.body == {"choices": ["to-mother"], "addresses": {"mother": "thím"}}
    sheet = sheet_of(hands)
    assert sheet.ways["to-mother"].isChecked()
    QTest.keyClick(sheet, Qt.Key.Key_0, CTRL)
    assert form.model.wish.body == {}
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert form.model.wish.choices == frozenset({"to-mother"})
    hands.page.arrive(draft=kept(desk).id)
    assert form.model.wish.addresses == {"mother": "thím"}
    with hands.bot.waitActive(hands.page):
        hands.page.activateWindow()
    for template, shown in (("birth-official", "Khai sinh, khổ A4"), (None, "Khai sinh, thẻ A5")):
        hands.chord(Qt.Key.Key_4, CTRL)
        assert (form.model.wish.template, form.side.template.currentText()) == (template, shown)
    hands.bot.waitUntil(lambda: form.side.held_field == "declarant_relation", timeout=10_000)
    hands.chord(Qt.Key.Key_O, CTRL)
    assert form.sections.boxes["declarant_relation"].isAncestorOf(QApplication.focusWidget())


def test_what_was_chosen_for_a_twin_is_there_for_the_other_and_on_their_sheet(desk: Desk) -> None:
    model = FormModel(desk, "birth")
    model.draft = replace(BIRTH, twin_group="sinh đôi 1")
    model.wish = Wish(free_line="Xã gửi tặng hai cháu hai cây bưởi.", english=True)
    assert model.save().letter is None  # type: ignore[union-attr]
    model.begin_next()
    assert model.wish.english
    model.begin_anew()
    (other,) = (desk.letters.chosen(ids) for ids in desk.letters.pending())
    assert other.free_line == "Xã gửi tặng hai cháu hai cây bưởi."


def test_the_record_says_what_it_decides_and_rules_out_what_does_not_fit(desk: Desk) -> None:
    def options(draft: BirthDraft | DeathDraft) -> object:
        found = Choosing(desk.seat).of_draft(draft)
        assert found is not None
        possible = [one.code for one in (*found.ways, *found.ticks) if one.possible]
        return found.by_record, possible, [(one.whose, one.usual) for one in found.called]

    alone = replace(BIRTH, father_name="", father_born="", case="father_unknown")
    assert options(alone) == (
        "Theo bản ghi: chỉ có mẹ",
        ["", "to-mother", "english", "undated"],
        [("mother", "chị")],
    )
    old = DeathDraft(deceased_name="Đặng Văn Khoan", sex="nam", born="1901", died_on="05/11/1975")
    told = options(replace(old, registered_on="20/11/2026"))
    assert told == ("Theo bản ghi: bậc cao niên", ["other-faith", "undated"], [("deceased", "cụ")])
    foreign = replace(BIRTH, father_nationality="Pháp", declarant_name="Lê Thị Hoa", declarant_relation="bà ngoại")
    assert options(foreign) == (
        "Theo bản ghi: gửi cả cha và mẹ, có người nước ngoài",
        ["", "to-parents", "to-mother", "to-father", "to-relative", "english", "undated"],
        [("father", "anh"), ("mother", "chị"), ("parents", "anh chị"), ("relative", "bà")],
    )


def test_the_letter_after_a_saved_one_may_be_given_a_line_and_a_paper_though_its_line_is_the_same(qtbot: QtBot) -> None:
    papers = (Option("birth-card", "Thiệp mừng"), Option("birth-official", "Thư có quốc hiệu"))
    side = Side()
    qtbot.addWidget(side)
    side.begin(Wish(free_line="Mừng hai cháu"), papers)
    side.letter_is_there()
    assert not any(part.isEnabled() for part in (side.line, side.template, side.choose))
    side.begin(Wish(free_line="Mừng hai cháu"), papers)
    assert all(part.isEnabled() for part in (side.line, side.template, side.choose))
