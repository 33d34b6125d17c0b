"""Receipts: what a desk is told about its bundle, and the rating batches that it has not acknowledged yet."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol

import msgspec

from district import draws
from district.store.batches import Batch
from district.store.desks import DeskRow
from district.store.draws import DrawRow
from district.store.public_store import SealedMessage
from district.store.receipts import ReceiptRow
from district.store.store import Work
from exchange import canonical
from exchange.documents import SetAside
from exchange.files import receipt_name
from exchange.fork import Fork
from exchange.keys import OfficeKeys
from exchange.note import SealedNote, carried
from exchange.receipt import Batch as SentBatch
from exchange.receipt import Drawn, Receipt, write_receipt

WELCOMED = ("accepted", "already-accepted")


@dataclass(frozen=True, slots=True)
class Pen:
    """Whose keys sign, when it is (UTC, 2026-10-31T09:00:00Z), and which program writes."""

    keys: OfficeKeys
    at: str
    app: str


@dataclass(frozen=True, slots=True)
class DueFork:
    """What a restored desk lacks, and under which name we remember to have told it ("" where nobody decided yet)."""

    item: str
    fork: Fork


class Answered(Protocol):
    """What a receipt has to know of the bundle that it answers: its manifest, or the row that is kept of it."""

    @property
    def basis(self) -> int:
        """The position after which it begins."""
        ...

    @property
    def last_receipt(self) -> int:
        """The receipt that its desk knew."""
        ...


@dataclass(frozen=True, slots=True)
class Subject:
    """The bundle a receipt answers: who sent it, what it said of itself, its identity, the verdict given; the notes
    of citizens that wait for the desk, sealed to it; what the desk lacks after a restore; what letters may be drawn
    from (None: none are)."""

    desk: DeskRow
    manifest: Answered
    document: str
    verdict: str
    notes: tuple[SealedMessage, ...] = ()
    forks: tuple[DueFork, ...] = ()
    pot: Callable[[], draws.Pot] | None = None


@dataclass(frozen=True, slots=True)
class Handed:
    """A receipt file to hand over; `fresh` is false when an older receipt is handed over again."""

    name: str
    raw: bytes
    fresh: bool
    number: int = 0


def write(work: Work, subject: Subject, upto: tuple[int, bytes], pen: Pen) -> Handed:
    """The receipt for a bundle; the one given before when there is nothing else to say.

    `upto` is the last position on which both sides agree, with the digest there.
    """
    due = _due_batches(work, subject)
    receipt = _receipt(work, subject, upto, pen, due)
    given = work.receipts.newest_for(subject.desk.number, subject.document)
    if given is not None and _meaning(msgspec.json.decode(given.said)) == _meaning(msgspec.to_builtins(receipt)):
        return Handed(receipt_name(subject.desk.unit, given.desk, given.number), given.sealed, False, given.number)
    return _hand_over(work, subject, receipt, pen)


def _hand_over(work: Work, subject: Subject, receipt: Receipt, pen: Pen) -> Handed:
    desk = subject.desk.number
    if subject.pot and receipt.verdict in WELCOMED:
        drawn = draws.draw(work, desk, receipt.number, subject.pot())
        receipt = msgspec.structs.replace(receipt, draw=(*receipt.draw, *map(_drawn, drawn)))
    written = write_receipt(receipt, pen.keys, subject.desk.receiving_key)
    work.receipts.add(
        ReceiptRow(
            desk=desk,
            number=receipt.number,
            document=subject.document,
            verdict=receipt.verdict,
            upto=receipt.upto,
            said=canonical.encode(msgspec.to_builtins(receipt)),
            sealed=written.raw,
            made_at=pen.at,
        )
    )
    known = work.batches.first_sent(desk)
    items = [*(batch.id for batch in receipt.batches), *(note.id for note in receipt.notes)]
    items += [due.item for due in subject.forks if due.item]
    work.batches.mark_sent(desk, receipt.number, [item for item in items if item not in known])
    return Handed(receipt_name(subject.desk.unit, desk, receipt.number), written.raw, True, receipt.number)


def _receipt(work: Work, subject: Subject, upto: tuple[int, bytes], pen: Pen, due: Iterable[Batch]) -> Receipt:
    desk, manifest = subject.desk, subject.manifest
    return Receipt(
        # A desk that names a receipt unknown to us was answered by this office before it was itself put back.
        number=max(work.receipts.next_number(desk.number), manifest.last_receipt + 1),
        unit=desk.unit,
        desk=desk.number,
        register=desk.register,
        bundle=subject.document,
        verdict=subject.verdict,  # type: ignore[arg-type]  # checked by the document itself
        upto=upto[0],
        digest_at_upto=upto[1].hex(),
        office=pen.keys.public,
        issued_at=pen.at,
        app=pen.app,
        set_aside=_set_aside(work, desk.number, manifest.basis),
        batches=tuple(_sent(batch) for batch in due),
        notes=_notes(work, subject),
        since=manifest.last_receipt,
        forks=tuple(due.fork for due in subject.forks),
        draw=tuple(map(_drawn, draws.due(work, desk.number, manifest.last_receipt))),
    )


def _drawn(row: DrawRow) -> Drawn:
    return Drawn(serial=row.serial, letter=row.letter)


def _notes(work: Work, subject: Subject) -> tuple[SealedNote, ...]:
    """The notes that wait, and those of earlier receipts which a desk that was put back does not know any more."""
    notes = {note.id: carried(note.id, note.sealed) for note in subject.notes}
    for said in work.receipts.said_after(subject.desk.number, subject.manifest.last_receipt):
        for told in msgspec.json.decode(said).get("notes", ()):
            notes.setdefault(told["id"], SealedNote(**told))
    return tuple(notes.values())


def _set_aside(work: Work, desk: int, basis: int) -> tuple[SetAside, ...]:
    return tuple(SetAside(position=line.position, reason=line.reason) for line in work.lines.aside(desk, basis))


def acknowledged(work: Work, desk: int, last_receipt: int) -> tuple[str, ...]:
    """Batches and notes that the desk has taken, by the newest receipt that its bundle names."""
    return tuple(item for item, receipt in work.batches.first_sent(desk).items() if receipt <= last_receipt)


def _due_batches(work: Work, subject: Subject) -> tuple[Batch, ...]:
    """Batches of the office that the desk has not acknowledged by naming a later receipt in its bundle."""
    taken = acknowledged(work, subject.desk.number, subject.manifest.last_receipt)
    return tuple(batch for batch in work.batches.of_unit(subject.desk.unit) if batch.id not in taken)


def _sent(batch: Batch) -> SentBatch:
    return msgspec.convert(
        {
            "id": batch.id,
            "formed_on": batch.formed_on,
            "n": batch.n,
            "by_score": dict(batch.by_score),
            "by_channel": dict(batch.by_channel),
            "reasons": dict(batch.reasons),
            "comments": batch.comments,
            "kinds": batch.kinds,
            "scale": batch.scale,
        },
        SentBatch,
    )


def _meaning(told: dict[str, Any]) -> dict[str, Any]:
    """What a receipt says, without its number and hour; that a bundle is known already says no more than its taking."""
    verdict = WELCOMED[0] if told["verdict"] in WELCOMED else told["verdict"]
    said = {name: value for name, value in told.items() if name not in ("number", "issued_at", "app")}
    plain = msgspec.json.decode(msgspec.json.encode(said | {"verdict": verdict}))
    return dict(plain)
