"""One paper of the office goes to a printer, or into a PDF file where the paper may lie in a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from common.words import slips as said
from desk_app.services.files import write_file
from desk_app.services.printers import Printers, read_printers
from desk_app.services.sheet_size import sheets_in
from desk_app.ui.ask import Asker
from desk_app.ui.jobs import Cancelled, Jobs, Step
from desk_app.ui.printing.printer import CannotPrint, InstalledPrinters, Printery, PrintOrder, print_sheets
from desk_app.ui.told import sentence_of

if TYPE_CHECKING:
    from desk_app.ui.page import Around


class Hands(Protocol):
    """Whoever asks and works: a page's Around has both."""

    @property
    def asker(self) -> Asker:
        """Where questions are put."""

    @property
    def jobs(self) -> Jobs:
        """Where long work is done."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of one sheet or several: `name` as inside a sentence ("phiếu gửi gói số 14"), and the file name it may be
    kept under. Without a file name it goes to a printer or nowhere."""

    pdf: bytes
    name: str
    file_name: str = ""


def nothing() -> None:
    """Nobody waits for the paper."""


def print_paper(
    hands: Hands,
    paper: Paper,
    printery: Printery | None = None,
    memory: Printers | None = None,
    then: Callable[[], None] = nothing,
) -> None:
    """Ask for the printer where there is a choice, and print; every trouble is told in a sentence.

    `memory` holds the printer used last and how far each one is off; `then` is called once the paper is out or kept.
    """
    printery, memory = printery or InstalledPrinters(), memory or Printers()
    names = printery.names()
    if not names:
        _without_printer(hands.asker, paper, then)
        return
    chosen = _chosen(hands.asker, paper, names, memory.last or printery.usual())
    if chosen == said.AS_FILE:
        _keep(hands.asker, paper, then)
    elif chosen:
        _send(hands, paper, printery, (chosen, memory), then)


def print_here(
    around: Around, paper: Paper, printery: Printery | None = None, then: Callable[[], None] = nothing
) -> None:
    """The same from a page: how far each printer of this PC is off, and which one was last, is remembered."""
    print_paper(around, paper, printery, read_printers(around.desk.seat.folder), then)


def _chosen(asker: Asker, paper: Paper, names: tuple[str, ...], usual: str) -> str | None:
    offered = (*names, said.AS_FILE) if paper.file_name else names
    if len(offered) == 1:
        return offered[0]
    return asker.choose_one(said.PRINT_TITLE, said.WHICH.format(name=paper.name), offered, usual)


def choose_printer(asker: Asker, printery: Printery, name: str) -> str | None:
    """The printer for a paper of this name; None where there is none (which is told) or the person leaves."""
    names = printery.names()
    if not names:
        asker.tell(said.NOT_PRINTED, said.NO_PRINTER)
        return None
    return _chosen(asker, Paper(b"", name), names, printery.usual())


def _send(
    hands: Hands, paper: Paper, printery: Printery, where: tuple[str, Printers], then: Callable[[], None]
) -> None:
    name, memory = where
    setup = memory.of(name)

    def work(step: Step) -> None:
        pdf, sheets = paper.pdf, sheets_in(paper.pdf)
        order = PrintOrder(pdf, sheets, ink=setup.ink, across=setup.across, down=setup.down, name="To giay")
        print_sheets(printery.open(name), order, step)

    def failed(error: Exception) -> None:
        hands.asker.tell(said.NOT_PRINTED, why_not(error, paper.name))

    hands.jobs.start(work, lambda done: then(), failed, said.PRINTING.format(name=paper.name))


def _without_printer(asker: Asker, paper: Paper, then: Callable[[], None]) -> None:
    if not paper.file_name:
        asker.tell(said.NOT_PRINTED, said.NO_PRINTER)
        return
    text = said.NO_PRINTER_KEEP.format(name=paper.name)
    if asker.ask(said.NOT_PRINTED, text, (said.AS_FILE, said.LATER)) == 0:
        _keep(asker, paper, then)


def _keep(asker: Asker, paper: Paper, then: Callable[[], None]) -> None:
    path = asker.save_file(said.SAVE_TITLE.format(name=paper.name), Path(paper.file_name), said.PDF_FILTER)
    if path is None:
        return
    try:
        write_file(path, paper.pdf)
    except Exception as error:
        asker.tell(said.NOT_PRINTED, sentence_of(error))
        return
    then()


def why_not(error: Exception, name: str) -> str:
    """What happened to a paper of this name, and what to do."""
    if isinstance(error, Cancelled):
        return said.STOPPED
    if isinstance(error, CannotPrint):
        return (said.GONE if error.missing else said.REFUSED).format(printer=error.printer, name=name)
    return sentence_of(error)
