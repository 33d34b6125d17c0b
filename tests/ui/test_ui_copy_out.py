"""Back to the ministry's software: field after field by one key, and a period as a file, with a reason."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from window_kit import Answers

from common.periods import read_period
from common.words import copy_out as said
from desk_app import paths
from desk_app.services.desk import Desk
from desk_app.services.ministry import Field, Wanted
from desk_app.ui.copy_out.clip import Clip
from desk_app.ui.copy_out.model import CopyModel
from desk_app.ui.copy_out.panel import CopyPanel
from desk_app.ui.find.export import ExportDialog, MinistryExport
from desk_app.ui.find.view import FindPage
from desk_app.ui.form.form_page import FormPage
from desk_app.ui.jobs import Jobs
from desk_app.ui.shell.window import MainWindow
from desk_app.ui.theme.look import dress
from desk_app.ui.today.view import TodayPage

from test_services_registering import BIRTH, entered  # isort: skip

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(desk: Desk, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    dress(qapp, paths.resources())
    opened = MainWindow(desk, Answers(), Jobs(), {"find": FindPage, "form": FormPage, "today": TodayPage})
    qtbot.addWidget(opened)
    opened.resize(1366, 728)
    with qtbot.waitActive(opened):
        opened.show()
        opened.activateWindow()
    yield opened
    opened.close()


@pytest.fixture
def panel(window: MainWindow, desk: Desk, qtbot: QtBot) -> CopyPanel:
    """The panel of a birth, opened by its keys."""
    window.go("find", show=entered(desk.register.enter(BIRTH)).id)
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_C, BOTH)
    qtbot.waitUntil(lambda: bool(panels()))
    assert panels()[0].styleSheet() == window.styleSheet() != ""
    return panels()[0]


def panels() -> list[CopyPanel]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, CopyPanel) and each.isVisible()]


def pasted() -> str:
    return QApplication.clipboard().text()


def field(caption: str, shown: str = "có", other: str = "") -> Field:
    return Field(caption, caption, shown, shown, "common", other=other)


def test_enter_passes_over_what_is_empty_and_signs_lead_to_numbers_and_headings() -> None:
    model = CopyModel(
        [field("Số", ""), field("Ngày đăng ký"), field("Quê quán", ""), *map(field, "ABCDEFGH"), field("Nơi")]
    )
    assert model.at == 1
    assert (model.take(), model.at) == ("có", 3)
    assert (model.type("1"), model.at, model.type("2"), model.at) == (True, 0, True, 11)
    assert model.ended is False
    assert (model.take(), model.ended, model.at) == ("có", True, 11)
    assert (model.type("n"), model.at) == (True, 1)
    assert (model.type("o"), model.at) == (True, 11)
    assert (model.type("9"), model.type("9"), model.at) == (True, True, 8)
    assert model.type("ừ") is False
    model.back()
    assert model.at == 7
    model.go(2)
    assert model.take() == ""
    model.go(0)
    model.back()
    assert model.at == 0


def test_days_stay_as_they_were_asked_for_last_and_a_code_changes_for_itself_alone() -> None:
    days = [field("Ngày", f"0{day}.11.2026", f"0{day}/11/2026") for day in (1, 2, 3)]
    model = CopyModel([days[0], field("Giới tính", "Nữ", "2"), *days[1:]])
    assert [model.take(), model.turn()] == ["01.11.2026", "01/11/2026"]
    assert [model.take(), model.turn(), model.slashed] == ["Nữ", "2", True]
    assert [model.take(), model.turn(), model.take()] == ["02/11/2026", "02.11.2026", "03.11.2026"]


def test_each_field_is_copied_by_one_key_in_the_order_of_the_ministry(panel: CopyPanel, qtbot: QtBot) -> None:
    def press(key: Qt.Key) -> str:
        qtbot.keyClick(panel.focusWidget(), key)
        return pasted()

    assert panel.windowTitle() == said.TITLE
    assert panel.head.text() == "Khai sinh số 01/2026"
    assert panel.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert press(Qt.Key.Key_Return) == "01/2026"
    captions = [one.caption for one in panel.model.fields]
    panel.model.go(captions.index("Giới tính của trẻ"))
    assert press(Qt.Key.Key_Down) == "Nữ"
    assert press(Qt.Key.Key_F6) == "2"
    assert press(Qt.Key.Key_F6) == "Nữ"
    assert panel.shown.text() == "Nữ"
    assert press(Qt.Key.Key_F8) == "Nữ"
    assert not panel.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    panel.clip.timer.timeout.emit()
    assert (pasted(), panel.state.text()) == ("", said.FORGOTTEN)
    assert press(Qt.Key.Key_Space) == "Nữ"
    press(Qt.Key.Key_1)
    assert panel.model.at == 0
    panel.model.go(captions.index("Nơi sinh"))
    blank = panel.model.fields[captions.index("Nơi sinh")].shown
    assert press(Qt.Key.Key_Enter) == blank
    press(Qt.Key.Key_Escape)
    assert (panels(), pasted()) == ([], "")


def test_what_a_form_has_saved_is_copied_from_there(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    kept = desk.drafts.begin()
    desk.drafts.keep(kept, BIRTH)
    window.go("form", draft=kept)
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_C, BOTH)
    assert panels() == []
    window.page().act("save")
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_C, BOTH)
    (opened,) = panels()
    assert next(one.shown for one in opened.model.fields if one.key == "nksHoTen") == BIRTH.child_name
    opened.close()


def test_locking_the_desk_takes_the_panel_and_the_clipboard_along(
    panel: CopyPanel, window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Return)
    window.go("today")
    assert (len(panels()), pasted()) == (1, "01/2026")
    window.hide()
    assert (panels(), pasted()) == ([], "")


def test_what_somebody_else_copied_stays_and_ours_is_kept_out_of_histories(qapp: QApplication) -> None:
    clip = Clip()
    clip.put("Nguyễn Văn Thử")
    held = QApplication.clipboard().mimeData()
    assert isinstance(held, QMimeData)
    assert any("CanIncludeInClipboardHistory" in form for form in held.formats())
    QApplication.clipboard().setText("của người khác")
    assert clip.empty() is False
    assert pasted() == "của người khác"
    clip.put("lại của quầy")
    clip.put("")
    assert pasted() == ""


def test_a_period_goes_out_in_the_columns_of_the_ministry_when_it_is_said_what_for(
    window: MainWindow, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    entered(desk.register.enter(BIRTH))
    window.go("find")
    asker, written = window.asker, tmp_path / "khai-sinh.csv"
    assert isinstance(asker, Answers)
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(ExportDialog)
    assert dialog is not None
    enter = lambda: qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)  # noqa: E731
    enter()
    assert "Việc này cần một lý do" in dialog.trouble.text()
    put = {"period": "", "event": "birth", "form": "csv"}
    for name, code in put.items():
        box = dialog.fields[name]
        box.setCurrentIndex(box.findData(code))  # type: ignore[attr-defined]
    for name, text in (("first", "31/11/2026"), ("last", "30/11/2026"), ("reason", "đối chiếu")):
        line = dialog.fields[name]
        assert isinstance(line, QLineEdit)
        line.setText(text)
    enter()
    assert "hai ngày ấy" in dialog.trouble.text()
    dialog.fields["first"].setText("01/11/2026")  # type: ignore[attr-defined]
    asker.answers.append(written)
    enter()
    qtbot.waitUntil(lambda: any(title == said.EXPORT_DONE for title, _ in asker.asked))
    assert (said.EXPORT_TITLE, "khai-sinh-2026-11-01-den-2026-11-30.csv") in asker.asked
    assert written.read_text(encoding="utf-8-sig").startswith("STT,so,quyenSo")
    assert "1 khai sinh" in asker.asked[-1][1]


def test_a_file_beside_the_chosen_one_is_not_replaced_unasked(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "so-khai-tu.csv").write_text("của người khác", encoding="utf-8")
    export, wanted = MinistryExport(window.around, window), Wanted("thử", read_period("2026"))
    assert export._may_replace(tmp_path / "so.xlsx", wanted)
    assert not export._may_replace(tmp_path / "so.csv", wanted)
    assert "so-khai-tu.csv" in window.asker.asked[-1][1]  # type: ignore[attr-defined]
    window.asker.answers.append(0)  # type: ignore[attr-defined]
    assert export._may_replace(tmp_path / "so.csv", wanted)
