"""Why what looks like one record is another: the reason that both are kept with."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from common.words import form_compare as said
from desk_app.ui.parts.choices import Choices, Group, Question


def ask_why_other(over: QWidget, answered: Callable[[str], None]) -> None:
    """Ask over a window; `answered` is given the reason, and nothing happens without one."""
    group = Group("", tuple((told, told) for told in (*said.OTHER_REASONS, said.OWN_REASON)))
    question = Question(said.OTHER_TITLE, said.OTHER_TEXT, (group,), said.OTHER_YES, said.BACK, said.OWN_REASON)
    asked = Choices(question, over)
    asked.answered.connect(lambda told: answered(told[1] or told[0]))
    asked.open()
