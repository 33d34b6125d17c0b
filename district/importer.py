"""Taking a bundle in: what is new of it is appended, what is known is skipped, what cannot be read is set aside.

Everything here happens inside the caller's transaction, so that a bundle is taken whole or not at all.
"""

import json
from dataclasses import dataclass

from district.store.bundles import BundleRow
from district.store.lines import HISTORY, LineRow
from district.store.store import Work
from exchange.bundle import OpenedBundle, read_lines
from exchange.history import Judgement
from exchange.journal import Line
from exchange.lines import ReadBundle
from exchange.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a bundle: how many lines count now that did not before, and how many were set aside."""

    verdict: Verdict
    applied: int = 0
    set_aside: int = 0


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
    rows = _good_rows(desk, read) + _aside_rows(bundle, read, first)
    work.lines.append(sorted(rows, key=lambda row: row.position))
    work.lines.keep_parts(desk, ((part.position, part.salt, part.part) for part in read.shared.values()))
    return Taken("accepted", len(read.lines), len(read.set_aside))


def _good_rows(desk: int, read: ReadBundle) -> list[LineRow]:
    return [_row(desk, held.digest, held.raw, held.line) for held in read.lines]


def _row(desk: int, digest: bytes, raw: bytes, line: Line) -> LineRow:
    is_letter = line.kind == "letter-prepared"
    return LineRow(
        desk=desk,
        branch=HISTORY,
        position=line.position,
        digest=digest,
        line=raw,
        kind=line.kind,
        day=line.on,
        subject=line.subject,
        version=line.version,
        letter=line.figures["letter"] if is_letter else None,
        serial=line.figures.get("serial") if is_letter else None,
        state="counted",
        reason="",
    )


def _aside_rows(bundle: OpenedBundle, read: ReadBundle, first: int) -> list[LineRow]:
    reasons = {aside.position: aside.reason for aside in read.set_aside}
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
