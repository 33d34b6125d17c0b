"""Steps 3 and 4: what the copy holds beside the register in use, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from common.words import take_back as said
from desk_app.services.taking_back import Inside, Prospect
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.card import Card
from desk_app.ui.take_back.leaf import Leaf, plain
from desk_app.ui.take_back.model import TakeBackModel, afterwards, difference, lines, outcome
from desk_app.ui.theme.look import px


class LookStep(Leaf):
    """Two columns of counts, the difference, and what becomes of the register in use."""

    def __init__(self) -> None:
        super().__init__(said.LOOK_TITLE, "")
        self.copy, self.ours = _Counts(said.COPY), _Counts(said.OURS)
        self.difference, self.kept = Banner("hoe", "", ""), _Lines()
        beside = QHBoxLayout()
        beside.setSpacing(px(12))
        for card in (self.copy, self.ours):
            beside.addWidget(card, 1)
        # On a small screen what would be missing is seen first.
        self.column.addWidget(self.difference)
        self.column.addLayout(beside)
        self.column.addLayout(self.kept)
        self.column.addStretch(1)

    def put(self, prospect: Prospect, model: TakeBackModel) -> None:
        """The copy was opened and counted."""
        self.text.setText(f"{said.chosen_copy(model.copy.made_at)}. {said.WHOLE}" if model.copy else said.WHOLE)
        self.copy.put(prospect.copy)
        self.ours.put(prospect.ours, said.no_ours(prospect.trouble))
        tone, told = difference(prospect)
        self.difference.say(tone, "", told)
        self.kept.put(afterwards(prospect, model.alone) if model.may_take else ())


class DoneStep(Leaf):
    """What is in use now, or that nothing was changed."""

    def __init__(self) -> None:
        super().__init__("", "")
        self.state, self.lines = Banner("sen", "", ""), _Lines()
        self.column.addWidget(self.state)
        self.column.addLayout(self.lines)
        self.column.addStretch(1)
        self.title.hide()
        self.text.hide()

    def put(self, model: TakeBackModel) -> None:
        """The end was reached."""
        first, *others = outcome(model)
        self.state.say("sen", said.DONE_TITLE if model.done else said.TRIAL_DONE, first)
        self.lines.put(others)


class _Counts(Card):
    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.lines = _Lines()
        self.body.addLayout(self.lines)
        self.body.addStretch(1)

    def put(self, inside: Inside | None, otherwise: str = "") -> None:
        told = lines(inside) if inside else (otherwise,)
        self.lines.put(told)
        self.setAccessibleDescription(", ".join(told))


class _Lines(QVBoxLayout):
    """Lines of words, as many as there are."""

    def __init__(self) -> None:
        super().__init__()
        self.setSpacing(px(6))
        self._labels: list[QLabel] = []

    def put(self, told: Sequence[str]) -> None:
        while len(self._labels) < len(told):
            self._labels.append(plain())
            self.addWidget(self._labels[-1])
        for place, label in enumerate(self._labels):
            label.setText(told[place] if place < len(told) else "")
            label.setVisible(place < len(told))
