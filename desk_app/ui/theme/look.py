"""Dressing the application: fonts of our own, Fusion, one palette, one style sheet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QLocale, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desk_app import paths
from desk_app.ui.theme import tokens
from desk_app.ui.theme.sheet import style_sheet
from desk_app.ui.theme.tongue import speak

FAMILY = "Noto Sans"
CUTS = ("NotoSans.ttf", "NotoSans-Medium.ttf", "NotoSans-SemiBold.ttf", "NotoSans-Bold.ttf")
PERCENTS = (100, 115, 130)
_DRESSED, _GROUND, _SHEET, _WORN = "dressed-at-percent", "dressed-on-ground", "sheet", "wears-the-sheet"
NORMAL, MEDIUM, SEMIBOLD, BOLD = (
    QFont.Weight.Normal,
    QFont.Weight.Medium,
    QFont.Weight.DemiBold,
    QFont.Weight.Bold,
)


def dress(app: QApplication, resources: Path, percent: int = 100, ground: str = "light") -> None:
    """Give the program its type, colours and style, once; `percent` is the setting "Cỡ chữ" (100, 115, 130), `ground`
    the setting "Nền" (light, dark, system)."""
    if app.property(_DRESSED):
        resize_type(percent)
        return
    for cut in CUTS:
        QFontDatabase.addApplicationFontFromData(QByteArray((resources / "fonts" / cut).read_bytes()))
    QLocale.setDefault(QLocale("vi_VN"))
    speak(app)
    app.setStyle("Fusion")
    app.styleHints().colorSchemeChanged.connect(lambda _: _follow())
    app.setProperty(_GROUND, ground)
    _colour(app)
    _enlarge(app, resources, percent)


def lay_ground(ground: str) -> None:
    """Another ground for the running program: light, dark, or as the system says. What is on the screen hears of it
    as a change of the palette, and what was drawn once has to be made again."""
    QApplication.instance().setProperty(_GROUND, ground)  # type: ignore[union-attr]
    _follow()


def as_dressed() -> tuple[float, bool]:
    """Size of the type and whether the ground is dark: what is on the screen was made for these."""
    return percent(), tokens.is_dark()


def _follow() -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication) and _asked_dark(app) != tokens.is_dark():
        _colour(app)
        _sew(app, paths.resources(), app.property(_DRESSED))


def _asked_dark(app: QApplication) -> bool:
    ground = app.property(_GROUND)
    return ground == "dark" or (ground == "system" and app.styleHints().colorScheme() is Qt.ColorScheme.Dark)


def _colour(app: QApplication) -> None:
    tokens.lay_all(_asked_dark(app))
    app.setPalette(_palette())


def resize_type(percent: int) -> None:
    """Another size of type for the running program: what is on the screen hears of it as a change of the font, and
    what was measured for the old size has to be made again."""
    app = QApplication.instance()
    # The sheet is laid over every widget of every window: not twice for the same size.
    if isinstance(app, QApplication) and app.property(_DRESSED) != percent:
        _enlarge(app, paths.resources(), percent)


def _enlarge(app: QApplication, resources: Path, percent: int) -> None:
    font = QFont(FAMILY)
    font.setPointSizeF(tokens.TEXT_PT * percent / 100)
    app.setFont(font)
    _sew(app, resources, percent)
    app.setProperty(_DRESSED, percent)


def _sew(app: QApplication, resources: Path, percent: int) -> None:
    """The sheet anew, for every window that wears it."""
    app.setProperty(_SHEET, style_sheet(percent, (resources / "icons").as_posix()))
    for window in app.topLevelWidgets():
        if window.property(_WORN):
            wear(window)


def wear(window: QWidget) -> None:
    """Whatever has nothing above it wears the sheet, and what is put into it or over it does so with it. Not the
    application: its own sheet is laid anew over every part, and all within, each time one is put into another."""
    window.setProperty(_WORN, True)
    window.setStyleSheet(QApplication.instance().property(_SHEET) or "")  # type: ignore[union-attr]


def face(points: float, weight: QFont.Weight = NORMAL) -> QFont:
    """A font of this size at 100 %, enlarged as the setting asks: set it with setFont, the sheet sets no sizes."""
    font = QFont(QApplication.font())
    font.setPointSizeF(points * percent() / 100)
    font.setWeight(weight)
    return font


def percent() -> float:
    """How large the person wants the type, from the application's own font."""
    return QApplication.font().pointSizeF() / tokens.TEXT_PT * 100


def is_tight() -> bool:
    """Whether the type is so large that a page of 1366 px must leave out what can be read elsewhere."""
    return percent() > PERCENTS[1]


def px(length: float) -> int:
    """A length of the design in pixels, grown with the type."""
    return round(length * percent() / 100)


def _palette() -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.DIEP,
        role.WindowText: tokens.MUC,
        role.Base: tokens.TRANG,
        role.AlternateBase: tokens.DIEP,
        role.Text: tokens.MUC,
        role.PlaceholderText: tokens.TAT,
        role.Button: tokens.TRANG,
        role.ButtonText: tokens.CHAM_DAM,
        role.Highlight: tokens.CHAM,
        role.HighlightedText: tokens.TREN_NUT,
        role.Accent: tokens.CHAM,
        role.Link: tokens.CHAM,
        role.LinkVisited: tokens.CHAM,
        role.ToolTipBase: tokens.TRANG,
        role.ToolTipText: tokens.MUC,
    }
    palette = QPalette()
    for which, colour in colours.items():
        palette.setColor(which, QColor(colour))
    for which in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.TAT))
    return palette
