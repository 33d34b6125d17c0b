"""What the register knows of a letter: label and words, one under the other."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from common.words import genuine as said
from desk_app.services.genuine import Verdict
from desk_app.ui.parts.card import Card, block_title, words


class FactsCard(Card):
    """One label, made once, filled anew; hidden where nothing is known."""

    def __init__(self) -> None:
        super().__init__()
        self.code = block_title("")
        self.lines: QLabel = words("")
        self.body.addWidget(self.code)
        self.body.addWidget(self.lines)

    def put(self, verdict: Verdict) -> None:
        """The facts of this letter."""
        told = "\n".join(said.FACT.format(label=label, words=text) for label, text in verdict.facts)
        self.code.setText(verdict.typed)
        self.lines.setText(told)
        self.lines.setAccessibleName(told)
        self.setVisible(bool(verdict.facts))
