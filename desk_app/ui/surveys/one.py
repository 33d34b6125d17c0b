"""One survey: four figures, how the answers divide, what else was asked, where slips went, words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QTableView, QVBoxLayout, QWidget

from common.words import surveys as told
from common.words import surveys_page as said
from common.words.ratings_page import n_of, reasons
from desk_app.ui.parts.card import Card, block_title, put_words, words
from desk_app.ui.parts.rows import Column, RowsModel, rows_table
from desk_app.ui.ratings.charts import Bars
from desk_app.ui.ratings.figures import Figure, Figures
from desk_app.ui.surveys.model import SurveysModel, place_columns
from desk_app.ui.theme.look import px
from desk_app.ui.theme.tokens import HEIGHT, SEN, SEN_VUA, SON, SON_VUA, VIEN, VO

_ROWS_SHOWN = 7
_ONLY_WHERE_WIDE = (1, 3)
"""Slips handed out and spoiled: in a small window the line under the name and the figures tell of them."""
_SHADES = {2: (SEN, SON), 3: (SEN, SEN_VUA, SON), 5: (SEN, SEN_VUA, VIEN, SON_VUA, SON)}


class SplitBar(QWidget):
    """How the answers to one question divide, side by side; the words stand under it."""

    def __init__(self, counts: Sequence[int]) -> None:
        super().__init__()
        self._counts = tuple(counts)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(px(10))

    def sizeHint(self) -> QSize:
        """A thin line."""
        return QSize(px(200), px(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        """From the first choice to the last."""
        painter, left, total = QPainter(self), 0.0, sum(self._counts)
        shades = _SHADES.get(len(self._counts), _SHADES[5])
        painter.fillRect(self.rect(), QColor(VO))
        for at, count in enumerate(self._counts):
            wide = self.width() * count / total if total else 0.0
            painter.fillRect(QRectF(left, 0, max(wide - 1, 0), self.height()), QColor(shades[at % len(shades)]))
            left += wide
        painter.end()


class AskedCard(Card):
    """Each further question with its n; other questions replace those before."""

    def __init__(self) -> None:
        super().__init__()
        self.body.addWidget(words(said.ASKED, bold=True))
        self._held: list[QWidget] = []

    def put(self, asked: Sequence[tuple[str, str, tuple[int, ...]]], ticked: str) -> None:
        """Show these."""
        for each in self._held:
            self.body.removeWidget(each)
            each.hide()
            each.deleteLater()
        self._held = []
        for question, line, counts in asked:
            self._held += [words(question, points=10.5), SplitBar(counts), words(line, "second", 10)]
        self._held += [words(ticked, "", 10)] if ticked else []
        for each in self._held:
            self.body.addWidget(each)
            each.show()


class SurveyPart(QWidget):
    """`put` shows the survey in front of the model."""

    def __init__(self) -> None:
        super().__init__()
        names = (said.HANDED, said.RETURNED, said.TYPED, said.CONTENT)
        self.each = tuple(Figure(name) for name in names)
        self.figures, self.bars, self.asked = Figures(self.each), Bars(), AskedCard()
        self.how_n, self.few, self.before = words("", "second", 10), words(said.NOT_YET), words("", "second", 10)
        self.missing, self.pooled, self.none = words("", "look", 10.5), words(told.POOLED, "second", 9.5), words("")
        self.note, self.reopened = words("", "second", 10.5), words("", "second", 10)
        self.place_rows = RowsModel(place_columns())
        self.places = rows_table(self.place_rows, said.PLACES_TITLE)
        self.comments = rows_table(
            RowsModel((Column(said.COMMENTS, lambda row: row.text),)), said.COMMENTS, two_lines=False
        )
        self.comment = words("", "", 10.5)
        self.comment.setTextFormat(Qt.TextFormat.PlainText)
        self.comments_title = block_title(said.COMMENTS)
        self.comments_note = words(said.COMMENTS_NOTE, "second", 10)
        self.comments.selectionModel().currentRowChanged.connect(self._whole)
        self._lay_out()

    def put(self, model: SurveysModel) -> None:
        """Show the survey in front."""
        one = model.survey
        for figure, (number, under) in zip(self.each, model.figures(), strict=True):
            figure.put(number, under)
        self.how_n.setText(n_of(one.spread.n))
        self.bars.put(model.bars())
        self.bars.setVisible(one.enough)
        self.few.setVisible(not one.enough)
        put_words(self.before, model.before())
        ticked = reasons({choice.code: n for choice, n in one.reasons})
        self.asked.put(model.asked(), ticked)
        self.asked.setVisible(bool(model.asked() or ticked))
        put_words(self.missing, model.missing())
        put_words(self.none, "" if one.places else said.NO_PLACES)
        put_words(self.note, one.plan.note)
        put_words(self.reopened, "\n".join(said.reopened_line(each.on, each.who, each.reason) for each in one.reopened))
        self.pooled.setVisible(any(place.spread is None and place.typed for place in one.places))
        fill(self.places, one.places)
        fill(self.comments, model.comments())
        for widget in (self.comments_title, self.comments_note, self.comment):
            widget.setVisible(bool(one.comments))
        self._whole()

    def fit(self, narrow: bool) -> None:
        """Small windows: two lines of figures, one card under the other."""
        self.figures.fit(narrow)
        for column in _ONLY_WHERE_WIDE:
            self.places.setColumnHidden(column, narrow)
        ways = QBoxLayout.Direction
        self._middle.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _whole(self, *rows: object) -> None:
        """The whole of the words under the bar, however narrow the window."""
        model = self.comments.model()
        row = model.row(self.comments.currentIndex()) if isinstance(model, RowsModel) else None
        self.comment.setText(row.text if row else "")

    def _lay_out(self) -> None:
        how, row = Card(), QHBoxLayout()
        self.how_n.setWordWrap(False)
        row.addWidget(words(said.HOW, bold=True), 1)
        row.addWidget(self.how_n)
        how.body.addLayout(row)
        for widget in (self.bars, self.few, self.before):
            how.body.addWidget(widget)
        how.body.addStretch(1)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(12)
        self._middle.addWidget(how, 1, Qt.AlignmentFlag.AlignTop)
        self._middle.addWidget(self.asked, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        parts: tuple[QWidget, ...] = (self.none, self.places, self.pooled, self.comments_title, self.comments_note)
        column.addWidget(self.figures)
        column.addWidget(self.missing)
        column.addLayout(self._middle)
        column.addWidget(block_title(said.PLACES_TITLE))
        for part in (*parts, self.comments, self.comment, self.note, self.reopened):
            column.addWidget(part)
        column.addStretch(1)


def fill(table: QTableView, rows: Sequence[object], most: int = _ROWS_SHOWN, at: int = -1) -> None:
    """Other rows, the bar where it was or at `at`; as tall as they are, up to so many."""
    model, held = cast("RowsModel", table.model()), max(table.currentIndex().row(), 0)
    model.put(rows)
    table.setVisible(bool(rows))
    row = table.verticalHeader().defaultSectionSize()
    table.setFixedHeight(px(HEIGHT["table-head"]) + row * min(len(rows), most) + 4)
    if rows:
        table.setCurrentIndex(model.index(min(held if at < 0 else at, len(rows) - 1), 0))
