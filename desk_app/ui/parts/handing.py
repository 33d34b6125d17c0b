"""What is asked when letters are handed over, or come back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from common.words import deliveries as log_words
from common.words import find as words
from common.words.labels import REACTION_WORDS, WAY_WORDS
from desk_app.services.delivery import Given
from desk_app.services.delivery_log import DeliveryLog
from desk_app.services.seat import Seat
from desk_app.ui.parts.choices import Choices, Group, Line, Question, answers

WAYS, REACTIONS = ("counter", "home", "ceremony", "post"), ("none", "good", "bad")


def handing_question(letters: int, before: Given | None = None, companions: tuple[str, ...] = ()) -> Question:
    """How the letters went, and how the families took them (seed 002 counts this); with whom, and where the proof
    lies. `before`: what stands of a letter that was handed over already."""
    ways = answers([(code, WAY_WORDS[code]) for code in WAYS])
    reactions = answers([(code, REACTION_WORDS[code]) for code in REACTIONS])
    way, reaction = (WAYS.index(before.way), REACTIONS.index(before.reaction)) if before else (0, 0)
    together, proof = (before.together or "", before.evidence or "") if before else ("", "")
    return Question(
        title=words.DELIVER_TITLE,
        text=words.handing(letters),
        groups=(Group(words.DELIVER_WAY, ways, way), Group(words.DELIVER_REACTION, reactions, reaction)),
        yes=words.DELIVER_YES,
        no=words.NOT_YET,
        lines=(Line(log_words.WITH, together, companions), Line(log_words.PROOF, proof)),
    )


def ask_handing(seat: Seat, letters: Sequence[int], over: QWidget, then: Callable[[Given], None]) -> Choices:
    """The dialog over these letters; of a single one that was handed over already it shows what stands."""
    log = DeliveryLog(seat)
    row = log.one(letters[0]) if len(letters) == 1 else None
    before = Given(row.way, row.reaction, row.together, row.evidence) if row and row.way else None
    dialog = Choices(handing_question(len(letters), before, log.companions()), over)
    # Of several letters nothing was shown: what is left empty stays as it was.
    alone = before is not None
    dialog.answered.connect(lambda told: then(_given(told, alone)))
    dialog.open()
    return dialog


def back_question() -> Question:
    """Why letters came back."""
    return Question(
        title=log_words.BACK_TITLE,
        text=log_words.BACK_TEXT,
        groups=(Group(log_words.BACK_WHY, answers(tuple(log_words.BACK_REASONS.items()))),),
        yes=log_words.BACK_YES,
        no=words.NOT_YET,
        own_line=log_words.OWN_REASON,
        decided=False,
    )


def why_back(told: tuple[str, ...]) -> str:
    """The reason that was chosen or typed."""
    return told[1] or log_words.BACK_REASONS[told[0]]


def _given(told: tuple[str, ...], shown: bool) -> Given:
    way, reaction, *lines = told
    together, evidence = (text if text or shown else None for text in lines)
    return Given(way, reaction, together, evidence)
