"""What is asked when letters are handed over."""

from __future__ import annotations

from common.words import find as words
from common.words.labels import REACTION_WORDS, WAY_WORDS
from desk_app.ui.parts.choices import Group, Question, answers


def handing_question(letters: int) -> Question:
    """How the letters went, and how the families took them (seed 002 counts this)."""
    reactions = answers([(code, REACTION_WORDS[code]) for code in ("none", "good", "bad")])
    ways = answers([(code, WAY_WORDS[code]) for code in ("counter", "home", "ceremony", "post")])
    return Question(
        title=words.DELIVER_TITLE,
        text=words.handing(letters),
        groups=(Group(words.DELIVER_WAY, ways), Group(words.DELIVER_REACTION, reactions)),
        yes=words.DELIVER_YES,
        no=words.NOT_YET,
    )
