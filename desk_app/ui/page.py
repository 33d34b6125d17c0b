"""What a page is, and what it is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QWidget

from desk_app.services.desk import Desk
from desk_app.services.leaving import Leaving
from desk_app.ui.ask import Asker
from desk_app.ui.jobs import Jobs


def _nothing(action_id: str) -> None:
    """A page that stands alone has no window to ask."""


def _nobody(leaving: Leaving, password: str) -> None:
    """A page that stands alone has no door that could close the register."""


@dataclass(frozen=True, slots=True)
class Around:
    """Everything a page may reach. `go(page, **what)` changes the page, `changed()` has counts and the status line
    read again, `say(text)` puts one line into the status line for ten seconds, `do(id)` does an action
    of the table that belongs to no page, as "new"; `take_out(leaving, password)` closes the register and takes a person
    out of it."""

    desk: Desk
    asker: Asker
    jobs: Jobs
    go: Callable[..., bool]
    changed: Callable[[], None]
    say: Callable[[str], None]
    do: Callable[[str], None] = _nothing
    take_out: Callable[[Leaving, str], None] = _nobody


class Page(Protocol):
    """A QWidget with these attributes. `act` gets the id of an action of this page and says whether it was done here;
    `may_leave` is asked before another page is shown and before the window closes. `actions` names the actions of the
    table that are `here` on this page and built: the shell gives them their keys and calls `act`."""

    title: str
    actions: frozenset[str]

    def refresh(self) -> None:
        """Read again what is shown; called each time the page comes to the front."""

    def arrive(self, **what: object) -> None:
        """What `go` was told: called before refresh, with whatever the caller named."""

    def act(self, action_id: str) -> bool:
        """Do the action of this id."""

    def may_leave(self) -> bool:
        """Whether nothing would be lost; asks the person where it would."""


PageMaker = Callable[[Around], QWidget]
