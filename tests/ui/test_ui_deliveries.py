"""Sổ trao thư by its keys: several letters handed over at once, one that came back, a table, all in a real window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_kit import Answers, Clock, open_copy, press

from desk_app import paths
from desk_app.services.delivery_log import DeliveryLog
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.ui.deliveries.view import DeliveriesPage
from desk_app.ui.jobs import Jobs
from desk_app.ui.parts.choices import Choices
from desk_app.ui.shell.window import MainWindow
from desk_app.ui.theme.look import dress

from test_services_letters import DEATH  # isort: skip
from test_services_registering import BIRTH, entered  # isort: skip

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Iterator[Desk]:
    opened = open_copy(made, tmp_path / "quầy", Clock())
    for draft in (BIRTH, replace(BIRTH, child_name="Lê Gia Hân", mother_name="Lê Thị Hoa"), DEATH):
        letter = opened.letters.prepare([entered(opened.register.enter(draft)).id], Wish())
        assert isinstance(letter, Prepared)
        opened.letters.printed([letter.letter])
    yield opened
    opened.close()


@pytest.fixture
def window(desk: Desk, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    dress(qapp, paths.resources())
    made = MainWindow(desk, Answers(), Jobs(), {"deliveries": DeliveriesPage})
    qtbot.addWidget(made)
    made.resize(1366, 728)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    QTest.keyClick(made, Qt.Key.Key_R, CONTROL | SHIFT)
    yield made
    made.jobs.close()


def told(page: DeliveriesPage) -> list[tuple[str, str]]:
    return [(row.title.split()[-1], row.how) for row in page.model.rows]


def dialog(page: DeliveriesPage) -> Choices:
    found = [one for one in page.findChildren(Choices) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def test_two_letters_are_handed_over_with_company_and_proof_and_one_comes_back(window: MainWindow, desk: Desk) -> None:
    page = window.page()
    assert isinstance(page, DeliveriesPage)
    assert window.focusWidget() is page.table
    for _ in range(2):
        press(page.table, Qt.Key.Key_Space)
        press(page.table, Qt.Key.Key_Down)
    QTest.keyClick(page.table, Qt.Key.Key_T, CONTROL)
    asked = dialog(page)
    assert asked._lines[0].parentWidget().itemText(0) == "Hội Liên hiệp Phụ nữ xã"  # type: ignore[attr-defined]
    QTest.keyClick(asked, Qt.Key.Key_2)
    QTest.keyClick(asked, Qt.Key.Key_6)
    asked._lines[0].setText("Hội Liên hiệp Phụ nữ xã")
    asked._lines[1].setText("ảnh 12")
    press(asked, Qt.Key.Key_Return)
    assert page.state.title.text() + page.state.text.text() == "Đã ghi 2 thư là đã trao."
    assert sorted(told(page)) == [("Anh", "chưa trao"), ("Hân", "trao tại nhà"), ("Khoan", "trao tại nhà")]
    assert page.totals.text().startswith(
        "Đã trao 2 việc · thư khai sinh 1, thư chia buồn 1 · trao tại nhà 2 · tích cực 2"
    )
    QTest.keyClick(page.table, Qt.Key.Key_3)
    QTest.keyClick(page.table, Qt.Key.Key_B, CONTROL)
    QTest.keyClick(dialog(page), Qt.Key.Key_1)
    press(dialog(page), Qt.Key.Key_Return)
    assert len(page.model.rows) == 1
    QTest.keyClick(page.table, Qt.Key.Key_4)
    (row,) = page.model.rows
    assert (row.returned, row.evidence) == ("trả lại 20/11/2026: nhà đi vắng", "ảnh 12")
    assert page.back.isEnabled() is False
    assert DeliveryLog(desk.seat).companions() == ("Hội Liên hiệp Phụ nữ xã",)


def test_changing_a_hand_over_shows_what_stands_and_may_take_the_proof_out(window: MainWindow, desk: Desk) -> None:
    page = window.page()
    assert isinstance(page, DeliveriesPage)
    for proof in ("ảnh 12", ""):
        QTest.keyClick(page.table, Qt.Key.Key_T, CONTROL)
        asked = dialog(page)
        asked._lines[1].setText(proof)
        QTest.keyClick(asked, Qt.Key.Key_4)
        press(asked, Qt.Key.Key_Return)
        assert (page.row.evidence, page.row.how) == (proof, "gửi bưu điện")  # type: ignore[union-attr]
        assert page.give.text() == "Sửa lần trao…"
    QTest.keyClick(page.table, Qt.Key.Key_T, CONTROL)
    assert dialog(page)._asked[0].checkedId() == 3


def test_the_table_is_kept_and_the_other_period_is_empty(window: MainWindow, tmp_path: Path) -> None:
    page = window.page()
    assert isinstance(page, DeliveriesPage)
    window.asker.answers = [tmp_path / "sổ.csv"]  # type: ignore[attr-defined]
    QTest.keyClick(page.table, Qt.Key.Key_S, CONTROL)
    assert (tmp_path / "sổ.csv").read_text("utf-8-sig").count("chưa trao") == 3
    press(page.table, Qt.Key.Key_F6)
    assert (page.model.period, page.model.rows, page.nothing.isVisible()) == ("2026-10", (), True)
    press(page, Qt.Key.Key_F6)
    assert page.model.period == "2026-09"
