"""What the door says once when a register has opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from common.words import clock as words
from common.words import window as said

if TYPE_CHECKING:
    from desk_app.services.desk import Desk
    from desk_app.ui.ask import Asker


def greet(desk: Desk, asker: Asker) -> None:
    """Tell what happened to the files, and ask about a clock that does not fit; an answer is not asked for twice."""
    from desk_app.services.at_opening import told_at_opening
    from desk_app.services.clock_watch import confirm_clock, look_at_clock

    for sentence in told_at_opening(desk):
        asker.tell(said.PRODUCT, sentence)
    doubt = look_at_clock(desk.seat)
    if doubt and asker.ask(words.TITLE, words.doubt(doubt.now, doubt.last), (words.RIGHT, words.LOOK)) == 0:
        confirm_clock(desk.seat)
