"""What else can be done from the page of opinions: one row of buttons, each with its key."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from common.words import ratings_page as said
from desk_app.ui.actions import BY_ID
from desk_app.ui.parts.button import KeyButton, quiet_button
from desk_app.ui.parts.flow_row import FlowRow


class Further(FlowRow):
    """`gone(page)`: the button of another page was pressed."""

    gone = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.task, self.paper = _button("take-task"), _button("voices-paper", "printer")
        self.tasks = _button("page-follow-ups", "list", said.TASKS_PAGE)
        self.surveys = _button("page-surveys", "clipboard-text")
        self.draws = _button("page-draws", "signature", said.DRAWS)
        pages = {self.tasks: "follow-ups", self.surveys: "surveys", self.draws: "draws"}
        for each, page in pages.items():
            each.clicked.connect(partial(self.gone.emit, page))
        self.put((self.task, self.paper, *pages))


def _button(id: str, icon: str = "", told: str = "") -> KeyButton:
    action = BY_ID[id]
    return quiet_button(told or action.words, action.shown_key, icon)
