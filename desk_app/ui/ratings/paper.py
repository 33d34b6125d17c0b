"""The figures of the period in view on paper."""

from __future__ import annotations

from common.words import voice_sheet as said
from desk_app.ui.jobs import Cancelled
from desk_app.ui.page import Around
from desk_app.ui.print_paper import Paper, print_here
from desk_app.ui.told import sentence_of


def print_voices(around: Around, period: str) -> None:
    """Draw the sheet aside, then ask for a printer or a file."""

    def drawn(pdf: bytes) -> None:
        print_here(around, Paper(pdf, said.PRINT, said.FILE))

    def failed(error: Exception) -> None:
        if not isinstance(error, Cancelled):
            around.asker.tell(said.PRINT, sentence_of(error))

    around.jobs.start(lambda step: _draw(around, period), drawn, failed, said.PRINT)


def _draw(around: Around, period: str) -> bytes:
    # Drawing loads the PDF library, which the page itself does not need.
    from desk_app.services.voice_paper import voice_paper

    return voice_paper(around.desk.seat, period)
