"""Both letters of a comparison, drawn off the window's thread."""

from __future__ import annotations

from collections.abc import Callable

from common.words import window
from desk_app.services.comparing import Comparison, letters_beside
from desk_app.services.preview import PagePixels
from desk_app.ui.page import Around
from desk_app.ui.told import sentence_of

Pages = tuple[PagePixels, PagePixels]


def drawing(around: Around, both: Comparison) -> Callable[[Callable[[Pages], None]], None]:
    """How a comparison gets its letters."""

    def draw(done: Callable[[Pages], None]) -> None:
        around.jobs.start(lambda step: letters_beside(around.desk.seat, both), done, failed, "")

    def failed(error: Exception) -> None:
        around.asker.tell(window.TROUBLE, sentence_of(error))

    return draw
