"""What went wrong, in the words of the desk."""

from __future__ import annotations

from collections.abc import Callable

from common.words import troubles
from common.words import window as said
from desk_app.services.trouble import Trouble
from desk_app.ui.jobs import Cancelled


def tried(act: Callable[[], object], tell: Callable[[str], object]) -> bool:
    """Whether it was done; what was in the way is told."""
    try:
        act()
    except Trouble as trouble:
        tell(sentence_of(trouble))
        return False
    return True


def sentence_of(error: Exception) -> str:
    """A trouble's own sentence with its code for support; a stop asked for; or the sentence for the unforeseen."""
    if isinstance(error, Cancelled):
        return said.STOPPED
    if isinstance(error, Trouble):
        return f"{troubles.sentence(error.code, error.details)}\n{said.sorry(error.code)}"
    return said.BUG
