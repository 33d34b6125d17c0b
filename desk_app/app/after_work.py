"""What nobody has to think of: copies when the window closes or in the morning when it was not closed properly, and the
index of a register that an earlier version kept."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk_app.services.desk import Desk
    from desk_app.ui.jobs import Jobs


def copy_after_work(desk: Desk) -> None:
    """Copy what was written since the last copy. What is in the way must not keep the window open: the reminders of the
    next days count how old the last copy is."""
    from desk_app.services.trouble import Trouble

    if not desk.seat.training:
        with suppress(Trouble):
            desk.care.look_after()


def copy_what_was_left(desk: Desk, jobs: Jobs, then: Callable[[], None]) -> None:
    """Copy beside the work, without a word, what an earlier day left uncopied; the status line hears of it."""
    if desk.seat.training or not desk.care.left_over():
        return
    jobs.start(lambda step: copy_after_work(desk), lambda _: then(), lambda _: None, "")


def renew_index_beside(desk: Desk, jobs: Jobs) -> None:
    """Index anew beside the work, without a word, what an earlier version indexed with less; done once."""
    from desk_app.services.search_renewal import renew_index, renewal_is_due

    if renewal_is_due(desk.seat):
        jobs.start(lambda step: renew_index(desk.seat, step), lambda _: None, lambda _: None, "")
