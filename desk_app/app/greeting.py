"""What the door says once when a register has opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from common.words import clock as words
from common.words import people as people_words
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
    if desk.people.wants_own_password():
        choose_own_password(desk, asker)
    doubt = look_at_clock(desk.seat)
    if doubt and asker.ask(words.TITLE, words.doubt(doubt.now, doubt.last), (words.RIGHT, words.LOOK)) == 0:
        confirm_clock(desk.seat)


def choose_own_password(desk: Desk, asker: Asker) -> None:
    """Ask for a password that nobody else knows, until there is one or the person leaves it for the next time."""
    from desk_app.services.people import SHORTEST_PASSWORD

    choices = (people_words.OWN_NOW, people_words.OWN_LATER)
    text = people_words.OWN_TEXT
    while asker.ask(people_words.OWN_TITLE, text, choices) == 0:
        new = asker.ask_text(people_words.OWN_TITLE, people_words.OWN_NEW, secret=True)
        again = asker.ask_text(people_words.OWN_TITLE, people_words.OWN_AGAIN, secret=True) if new else None
        if new is None or again is None:
            return
        text = (
            people_words.OWN_SHORT if len(new) < SHORTEST_PASSWORD else "" if new == again else people_words.OWN_OTHER
        )
        if not text:
            desk.people.choose_password(new)
            asker.tell(people_words.OWN_TITLE, people_words.OWN_DONE)
            return
