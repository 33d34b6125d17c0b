"""Who signs the letters, in the settings, by keys: somebody more, the last day, what is offered and asked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from test_services_registering import BIRTH, entered
from window_kit import Window, press, type_text

from common.words import signatories as said
from desk_app.services.letter_desk import Wish
from desk_app.services.number_signs import NumberSigns
from desk_app.services.signatory_desk import SignatoryDesk
from desk_app.ui.parts.scroll import Scrolled
from desk_app.ui.settings.signer_dialog import SignerDialog
from desk_app.ui.settings.view import SettingsPage

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> SettingsPage:
    made = SettingsPage(window.around())
    qtbot.addWidget(made)
    made.resize(1154, 670)
    made.show()
    made.refresh()
    return made


def over(page: SettingsPage) -> SignerDialog:
    """The dialog in front."""
    return next(one for one in page.findChildren(SignerDialog) if one.isVisible())


def names(window: Window) -> list[str]:
    return [each.one.told for each in SignatoryDesk(window.desk.seat).all()]


def test_a_deputy_is_added_and_an_offered_name_taken(page: SettingsPage, window: Window) -> None:
    press(page, Qt.Key.Key_2, CTRL)
    assert page.focusWidget() is page.signer.table
    press(page, Qt.Key.Key_N, CTRL | SHIFT)
    dialog = over(page)
    press(dialog, Qt.Key.Key_Return)
    assert dialog.places["name"].under.text() == said.NAME_EMPTY
    type_text(dialog, "ThS. VŨ THỊ THANH HÀ")
    assert "ThS." in dialog.offer.text()
    press(dialog, Qt.Key.Key_F8)
    assert dialog.name.text() == "Vũ Thị Thanh Hà"
    assert not dialog.use.isVisible()
    dialog.title.setFocus()
    press(dialog, Qt.Key.Key_Down)
    assert dialog.block.authority.text() == "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"
    dialog.ticks["death"].setFocus()
    press(dialog, Qt.Key.Key_Space)
    press(dialog, Qt.Key.Key_Return)
    assert window.asker.asked == []
    assert names(window)[0] == "Vũ Thị Thanh Hà (KT. CHỦ TỊCH / PHÓ CHỦ TỊCH)"
    assert SignatoryDesk(window.desk.seat).all()[0].one.usual == ("death",)
    assert window.said == [said.kept("Vũ Thị Thanh Hà")]


def test_all_of_it_is_in_sight_whatever_words_come_while_typing(page: SettingsPage) -> None:
    page.resize(1366, 698)
    press(page, Qt.Key.Key_2, CTRL)
    press(page, Qt.Key.Key_N, CTRL | SHIFT)
    dialog = over(page)
    before = dialog.height()
    type_text(dialog, "TS. LÊ THỊ BÍCH HẠNH")
    assert dialog.offer.isVisible()
    assert dialog.look.isVisible()
    QApplication.processEvents()
    assert dialog.height() > before
    (held,) = dialog.findChildren(Scrolled)
    assert held.verticalScrollBar().maximum() == 0


def test_another_chair_ends_the_one_before_only_when_told_to(page: SettingsPage, window: Window) -> None:
    press(page, Qt.Key.Key_N, CTRL | SHIFT)
    dialog = over(page)
    type_text(dialog, "Lò Thị Hoa")
    dialog.first.setText("1/12/2026")
    assert "Phạm Quốc Thịnh ký CHỦ TỊCH" in dialog.look.text()
    dialog.name.setText("H'Hen Niê Kđăm Buôn Krông Ana Êban " * 3)
    assert said.NAME_LONG in dialog.look.text()
    dialog.name.setText("Lò Thị Hoa")
    assert said.NAME_LONG not in dialog.look.text()
    press(dialog, Qt.Key.Key_Return)
    assert names(window) == ["Phạm Quốc Thịnh (CHỦ TỊCH)"]
    window.asker.answers = [0]
    press(dialog, Qt.Key.Key_Return)
    chair, new = (each.one for each in SignatoryDesk(window.desk.seat).all())
    assert (chair.name, f"{chair.valid_to}", new.name) == ("Phạm Quốc Thịnh", "2026-11-30", "Lò Thị Hoa")
    assert "đang ký" in page.signer.rows.data(page.signer.rows.index(0, 1), Qt.ItemDataRole.ToolTipRole)


def test_of_whoever_signed_only_the_last_day_is_open(page: SettingsPage, window: Window) -> None:
    window.desk.letters.prepare([entered(window.desk.register.enter(BIRTH)).id], Wish())
    press(page, Qt.Key.Key_2, CTRL)
    press(page, Qt.Key.Key_Return)
    dialog = over(page)
    assert not dialog.name.isEnabled()
    assert not dialog.remove.isVisible()
    assert dialog.focusWidget() is dialog.last
    type_text(dialog, "31/2/2027")
    press(dialog, Qt.Key.Key_Return)
    assert dialog.places["last"].under.text() == said.LAST_UNREAD
    dialog.last.setText("31/12/2026")
    press(dialog, Qt.Key.Key_Return)
    assert f"{SignatoryDesk(window.desk.seat).all()[0].one.valid_to}" == "2026-12-31"


def test_one_that_signed_nothing_is_taken_out_after_a_question(page: SettingsPage, window: Window) -> None:
    press(page, Qt.Key.Key_E, CTRL | SHIFT)
    dialog = over(page)
    press(dialog, Qt.Key.Key_D, CTRL)
    assert len(names(window)) == 1
    window.asker.answers = [0]
    press(dialog, Qt.Key.Key_D, CTRL)
    assert names(window) == []
    assert page.signer.nobody.isVisible()
    press(page, Qt.Key.Key_2, CTRL)
    assert page.focusWidget() is page.signer.add


def test_the_page_opens_at_what_letters_lack_and_says_it(page: SettingsPage, window: Window) -> None:
    assert page.trouble.isHidden()
    window.desk.settings.put("phone", "")
    page.refresh()
    assert "số điện thoại" in page.trouble.text.text()
    assert page.focusWidget() is page.office.fields["phone"]
    type_text(page, "0200 3555 018")
    press(page, Qt.Key.Key_S, CTRL)
    assert page.trouble.isHidden()
    for name, place in (("officer-title", page.office.fields["officer-title"]), ("signatory", page.signer.table)):
        page.arrive(field=name)
        page.refresh()
        assert page.focusWidget() is place


def test_numbers_and_hamlets_are_set_by_keys(page: SettingsPage, window: Window) -> None:
    press(page, Qt.Key.Key_0, CTRL)
    assert page.hamlets.isAncestorOf(page.focusWidget())
    type_text(page, "Bản Nà Hà")
    page.hamlets.word.setFocus()
    type_text(page, "bản làng")
    press(page, Qt.Key.Key_P, CTRL | SHIFT)
    assert page.hamlets.list.text() == "Bản Nà Hà: bản làng"
    page.hamlets.hamlet.setCurrentText("Bản Nà Hà")
    assert page.hamlets.word.currentText() == "bản làng"
    press(page, Qt.Key.Key_9, CTRL)
    page.numbers.sign.setText("tcm/ubnd")
    press(page, Qt.Key.Key_I, CTRL | SHIFT)
    assert "TCM-UBND" in window.asker.asked[-1][1]
    page.numbers.sign.setText("vp-tcm")
    press(page, Qt.Key.Key_I, CTRL | SHIFT)
    assert NumberSigns(window.desk.seat).all().signs == {"birth": "VP-TCM"}
    press(page, Qt.Key.Key_9, CTRL)
    press(page, Qt.Key.Key_Space)
    assert not NumberSigns(window.desk.seat).all().used
    assert not page.numbers.sign.isEnabled()
