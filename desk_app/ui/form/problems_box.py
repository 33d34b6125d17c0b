"""What stands between the form and Save: all problems at once, each a way to its field, some with room for a reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from common.words import form as said
from desk_app.ui.form.findings import Finding
from desk_app.ui.parts.banner import sign
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import block_title, words
from desk_app.ui.theme.look import SEMIBOLD, face, px
from desk_app.ui.theme.sheet import restyle
from desk_app.ui.theme.tokens import HOE_CHU, SON_CHU

_ROWS_IN_SIGHT, _ROWS_WHERE_LOW = 4, 2
_LOW = 480
_GAP, _LINE, _REASON, _RECORD = 3, 21, 200, 130
_WHOLE, _BESIDE_REASON, _LEAST = 600, 390, 120
"""How wide a sentence may be, in px at 100 %, before it goes on in the next line."""
_AROUND = 110


class ProblemsBox(QFrame):
    """`chosen` names the field of the link that was pressed, `reasoned` carries code and reason as it is typed,
    `record_asked` the registration that a problem speaks of."""

    chosen = Signal(str)
    reasoned = Signal(str, str)
    record_asked = Signal(int)

    def __init__(self, watch: Callable[[QWidget], None]) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._watch = watch
        self._codes: tuple[tuple[str, str, str], ...] = ()
        self._shown: Sequence[Finding] = ()
        self._rows, self._lack = _ROWS_IN_SIGHT, 0
        self._lines: tuple[QWidget, ...] = ()
        self._signs = {True: sign("alert-circle", SON_CHU, 22), False: sign("alert-triangle", HOE_CHU, 22)}
        self._title, self._more = block_title(""), words("", "second", 10)
        head = QHBoxLayout()
        head.setSpacing(8)
        for each in (*self._signs.values(), self._title):
            head.addWidget(each)
        head.addWidget(self._more, 1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._scroll)
        self.hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """The errors, or where there is none the warnings; nothing hides the box. Reasons being typed stay."""
        errors = [one for one in findings if one.level == "error"]
        shown = errors or list(findings)
        codes = tuple((one.field, one.code, one.sentence) for one in shown)
        if codes != self._codes:
            self._codes = codes
            self._fill(shown, bool(errors))
        self.setVisible(bool(shown))

    def fit(self, width: int, height: int) -> None:
        """In a low window fewer rows are in sight at once, the others scroll; in a narrow one sentences go on below."""
        rows = _ROWS_WHERE_LOW if height < px(_LOW) else _ROWS_IN_SIGHT
        lack = max(0, px(_WHOLE + _AROUND) - width)
        if (rows, lack) != (self._rows, self._lack):
            self._rows, self._lack = rows, lack
            self._set_height()

    @property
    def first_reason(self) -> QLineEdit | None:
        """The first place for a reason."""
        return self.findChild(QLineEdit)

    def _fill(self, shown: Sequence[Finding], wrong: bool) -> None:
        self.setProperty("tone", "son" if wrong else "hoe")
        for kind, each in self._signs.items():
            each.setVisible(kind is wrong)
        self._title.setText(said.problems_title(len(shown)) if wrong else said.LOOK_AGAIN)
        self._more.setText(said.PROBLEMS_KEPT if wrong else said.LOOK_AGAIN_MORE)
        self.setAccessibleName(self._title.text())
        body = QWidget()
        body.setObjectName("pageBody")
        rows = QVBoxLayout(body)
        rows.setContentsMargins(30, 0, 4, 0)
        rows.setSpacing(_GAP)
        self._lines = tuple(self._row(one) for one in shown)
        for line in self._lines:
            rows.addWidget(line)
        rows.addStretch(1)
        self._scroll.setWidget(body)
        self._shown = shown
        self._set_height()
        self._watch(self)
        restyle(self)

    def _set_height(self) -> None:
        heights = [_height(one, self._lack) for one in self._shown]
        for line, tall in zip(self._lines, heights, strict=True):
            line.setFixedHeight(tall)
        self._scroll.setFixedHeight(sum(tall + _GAP for tall in heights[: self._rows]) + _GAP)

    def _row(self, finding: Finding) -> QWidget:
        widget = QWidget()
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._link(finding), 1)
        if finding.record:
            row.addWidget(self._record(finding.record))
        if _asks_reason(finding):
            row.addWidget(self._reason(finding))
        return widget

    def _record(self, record: int) -> QPushButton:
        made = button(said.OPEN_RECORD)
        made.setProperty("small", True)
        made.setObjectName(f"record:{record}")
        made.clicked.connect(lambda: self.record_asked.emit(record))
        return made

    def _link(self, finding: Finding) -> QWidget:
        link = ProblemLink(finding.sentence, finding.level == "error")
        link.setObjectName(f"link:{finding.field}")
        link.clicked.connect(lambda: self.chosen.emit(finding.field))
        return link

    def _reason(self, finding: Finding) -> QLineEdit:
        line = QLineEdit(finding.reason)
        line.setObjectName(f"reason:{finding.code}")
        line.setFixedWidth(px(_REASON))
        line.setPlaceholderText(said.REASON_NEEDED if finding.needs_reason else said.REASON)
        line.setAccessibleName(line.placeholderText())
        line.textChanged.connect(lambda text: self.reasoned.emit(finding.code, text))
        return line


class ProblemLink(QPushButton):
    """A sentence one can press."""

    def __init__(self, sentence: str, wrong: bool) -> None:
        super().__init__()
        self.setProperty("kind", "problem" if wrong else "look")
        self._words = QLabel(sentence, self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setProperty("voice", "wrong" if wrong else "look")
        self._words.setFont(_link_face())
        self._words.setWordWrap(True)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.addWidget(self._words, 1)
        self.setAccessibleName(sentence)
        self.setMinimumWidth(px(120))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)


def _link_face() -> QFont:
    font = face(10.5, SEMIBOLD)
    font.setUnderline(True)
    return font


def _height(finding: Finding, lack: int) -> int:
    """As many lines as the sentence takes where `lack` px are missing, and never less than the place for a reason
    beside it."""
    asks = _asks_reason(finding)
    wide = QFontMetricsF(_link_face()).horizontalAdvance(finding.sentence)
    room = (_BESIDE_REASON if asks else _WHOLE) - (_RECORD if finding.record else 0)
    lines = ceil(wide / max(px(room) - lack, px(_LEAST)))
    return max(px(_LINE) * lines + 4, px(38) if asks or finding.record else 0)


def _asks_reason(finding: Finding) -> bool:
    return finding.level == "warning" or finding.needs_reason
