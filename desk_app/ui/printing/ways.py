"""How each kind of letter goes to paper: what was set this morning, else what this PC remembers."""

from __future__ import annotations

from common.words import print_paper as said
from desk_app.services.print_batches import Way
from desk_app.services.print_desk import PrintDesk
from desk_app.services.printers import PrinterSetup
from desk_app.ui.printing.printer import Printery


class Ways:
    """Kinds of letters and their printers; `set` while a kind is not in view keeps what was chosen for it."""

    def __init__(self, table: PrintDesk, printery: Printery) -> None:
        self._table, self._printery = table, printery
        self._set: dict[str, Way] = {}

    def printers(self, kind: str = "") -> tuple[str, ...]:
        """Installed printers, first the one for this kind."""
        names = self._printery.names()
        chosen = self._set[kind].printer if kind in self._set else self._table.printers().last_for(kind)
        first = next((name for name in (chosen, self._printery.usual()) if name in names), "")
        return tuple(sorted(names, key=lambda name: name != first))

    def setup_of(self, printer: str, kind: str) -> PrinterSetup:
        """How letters of this kind go to this printer."""
        chosen = self._set.get(kind)
        return chosen.setup if chosen and chosen.printer == printer else self._table.printers().of(printer, kind)

    def choose(self, kind: str, way: Way) -> None:
        """Keep what is chosen for a kind until it is printed."""
        if kind and way.printer:
            self._set[kind] = way

    def way_of(self, kind: str, wanted: Way, shown: str) -> Way:
        """How a letter of this kind goes when `wanted` is chosen for the kind that is shown: as remembered, and where
        that printer is not here, to the same one."""
        if kind == shown or not shown:
            return wanted
        if kind in self._set and self._set[kind].printer in self._printery.names():
            return self._set[kind]
        known = self._table.printers()
        last = known.last_for(kind)
        printer = last if last in self._printery.names() else wanted.printer
        return Way(printer, known.of(printer, kind))

    def others(self, kinds: tuple[str, ...], wanted: Way, shown: str) -> str:
        """What is told of the kinds that go another way than the one shown."""
        told = []
        for kind in kinds:
            way = self.way_of(kind, wanted, shown)
            if (way.printer, way.setup.stock) != (wanted.printer, wanted.setup.stock):
                paper = said.PAPERS["A5", way.setup.stock]
                told.append(said.OTHERS.format(letter=said.letter_named(kind), printer=way.printer, paper=paper))
        return said.OTHERS_HEAD.format(ways="; ".join(told)) if told else ""

    def remember(self, printer: str, setup: PrinterSetup, kind: str) -> None:
        """Keep what a letter of this kind was printed with. Raises Trouble."""
        self._table.remember(self._table.printers().used(printer, setup, kind))
