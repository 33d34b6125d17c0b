"""Batches into printers: as far as one paper goes, then somebody must change it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desk_app.services.print_batches import Batch, change_between
from desk_app.services.print_desk import PrintDesk
from desk_app.ui.printing.printer import Printery, PrintOrder, print_sheets

Step = Callable[[int, int], None]


def runs(batches: Sequence[Batch]) -> tuple[tuple[Batch, ...], tuple[Batch, ...]]:
    """Batches that go without a change of paper, and those after it."""
    end = next((at for at in range(1, len(batches)) if change_between(batches[at - 1], batches[at])), len(batches))
    return tuple(batches[:end]), tuple(batches[end:])


def feed(table: PrintDesk, printery: Printery, what: tuple[Batch, int], step: Step) -> None:
    """One batch in so many copies. Raises CannotPrint, Trouble, and what `step` raises."""
    batch, copies = what
    setup = batch.way.setup
    printer = printery.open(batch.way.printer)
    pdf = table.pdf(batch.letters, setup.ink, batch.stock)
    order = PrintOrder(pdf, len(batch.letters), copies, setup.ink, setup.across, setup.down, half=batch.half)
    print_sheets(printer, order, step)
