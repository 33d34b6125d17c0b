"""The figures of the period in view on paper."""

from __future__ import annotations

from common.words import voice_sheet as said
from desk_app.services.printers import read_printers
from desk_app.services.sheet_size import sheets_in
from desk_app.ui.jobs import Cancelled
from desk_app.ui.page import Around
from desk_app.ui.print_paper import Paper, print_paper
from desk_app.ui.told import sentence_of


def print_voices(around: Around, period: str) -> None:
    """Draw the sheet aside, then ask for a printer or a file."""
    seat = around.desk.seat

    def drawn(pdf: bytes) -> None:
        print_paper(around, Paper(pdf, said.PRINT, said.FILE, sheets_in(pdf)), None, read_printers(seat.folder))

    def failed(error: Exception) -> None:
        if not isinstance(error, Cancelled):
            around.asker.tell(said.PRINT, sentence_of(error))

    around.jobs.start(lambda step: _draw(around, period), drawn, failed, said.PRINT)


def _draw(around: Around, period: str) -> bytes:
    # Drawing loads the PDF library, which the page itself does not need.
    from desk_app.services.voice_paper import voice_paper

    return voice_paper(around.desk.seat, period)
