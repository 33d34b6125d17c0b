"""Bundles that went up, and what a receipt said of their lines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desk_app.db.register import Reading
from desk_app.services.files import read_file, write_file
from desk_app.services.receiving import Received, number_of
from desk_app.services.seat import Seat
from desk_app.sync.outgoing import fields_of
from exchange.journal import BadLine, read_line


@dataclass(frozen=True, slots=True)
class Sent:
    """A bundle of this desk and the newest receipt for it (number 0: none yet); `covered` when the level above holds
    its lines through a later one."""

    seq: int
    month: str
    lines: int
    file: str
    document: str
    sealed: bool
    covered: bool
    receipt: int
    verdict: str
    taken_on: date | None


@dataclass(frozen=True, slots=True)
class Aside:
    """A line that the level above laid aside: its kind and day as our own journal has them."""

    position: int
    kind: str
    event: str
    on: str
    reason: str
    registration: int | None = None
    """The registration that the line speaks of, or one that its letter covers; None for the desk's own business."""


def sent_bundles(seat: Seat) -> tuple[Sent, ...]:
    """Every bundle of this desk, newest first, with what came back."""
    with seat.reading() as reading:
        answers = {receipt.bundle: receipt for receipt in reading.receipts.all()}
        kept, acknowledged = reading.bundles.all(), reading.bundles.acknowledged()
    rows = []
    for bundle in kept:
        fields, receipt = fields_of(bundle.manifest), answers.get(bundle.digest)
        rows.append(
            Sent(
                seq=bundle.seq,
                month=fields.period,
                lines=fields.head - fields.basis,
                file=bundle.file_name,
                document=bundle.digest,
                sealed=bundle.state == "sealed",
                covered=fields.head <= acknowledged,
                receipt=number_of(receipt) if receipt else 0,
                verdict=receipt.verdict if receipt else "",
                taken_on=receipt.taken_on if receipt else None,
            )
        )
    return tuple(reversed(rows))


def copy_bundle(path: Path, folder: Path) -> Path:
    """Write a bundle once more somewhere else and read it back; raises Mistake or Trouble."""
    write_file(folder / path.name, read_file(path))
    return folder / path.name


def laid_aside(seat: Seat, received: Received) -> tuple[Aside, ...]:
    """What the level above could not take, as our own journal knows it."""
    with seat.reading() as reading:
        return tuple(_aside(reading, position, reason) for position, reason in received.set_aside)


def _aside(reading: Reading, position: int, reason: str) -> Aside:
    try:
        line = next((read_line(raw) for raw in reading.journal.slice(position, position)), None)
    except BadLine:
        line = None
    if line is None:
        return Aside(position, "", "", "", reason)
    event = str(line.figures.get("event", line.figures.get("letter", "")))
    return Aside(position, line.kind, event, line.on, reason, _record_at(reading, position))


def _record_at(reading: Reading, position: int) -> int | None:
    """The registration to open for a line: its own, or the first that its letter covers."""
    own = reading.overview.registration_at(position)
    if own is not None:
        return own
    letter = reading.overview.letter_at(position)
    return letter.covers[0] if letter and letter.covers else None
