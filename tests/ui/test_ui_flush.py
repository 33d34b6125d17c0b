"""Links among other words: what they say begins where the words over them begin."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk_app import paths
from desk_app.ui.parts.button import SIDE, quiet_button
from desk_app.ui.parts.card import words
from desk_app.ui.parts.flush import aligned, flush, link_edge
from desk_app.ui.theme.look import dress


def test_an_aligned_link_begins_where_the_words_over_it_do(qapp: QApplication, qtbot: QtBot) -> None:
    dress(qapp, paths.resources())
    page, over, links = QWidget(), words("Chỉnh lệch giấy"), (quiet_button("In", "F5"), quiet_button("Xem", "F6"))
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addWidget(over)
    column.addLayout(aligned(links[0]))
    column.addLayout(flush(links[1]))
    page.resize(300, 120)
    page.show()
    QApplication.processEvents()
    assert links[0].x() + link_edge() == over.x()
    assert links[1].x() == over.x()
    assert link_edge() < SIDE
