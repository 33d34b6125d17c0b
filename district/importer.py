"""Taking a bundle in: what is new of it is appended, what is known is skipped, what cannot be read is set aside.

Everything here happens inside the caller's transaction, so that a bundle is taken whole or not at all.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from district.books import note_books
from district.draws import note_shown
from district.store.bundles import BundleRow
from district.store.lines import HISTORY, LineRow
from district.store.store import Work
from exchange.bundle import OpenedBundle, read_lines
from exchange.history import Judgement
from exchange.journal import Line
from exchange.lines import ReadBundle, ReadLine
from exchange.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a bundle: how many lines count now that did not before, and how many were set aside."""

    verdict: Verdict
    applied: int = 0
    set_aside: int = 0


@dataclass(frozen=True, slots=True)
class NewLines:
    """Lines of a desk that count from now on, in order, and where its history ends with them; lines that were set aside
    lie between and are not among them."""

    unit: str
    desk: int
    lines: Sequence[ReadLine]
    head: int
    digest: bytes


def _note_books(work: Work, new: NewLines) -> None:
    note_books(work, new.desk, (held.line for held in new.lines))


def _note_shown(work: Work, new: NewLines) -> None:
    note_shown(work, new.desk, (held.line for held in new.lines))


FOLLOWERS: tuple[Callable[[Work, NewLines], None], ...] = (_note_books, _note_shown)
"""What is kept up to date with the lines, in the same transaction. Each may look at the new lines only, never at all
that the desk ever sent: a bundle must not cost more because others came before it."""


def follow_up(work: Work, new: NewLines) -> None:
    """Bring what is kept up to date with lines that count from now on."""
    for follow in FOLLOWERS:
        follow(work, new)


def take(work: Work, bundle: OpenedBundle, judgement: Judgement, at: str) -> Taken:
    """Bring the store to where the bundle leads. Taking the same bundle again changes nothing."""
    taken = Taken(judgement.verdict)
    if judgement.verdict == "accepted":
        taken = _append(work, bundle, judgement.first_new)
    _remember(work, bundle, taken, at)
    return taken


def keep(work: Work, bundle: OpenedBundle, verdict: Verdict, file: tuple[bytes, str]) -> Taken:
    """Keep the sealed file of a bundle that cannot be taken yet; `file` is its bytes and when they came."""
    sealed, at = file
    _remember(work, bundle, Taken(verdict), at)
    work.bundles.keep_file(bundle.document, sealed)
    return Taken(verdict)


def _append(work: Work, bundle: OpenedBundle, first: int) -> Taken:
    read = read_lines(bundle, first)
    desk = bundle.manifest.desk
    rows = [row_of(desk, held, held.line) for held in read.lines]
    set_aside = bundle.manifest.head - first + 1 - len(rows)
    if set_aside:
        rows = sorted([*rows, *_aside_rows(bundle, read, first)], key=lambda row: row.position)
    work.lines.append(rows)
    work.lines.keep_parts(desk, ((part.position, part.salt, part.part) for part in read.shared.values()))
    new = NewLines(bundle.manifest.unit, desk, read.lines, bundle.manifest.head, bundle.lines[-1].digest)
    follow_up(work, new)
    return Taken("accepted", len(read.lines), set_aside)


def row_of(desk: int, held: ReadLine, line: Line) -> LineRow:
    """A line that was read, as it stands in the desk's history."""
    is_letter = line.kind == "letter-prepared"
    letter, serial = (line.figures["letter"], line.figures.get("serial")) if is_letter else (None, None)
    # In the order of the columns: naming each would take as long as reading the line did.
    seen = (line.kind, line.on, line.subject, line.version)
    return LineRow(desk, HISTORY, held.position, held.digest, held.raw, *seen, letter, serial, "counted", "")


def _aside_rows(bundle: OpenedBundle, read: ReadBundle, first: int) -> list[LineRow]:
    # Names that do not fit their line are left out alone: the line itself is good and counts.
    good = {line.position for line in read.lines}
    reasons = {aside.position: aside.reason for aside in read.set_aside if aside.position not in good}
    return [
        LineRow(
            desk=bundle.manifest.desk,
            branch=HISTORY,
            position=line.position,
            digest=line.digest,
            line=line.raw,
            kind="",
            day="",
            subject="",
            version=0,
            letter=None,
            serial=None,
            state="aside",
            reason=reasons[line.position],
        )
        for line in bundle.lines
        if line.position in reasons and line.position >= first
    ]


def _remember(work: Work, bundle: OpenedBundle, taken: Taken, at: str) -> None:
    known = work.bundles.get(bundle.document)
    if known is None:
        work.bundles.add(_bundle_row(bundle, taken, at))
    elif known.verdict in ("waiting", "forked") and known.verdict != taken.verdict:
        work.bundles.decide(bundle.document, taken.verdict, taken.applied, taken.set_aside)
    if taken.verdict in ("accepted", "already-accepted") and known is not None:
        work.bundles.drop_file(bundle.document)


def _bundle_row(bundle: OpenedBundle, taken: Taken, at: str) -> BundleRow:
    manifest = bundle.manifest
    return BundleRow(
        document=bundle.document,
        desk=manifest.desk,
        epoch=manifest.epoch,
        seq=manifest.seq,
        period=manifest.period,
        basis=manifest.basis,
        head=manifest.head,
        last_receipt=manifest.last_receipt,
        counts=json.dumps(dict(manifest.counts), sort_keys=True),
        created_at=manifest.created_at,
        received_at=at,
        verdict=taken.verdict,
        applied=taken.applied,
        set_aside=taken.set_aside,
    )
