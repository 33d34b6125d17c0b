"""Which way the printer's side shows: that of the kind of letter in view, as it was set or as it is remembered."""

from __future__ import annotations

from collections.abc import Iterable

from desk_app.services.print_batches import Way, key_of
from desk_app.ui.printing.how import HowToPrint
from desk_app.ui.printing.model import PrintingModel


class HowOf:
    """Between the panel and the memory."""

    def __init__(self, model: PrintingModel, how: HowToPrint) -> None:
        self._model, self._how = model, how

    def show(self, kind: str) -> None:
        """The panel for another kind of letter ("": the same, its printers read again); what was chosen for the kind
        before is kept."""
        how, ways = self._how, self._model.ways
        if kind and how.kind:
            ways.choose(how.kind, self._way())
        kind = kind or how.kind
        names, other = self._model.printers(kind), kind != how.kind
        how.show_kind(kind, "")
        how.show_printers(names, names[0] if names and other else "")
        if names and other:
            how.show_setup(ways.setup_of(how.printer.currentText(), kind))

    def fit(self, kind: str, size: str) -> bool:
        """The letter in view is drawn on paper of this size: letters of one kind on other paper go their own way.
        Whether the sheet now looks different."""
        before, key = self._how.setup(), key_of(kind, size)
        if key != self._how.kind:
            self.show(key)
        self._how.show_kind(key, size)
        after = self._how.setup()
        return (after.ink, after.stock) != (before.ink, before.stock)

    def other_printer(self, name: str) -> None:
        """Another printer was chosen: its set-up for this kind."""
        self._how.show_setup(self._model.ways.setup_of(name, self._how.kind))

    def tell_others(self, kinds: Iterable[str]) -> None:
        """Say which of these kinds go another way."""
        wanted = self._way()
        told = self._model.ways.others(tuple(dict.fromkeys(kinds)), wanted, self._how.kind) if wanted.printer else ""
        self._how.tell_others(told)

    def _way(self) -> Way:
        return Way(self._how.printer.currentText(), self._how.setup())
