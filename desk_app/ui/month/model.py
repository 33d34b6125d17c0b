"""What the month end knows and does; no widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from common.words import month as said
from common.words.troubles import sentence
from desk_app.services.desk import Desk
from desk_app.services.month_end import Exported, Received
from desk_app.services.month_sent import Aside, Sent, copy_bundle, laid_aside, sent_bundles
from desk_app.services.month_view import MonthContents, month_contents
from desk_app.services.tie_view import KeyExchange, Tie, heard_words, key_exchange

Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Written:
    """A month that lies whole on the stick, with the words of the tie under which it was sealed."""

    bundles: tuple[Exported, ...]
    numbers: tuple[str, ...]
    size: int
    tie: Tie | None

    @property
    def lines(self) -> int:
        """How many journal lines travel."""
        return sum(bundle.head - bundle.basis for bundle in self.bundles)


@dataclass(frozen=True, slots=True)
class ReceiptTold:
    """A receipt that was taken in, and what was laid aside."""

    received: Received
    aside: tuple[Aside, ...]


class MonthModel:
    """The acts of the page; every one may run in the worker thread."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def contents(self) -> MonthContents:
        """What would go up now."""
        return month_contents(self._desk.seat)

    def office(self) -> str:
        """Our own name as inside a sentence."""
        return self._desk.seat.units.known(self._desk.settings.all().unit)[-1].full_name

    def sent(self) -> tuple[Sent, ...]:
        """Bundles, newest first."""
        return sent_bundles(self._desk.seat)

    def write(self, folder: Path, step: Step) -> Written:
        """Seal everything since the last receipt into this folder and read it back."""
        bundles = self._desk.month.close(folder, step=step)
        documents = {sent.seq: sent.document for sent in self.sent()}
        numbers = tuple(said.short_number(documents[bundle.seq]) for bundle in bundles)
        size = sum(bundle.path.stat().st_size for bundle in bundles)
        return Written(bundles, numbers, size, self.keys().in_force)

    def copy(self, written: Written, folder: Path) -> None:
        """One copy more of every bundle just written."""
        for bundle in written.bundles:
            copy_bundle(bundle.path, folder)

    def receive(self, path: Path) -> ReceiptTold:
        """Take in a receipt."""
        received = self._desk.month.receive(path)
        return ReceiptTold(received, laid_aside(self._desk.seat, received))

    def keys(self) -> KeyExchange:
        """Where the exchange of keys stands."""
        return key_exchange(self._desk.seat)

    def card_into(self, folder: Path) -> Path:
        """Write our card."""
        return self._desk.district.card_into(folder)

    def enrol(self, path: Path) -> None:
        """Take in the enrolment; it waits for the six words."""
        self._desk.district.enrol(path, hold=True)

    def confirm(self, typed: str, words: tuple[str, ...]) -> None:
        """The words heard on the phone are those of the enrolment; raises Mistake("words-differ")."""
        self._desk.district.confirm(heard_words(typed, words))


def may_write(contents: MonthContents) -> str:
    """Why nothing can be written now; empty when it can."""
    if contents.stop:
        return sentence(contents.stop)
    return "" if contents.sum.agrees else said.SUM_FIRST
