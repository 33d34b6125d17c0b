"""What nobody has to think of: copies when the window closes or in the morning when it was not closed properly, and the
index of a register that an earlier version kept."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk_app.services.desk import Desk
    from desk_app.ui.ask import Asker
    from desk_app.ui.jobs import Jobs


def copy_after_work(desk: Desk) -> None:
    """Copy what was written since the last copy. What is in the way must not keep the window open: the next start tells
    of it and tries again."""
    from desk_app.services.trouble import Trouble

    if not desk.seat.training:
        with suppress(Trouble):
            _copy(desk)


def copy_what_was_left(desk: Desk, jobs: Jobs, then: Callable[[], None], asker: Asker) -> None:
    """Copy beside the work, without a word, what an earlier day left uncopied; the status line hears of it. What is
    still in the way is told."""
    from desk_app.services.copy_owed import owed

    if desk.seat.training or not (desk.care.left_over() or owed(desk.seat.folder)):
        return
    jobs.start(lambda step: _copy(desk), lambda _: then(), lambda error: _tell(error, asker), "")


def renew_index_beside(desk: Desk, jobs: Jobs) -> None:
    """Index anew beside the work, without a word, what an earlier version indexed with less; done once."""
    from desk_app.services.search_renewal import renew_index, renewal_is_due

    if renewal_is_due(desk.seat):
        jobs.start(lambda step: renew_index(desk.seat, step), lambda _: None, lambda _: None, "")


def _copy(desk: Desk) -> None:
    """Raises Trouble, of the second place too."""
    from desk_app.services.copy_owed import FINE
    from desk_app.services.trouble import Trouble

    looked = desk.care.look_after()
    if looked.second not in FINE:
        place = desk.care.second_place()
        raise Trouble(looked.second, {"file": place.name if place else ""})


def _tell(error: Exception, asker: Asker) -> None:
    from common.words.at_opening import copy_still_owed
    from common.words.window import PRODUCT
    from desk_app.ui.told import sentence_of

    asker.tell(PRODUCT, copy_still_owed(sentence_of(error)))
