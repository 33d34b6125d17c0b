"""Light ground and dark: every word can be read on both, the choice is kept and seen at once, paper stays white."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QCompleter
from pytestqt.qtbot import QtBot
from window_kit import Window, press

from common.words import settings_page as said
from desk_app.settings import Settings, read_settings, settings_in
from desk_app.ui.counter.view import CounterScreen
from desk_app.ui.frame import Frame
from desk_app.ui.parts.page_picture import PagePicture
from desk_app.ui.settings.view import SettingsPage
from desk_app.ui.theme import tokens
from desk_app.ui.theme.look import as_dressed, lay_ground
from exchange.twins import stamped

READ_ON = {
    "TRANG": "MUC MUC_NHAT CHAM CHAM_DAM SEN_CHU SON_CHU HOE_CHU TAT",
    "DIEP": "MUC MUC_NHAT CHAM CHAM_DAM SEN_CHU SON_CHU HOE_CHU TAT",
    "VO": "MUC MUC_NHAT CHAM TAT",
    "CHAM_NHAT": "MUC MUC_NHAT CHAM_DAM SEN_CHU SON_CHU HOE_CHU",
    "CHAM_MO": "MUC MUC_NHAT CHAM_DAM SON_CHU",
    "CHAM": "TREN_NUT",
    "CHAM_DAM": "TREN_NUT",
    "CHAM_NEN": "TREN_CHAM PHIM_TREN_CHAM",
    "CHON": "CHAM CHAM_DAM",
    "VIEN_CHAM": "TREN_NEN",
    "SEN_NHAT": "SEN_CHU MUC MUC_NHAT",
    "SEN_NEN": "SEN_CHU MUC MUC_NHAT",
    "SON_NHAT": "SON_CHU MUC",
    "SON_NEN": "MUC SON_CHU",
    "HOE_NHAT": "HOE_CHU MUC MUC_NHAT",
    "HOE_NEN": "HOE_CHU MUC MUC_NHAT",
    "XAM": "XAM_CHU MUC",
    "XAM_NEN": "MUC MUC_NHAT",
    "DANG_GO": "MUC TAT",
    "VONG_NEN": "MUC CHAM CHAM_DAM SON_CHU HOE_CHU",
    "TRUNG": "MUC MUC_NHAT",
    "GIAY": "MUC_GIAY MUC_GIAY_NHAT",
}
SEEN_ON = {"TRANG": "VIEN CHAM SON HOE SEN", "DIEP": "VIEN CHAM SON SEN", "CHAM_NEN": "VONG"}
LIGHT_SEEN_ON = {"CHAM": "VONG"}
DARK_SEEN_ON = {"TRANG": "VONG HOE", "DIEP": "VONG HOE", "VONG_NEN": "VONG"}
"""On light ground the ring stands against indigo, or the button's own ground turns yellow."""


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> Iterator[None]:
    yield
    lay_ground("light")


def light_of(colour: QColor) -> float:
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted(light_of(tokens.inks()[name]) for name in (one, other))
    return (high + 0.05) / (low + 0.05)


def too_faint(pairs: dict[str, str], least: float) -> list[str]:
    return [
        f"{ink} on {ground}: {contrast(ink, ground):.2f}"
        for ground, inks in pairs.items()
        for ink in inks.split()
        if contrast(ink, ground) < least
    ]


@pytest.mark.parametrize("ground", ["light", "dark"])
def test_every_word_can_be_read_and_every_edge_be_seen(window: Window, ground: str) -> None:
    lay_ground(ground)
    assert tokens.is_dark() == (ground == "dark")
    own = DARK_SEEN_ON if ground == "dark" else LIGHT_SEEN_ON
    assert too_faint(READ_ON, 4.5) == []
    assert too_faint(SEEN_ON, 3.0) + too_faint(own, 3.0) == []
    for name, (under, words, _) in tokens.TONES.items():
        low, high = sorted((light_of(under), light_of(words)))
        assert (high + 0.05) / (low + 0.05) >= 4.5, name


def test_no_colour_is_left_out_of_the_comparison() -> None:
    read = {name for ground, inks in READ_ON.items() for name in (ground, *inks.split())}
    only_drawn = {"VIEN", "VIEN_NHE", "VIEN_BANG", "SEN", "SON", "HOE", "VONG", "KE", "CUON", "SEN_VIEN", "PHIM_VIEN"}
    only_drawn |= {"PHIM_TREN_NUT", "SEN_VUA", "SON_VUA", "GIAY_DIEP", "LA_GIAY"}
    assert read | only_drawn == set(tokens.inks())


def test_the_ground_is_chosen_by_key_takes_effect_at_once_and_is_kept(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    page = SettingsPage(window.around())
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.refresh()
    page.show()
    assert [each.text() for each in page.machine.grounds.buttons()] == ["Theo Windows", "Sáng", "Tối"]
    assert page.machine.grounds.checkedButton().text() == "Theo Windows"
    page.machine.grounds.buttons()[2].setFocus()
    press(page, Qt.Key.Key_Space)
    assert read_settings(tmp_path / "quầy").ground == "dark"
    assert window.said[-1] == said.GROUND_KEPT
    assert as_dressed()[1]
    assert page.grab().toImage().pixelColor(2, 600).lightness() < 64
    page.model.set_size(115)
    assert read_settings(tmp_path / "quầy") == Settings(115, ground="dark"), "one choice does not undo the other"


def test_windows_of_every_kind_wear_one_sheet_and_change_it_with_the_ground(window: Window, qapp: QApplication) -> None:
    """An application's own sheet would be laid over a page again with every part that is put into it."""
    page = SettingsPage(window.around())
    completer = page.office.fields["community"].completer()
    assert isinstance(completer, QCompleter)
    worn = [Frame(lambda: True, lambda: None), CounterScreen(window.desk, lambda: 0.0), completer.popup()]
    light = worn[0].styleSheet()
    assert {each.styleSheet() for each in worn} == {light} != {""}
    lay_ground("dark")
    assert len({each.styleSheet() for each in worn}) == 1
    assert worn[0].styleSheet() != light
    assert qapp.styleSheet() == ""


def test_a_letter_is_white_paper_on_dark_ground(window: Window, qtbot: QtBot) -> None:
    lay_ground("dark")
    shown = PagePicture()
    qtbot.addWidget(shown)
    shown.resize(400, 300)
    clear = QImage(210, 148, QImage.Format.Format_ARGB32)
    clear.fill(Qt.GlobalColor.transparent)
    shown.show_page(clear, "")
    middle = shown.sheet().center().toPoint()
    assert shown.grab().toImage().pixelColor(middle) == QColor("#FFFFFF")


def test_settings_of_before_follow_the_system() -> None:
    assert settings_in(stamped({"percent": 115, "idle_minutes": 5})) == Settings(115, 5, "system")
