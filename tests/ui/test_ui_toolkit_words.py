"""The toolkit's own dialogs and menus speak Vietnamese."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from common.words.toolkit import TOOLKIT
from desk_app import paths
from desk_app.ui.theme.look import dress


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    dress(qapp, paths.resources())


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_the_context_menu_of_a_field_is_vietnamese(kind: type[QLineEdit], qtbot: QtBot) -> None:
    field = kind()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    rows = [action.text().partition("\t")[0] for action in menu.actions() if not action.isSeparator()]
    assert {"&Hoàn tác", "Ché&p", "&Dán", "Chọn tất cả"} <= set(rows)
    assert set(rows) <= set(TOOLKIT.values())


def test_standard_buttons_are_vietnamese(qtbot: QtBot) -> None:
    box = QMessageBox()
    qtbot.addWidget(box)
    for which in QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No, QMessageBox.StandardButton.Cancel:
        assert box.addButton(which).text() in TOOLKIT.values()
    row = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Close)
    qtbot.addWidget(row)
    assert {button.text() for button in row.buttons()} == {"Đồng ý", "Đóng"}


def test_a_file_dialog_has_vietnamese_labels_and_tool_tips(qtbot: QtBot) -> None:
    dialog = QFileDialog(options=QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    labels = QFileDialog.DialogLabel
    for which in (labels.LookIn, labels.FileName, labels.FileType, labels.Accept, labels.Reject):
        assert dialog.labelText(which) in TOOLKIT.values(), which
    tips = {press.toolTip() for press in dialog.findChildren(QToolButton)} - {""}
    assert tips
    assert tips <= set(TOOLKIT.values())


def test_what_the_desk_has_no_words_for_keeps_its_own() -> None:
    assert QCoreApplication.translate("QFileDialog", "Something new") == "Something new"


def test_translations_keep_their_places_and_have_one_letter_at_most() -> None:
    for source, told in TOOLKIT.items():
        assert re.findall("%[0-9]", source) == re.findall("%[0-9]", told), source
        assert told.count("&") <= 1
