"""The guide over the window: its pages at the left, the page in front at the right, a search without accents."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QTextBrowser, QVBoxLayout, QWidget

from common import guide_text as text
from common.guide_text import Block, GuidePage, rich
from common.words import guide as said
from desk_app.services.guide import guide_page, guide_pages, page_on_paper, seek_pages
from desk_app.ui.actions import ACTIONS
from desk_app.ui.parts.button import button
from desk_app.ui.parts.list_rows import in_rows
from desk_app.ui.parts.over import Over
from desk_app.ui.print_paper import Hands, Paper, print_paper
from desk_app.ui.printing.printer import Printery
from desk_app.ui.theme.look import SEMIBOLD, face, px
from desk_app.ui.theme.tokens import CHAM

_SIZE, _LIST, _NARROW = (980, 620), 276, 780


class GuideWindow(Over):
    """Opens on the page of `front`; what is half typed behind it stays. Esc closes. Without hands, as at a door where
    nobody is known yet, it is read and not printed."""

    def __init__(self, hands: Hands | None, parent: QWidget, front: str = "", printery: Printery | None = None) -> None:
        super().__init__(parent)
        self._hands, self._printery = hands, printery
        self.setWindowTitle(said.TITLE)
        self.setAccessibleName(said.TITLE)
        self.search, self.pages, self.reading = QLineEdit(), QListWidget(), QTextBrowser()
        self.search.setPlaceholderText(said.SEARCH)
        self.search.setClearButtonEnabled(True)
        for part, name in ((self.search, said.SEARCH), (self.pages, said.PAGES), (self.reading, said.READING)):
            part.setAccessibleName(name)
        self.reading.setOpenLinks(False)
        self.reading.setFont(face(11.25))
        self.reading.document().setDocumentMargin(px(16))
        in_rows(self.pages)
        self.search.textChanged.connect(self._seek)
        self.pages.currentRowChanged.connect(self._show_row)
        self._lay_out()
        self._list(guide_pages(), guide_page(front).id)
        self.pages.setFocus()

    def page(self) -> GuidePage:
        """The page in front."""
        return guide_page(self.pages.currentItem().data(Qt.ItemDataRole.UserRole) if self.pages.currentItem() else "")

    def print_page(self) -> None:
        """The page in front on A4, its keys below."""
        if self._hands is None:
            return
        page = self.page()
        pdf = page_on_paper(page, _keys(page.id))
        print_paper(self._hands, Paper(pdf, said.NAME, said.FILE.format(id=page.id)), self._printery)

    def _lay_out(self) -> None:
        self.print, close = button(said.PRINT, "Ctrl+P", icon="printer"), button(said.CLOSE, "Esc", primary=True)
        self.print.clicked.connect(self.print_page)
        self.print.setVisible(self._hands is not None)
        close.clicked.connect(self.accept)
        for key, act in (("Ctrl+P", self.print_page), ("Ctrl+F", self.search.setFocus), ("F3", self.search.setFocus)):
            QShortcut(QKeySequence(key), self, act)
        foot, row, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        foot.addWidget(self.print)
        foot.addStretch(1)
        foot.addWidget(close)
        self.pages.setFixedWidth(px(_LIST if self.room().width() > px(_NARROW) else _LIST * 3 // 4))
        row.setSpacing(12)
        row.addWidget(self.pages)
        row.addWidget(self.reading, 1)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.search)
        column.addLayout(row, 1)
        column.addLayout(foot)
        self.resize(min(px(_SIZE[0]), self.room().width()), min(px(_SIZE[1]), self.room().height()))

    def _seek(self, asked: str) -> None:
        self._list(seek_pages(asked) if asked.strip() else guide_pages(), "")

    def _list(self, pages: Sequence[GuidePage], front: str) -> None:
        self.pages.clear()
        part = ""
        for page in pages:
            if page.part != part and not self.search.text():
                part = page.part
                self.pages.addItem(_heading(part))
            item = QListWidgetItem(page.title)
            item.setData(Qt.ItemDataRole.UserRole, page.id)
            item.setToolTip(page.title)
            self.pages.addItem(item)
        rows = {self.pages.item(row).data(Qt.ItemDataRole.UserRole): row for row in reversed(range(self.pages.count()))}
        rows.pop(None, None)
        self.pages.setCurrentRow(rows.get(front, min(rows.values(), default=-1)))
        if not pages:
            self.reading.setPlainText(said.NOTHING)
        self.print.setEnabled(bool(pages))

    def _show_row(self, row: int) -> None:
        if row >= 0:
            self.reading.setHtml(_html(self.page()))


def _heading(part: str) -> QListWidgetItem:
    """The name of a part over its pages: read, never chosen, so the arrows pass it by."""
    item = QListWidgetItem(part)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    item.setFont(face(9.75, SEMIBOLD))
    item.setToolTip(part)
    item.setForeground(CHAM)
    item.setTextAlignment(Qt.AlignmentFlag.AlignBottom)
    item.setSizeHint(QSize(0, px(30)))
    return item


def _keys(id: str) -> tuple[tuple[str, str], ...]:
    """The keys of one page of the window, from the table of actions."""
    own = (action for action in ACTIONS if action.here and action.page == id and action.key)
    return tuple((action.shown_key, f"{action.words}: {action.help}") for action in own)


def _html(page: GuidePage) -> str:
    body = "".join(map(_block, page.blocks))
    rows = "".join(f"<tr><td><b>{rich(key)}</b></td><td>{rich(does)}</td></tr>" for key, does in _keys(page.id))
    keys = f"<h3>{said.KEYS}</h3><table cellpadding='4'>{rows}</table>" if rows else ""
    return f"<h2>{rich(page.title)}</h2>{body}{keys}"


def _block(block: Block) -> str:
    if block.kind == text.TABLE:
        return f"<table cellpadding='4'>{''.join(map(_row, block.rows))}</table>"
    words = rich(block.text)
    if block.kind == text.STEP:
        return f"<p><b>{block.mark}.</b> {words}</p>"
    if block.kind == text.PICTURE:
        return ""  # the screen itself lies behind this window
    return {text.HEADING: f"<h3>{words}</h3>", text.POINT: f"<p>• {words}</p>"}.get(block.kind, f"<p>{words}</p>")


def _row(cells: Sequence[str]) -> str:
    return f"<tr>{''.join(f'<td>{rich(cell)}</td>' for cell in cells)}</tr>"


def show_guide(hands: Hands | None, window: QWidget, front: str) -> None:
    """The guide at the page in front."""
    guide = GuideWindow(hands, window, front)
    guide.setModal(True)
    guide.finished.connect(guide.deleteLater)
    guide.show()
