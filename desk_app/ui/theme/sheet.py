"""The one style sheet: by class, object name and dynamic property. It sets no font; see `look.face`.

Properties a page may set: QLineEdit `state` = "wrong" | "look"; QPushButton `kind` = "primary" | "neutral" | "link";
QLabel and QFrame `tone` = one of tokens.TONES; QLabel `voice` = "second" | "wrong" | "look" | "good" | "link".
After changing a property call `restyle(widget)`.
"""

from __future__ import annotations

from string import Template

from PySide6.QtWidgets import QWidget

from desk_app.ui.theme import tokens

_DOWN = ("chevron-down.svg", "chevron-down-white.svg")
_CHECK = ("check-white.svg", "check-dark.svg")
"""The style sheet draws pictures as they lie there: one on light ground, one on dark."""
_SHEET = Template("""
QMainWindow, QStackedWidget, QWidget#page, QWidget#pageBody { background: $DIEP; }
QScrollArea, QScrollArea > QWidget > QWidget#pageBody { background: transparent; border: 0; }
QToolTip { background: $TRANG; color: $MUC; border: 1px solid $VIEN; padding: 4px; }
QScrollArea#readOn:focus { border: 2px solid $CHAM; border-radius: 6px; }
QLabel { background: transparent; }
QLabel:focus { background: $VONG_NEN; }
QLabel[voice="second"] { color: $MUC_NHAT; }
QLabel[voice="wrong"] { color: $SON_CHU; }
QLabel[voice="look"] { color: $HOE_CHU; }
QLabel[voice="good"] { color: $SEN_CHU; }
QLabel[voice="link"] { color: $CHAM; }

QMenuBar { background: $DIEP; border-bottom: 1px solid $VIEN_NHE; }
QMenuBar::item { background: transparent; padding: 4px 12px; }
QMenuBar::item:selected { background: $CHAM_NHAT; color: $CHAM_DAM; }
QMenu { background: $TRANG; border: 1px solid $VIEN; padding: 4px 0; }
QMenu::item { padding: 6px 28px 6px 20px; background: transparent; }
QMenu::item:selected { background: $CHAM_NHAT; color: $CHAM_DAM; }
QMenu::item:disabled { color: $TAT; }
QMenu::separator { height: 1px; background: $VIEN_NHE; margin: 4px 0; }
QStatusBar { background: $VO; border-top: 1px solid $VIEN_NHE; }
QStatusBar::item { border: 0; }

QFrame#side { background: $CHAM_NEN; border: 0; }
QFrame#side QLabel { color: $PHIM_TREN_CHAM; }
QListWidget#navigation { background: $CHAM_NEN; border: 0; outline: 0; }
QFrame#pageHead { background: $TRANG; border: 0; border-bottom: 1px solid $VIEN_NHE; }
QFrame#foot { background: $TRANG; border: 0; border-top: 1px solid $VIEN_NHE; }
QFrame#card { background: $TRANG; border: 1px solid $VIEN_NHE; border-radius: 8px; }
QFrame#card[tone="xam"] { background: $XAM_NEN; border: 1px solid $VIEN_BANG; }
QFrame#card[tone="hoe"] { background: $HOE_NEN; border: 1px solid $HOE; }
QFrame#banner { border-radius: 8px; }
QFrame#banner[tone="sen"] { background: $SEN_NHAT; border: 1px solid $SEN_VIEN; }
QFrame#banner[tone="sen"][large="true"] { background: $SEN_NEN; border: 2px solid $SEN; }
QFrame#banner[tone="son"] { background: $TRANG; border: 2px solid $SON; }
QFrame#banner[tone="hoe"] { background: $HOE_NEN; border: 2px solid $HOE; }
QFrame#banner[tone="cham"] { background: $CHAM_MO; border: 2px solid $CHAM; }
QFrame#banner[tone="xam"] { background: $XAM_NEN; border: 1px solid $VIEN_BANG; }
QFrame#banner[tone]:focus { background: $VONG_NEN; border: 2px solid $CHAM; }

QLineEdit, QComboBox, QDateEdit, QSpinBox {
  min-height: ${field}px; border: 1px solid $VIEN; border-radius: 5px; padding: 0 10px; background: $TRANG;
  selection-background-color: $CHAM; selection-color: $TREN_NUT; }
QLineEdit[tall="true"], QPushButton[tall="true"] { min-height: ${tall}px; }
QPlainTextEdit, QTextEdit { border: 1px solid $VIEN; border-radius: 5px; padding: 4px 6px; background: $TRANG;
  selection-background-color: $CHAM; selection-color: $TREN_NUT; }
QLineEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus {
  border: 2px solid $CHAM; background: $DANG_GO; padding: 0 9px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $CHAM; background: $DANG_GO; padding: 3px 5px; }
QLineEdit#seekBox { min-height: ${tall}px; }
QLineEdit[state="wrong"], QComboBox[state="wrong"] { border: 2px solid $SON; background: $SON_NEN; padding: 0 9px; }
QLineEdit[state="look"], QComboBox[state="look"] { border: 2px solid $HOE; padding: 0 9px; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled { background: $VO; color: $TAT;
  border: 1px solid $VIEN_BANG; }
QComboBox::drop-down { subcontrol-origin: padding; subcontrol-position: center right; width: 28px; border: 0; }
QComboBox::down-arrow { image: url("$icons/$down"); width: 18px; height: 18px; }
QComboBox QAbstractItemView { background: $TRANG; border: 1px solid $VIEN; selection-background-color: $CHAM_NHAT;
  selection-color: $MUC; outline: 0; }
QSpinBox::up-button, QSpinBox::down-button, QDateEdit::up-button, QDateEdit::down-button { width: 0; border: 0; }
QDateEdit::drop-down { width: 0; border: 0; }

QPushButton { min-height: ${button}px; border: 1px solid $CHAM; border-radius: 6px; padding: 0 14px;
  background: $TRANG; color: $CHAM_DAM; }
QPushButton[small="true"] { min-height: ${small}px; padding: 0 12px; }
QPushButton:hover { background: $CHAM_MO; }
QPushButton:pressed { background: $CHAM_NHAT; }
QPushButton[kind="primary"] { background: $CHAM; color: $TREN_NUT; }
QPushButton[kind="primary"]:hover { background: $CHAM_DAM; }
QPushButton[kind="neutral"] { border-color: $VIEN_BANG; color: $MUC; }
QPushButton[kind="link"] { background: transparent; border-color: transparent; color: $CHAM; padding: 0 8px; }
QPushButton:focus { min-height: ${focused}px; border: 3px solid $VONG; padding: 0 12px; background: $VONG_NEN; }
QPushButton[small="true"]:focus { min-height: ${small_focused}px; }
QPushButton[tall="true"]:focus { min-height: ${tall_focused}px; }
QPushButton[kind="primary"]:focus { background: $CHAM; color: $TREN_NUT; }
QPushButton:disabled { background: $VO; color: $TAT; border: 1px solid $VIEN_BANG; }
QPushButton[kind="link"]:disabled { background: transparent; border-color: transparent; }
QStatusBar QPushButton, QStatusBar QPushButton:focus { min-height: 0; }
QStatusBar QPushButton { border: 0; padding: 0 6px; background: transparent; }
QFrame#side QPushButton#newEntry { background: $CHON; border: 1px solid $CHON; padding: 0 10px; }
QFrame#side QPushButton#newEntry:focus { border: 3px solid $VONG; background: $VONG_NEN; padding: 0 8px; }
QToolButton#tile { background: $TRANG; border: 1px solid $VIEN_NHE; border-radius: 8px; }
QToolButton#tile:checked { background: $CHAM_MO; border: 2px solid $CHAM; }
QToolButton#tile:focus { border: 3px solid $VONG; }

QWidget#lockPaper { background: $TRANG; }
QListWidget#people, QListWidget#people:focus { border: 0; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator {
  width: 16px; height: 16px; border: 1px solid $VIEN; background: $TRANG; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:checked { background: $CHAM; border: 1px solid $CHAM; image: url("$icons/$check"); }
QRadioButton::indicator:checked { width: 8px; height: 8px; border: 5px solid $CHAM; }
QCheckBox:focus, QRadioButton:focus { background: $VONG_NEN; border-radius: 4px; }
QCheckBox:disabled, QRadioButton:disabled { color: $TAT; }
QTableView { background: $TRANG; border: 1px solid $VIEN_BANG; border-radius: 6px; padding: 1px; gridline-color: $KE;
  selection-background-color: $CHAM_NHAT; selection-color: $MUC; outline: 0; }
QTableView:focus { border: 2px solid $CHAM; padding: 0; }
QHeaderView { background: $VO; border: 0; }
QHeaderView::section { background: $VO; border: 0; border-bottom: 1px solid $VIEN_BANG; min-height: ${head}px;
  padding: 0 14px; font: 600 ${small_pt}pt "Noto Sans"; }
QTableCornerButton::section { background: $VO; border: 0; }
QListView, QListWidget { background: $TRANG; border: 1px solid $VIEN_BANG; border-radius: 6px; outline: 0;
  selection-background-color: $CHAM_NHAT; selection-color: $MUC; }
QListWidget:focus { border: 2px solid $CHAM; }
QListWidget#navigation, QListWidget#navigation:focus { border: 0; border-radius: 0; }
QListWidget#places::item { padding: 0 8px; }
QListWidget#choices { padding: 2px; }
QListWidget#choices::item { padding: 0 10px; }
QListWidget#places::item:selected, QListWidget#choices::item:selected { background: $CHAM_NHAT; color: $MUC; }
QProgressBar { border: 1px solid $VIEN; border-radius: 5px; background: $TRANG; text-align: center; }
QProgressBar::chunk { background: $CHAM_NHAT; }
QCheckBox, QRadioButton { spacing: 8px; padding-right: 6px; background: transparent; }
QSplitter::handle { background: $VIEN_NHE; }
QFrame#scanStrip { background: $TRANG; border: 1px solid $VIEN_NHE; border-radius: 8px; }
QFrame#scanPad { background: $TRANG; border: 2px dashed $VIEN; border-radius: 8px; }
QFrame#scanPad:focus { background: $DANG_GO; border: 2px solid $CHAM; }
QFrame#scanStrip[state="read"], QFrame#scanStrip[state="given"] { background: $SEN_NEN; border: 2px solid $SEN; }
QFrame#scanStrip[state="home"] { background: $SEN_NEN; border: 2px solid $SEN; }
QFrame#scanStrip[state="failed"] { background: $TRANG; border: 2px solid $SON; }
QScrollArea#formScroll { background: $TRANG; border: 1px solid $VIEN_NHE; border-radius: 8px; }
QScrollArea#formScroll QWidget#formBody { background: $TRANG; border-radius: 8px; }
QLabel#sectionNumber { background: $CHAM; color: $TREN_NUT; border-radius: ${badge}px; }
QFrame#sectionRule { background: $VIEN_NHE; border: 0; }
QPushButton[kind="problem"], QPushButton[kind="look"] { background: transparent; border: 0; border-radius: 4px;
  padding: 0; min-height: ${link}px; text-align: left; }
QPushButton[kind="problem"]:focus, QPushButton[kind="look"]:focus { background: $VONG_NEN; border: 2px solid $VONG; }
QDialog, QMessageBox { background: $DIEP; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $CUON; border-radius: 4px; min-height: 32px; min-width: 32px; margin: 2px; }
QScrollBar::handle:hover { background: $VIEN; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none; border: 0;
  width: 0; height: 0; }
""")


def style_sheet(percent: int, icons: str = "") -> str:
    """The sheet at this size of type; `icons` is the folder of the icons, with forward slashes."""
    colours = {name: ink.name() for name, ink in tokens.inks().items()}
    signs = {"down": _DOWN[tokens.is_dark()], "check": _CHECK[tokens.is_dark()]}
    lengths = {"field": 34, "button": 36, "small": 30, "head": 32, "tall": 42, "link": 22, "badge": 11}
    grown = {name: str(round(length * percent / 100)) for name, length in lengths.items()}
    # A ring of 3 px in the place of a border of 1 px makes no button higher.
    rings = {"focused": "button", "small_focused": "small", "tall_focused": "tall"}
    grown |= {name: str(int(grown[of]) - 4) for name, of in rings.items()}
    return _SHEET.substitute(colours, **grown, **signs, small_pt=f"{percent / 10:g}", icons=icons)


def restyle(widget: QWidget) -> None:
    """Let the sheet look again at a widget whose dynamic property changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
