"""B3 and B4: a district that takes bundles in, beside the same lines put into the same tables by select-then-add."""

from __future__ import annotations

import hashlib
import io
import json
import sqlite3
import statistics
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from time import perf_counter
from typing import Any

from sqlalchemy.orm import Session, registry

from benchmarks.crowd import CrowdDesk, Office
from benchmarks.rows import ROUNDS, Row, Way, at_most, ratio
from district.store.engine import open_engine
from district.store.tables import bundles, positions
from exchange.journal import next_digest

DESKS, LINES = 100, 200
MONTH = "2026-10"
MOMENT = "2026-11-05T05:00:00Z"


def rows() -> Iterator[Row]:
    """The rows about taking bundles in."""
    peer = f"SQLAlchemy ORM, select-then-add, the same lines into the same tables, {LINES} a bundle"
    yield at_most("B3", ratio("district_import", LINES), 0.3, peer, DESKS * LINES)
    again = [Way("district_import", "again").measure(LINES) for _ in range(ROUNDS)]
    yield at_most("B4", statistics.median(again), 0.35, "the same bundles for the first time", DESKS * LINES)
    changed = Way("district_import", "changed").measure(LINES)
    yield at_most("B4", changed, 0, "rows that differ after every bundle came a second time", DESKS * LINES)


class Kept:
    """The office's files as they lie there: every row of every table, by both stores."""

    def __init__(self, folder: Path) -> None:
        self.rows = {row for file in sorted(folder.glob("*.db")) for row in _rows_in(file)}


def _rows_in(file: Path) -> Iterator[tuple[Any, ...]]:
    with closing(sqlite3.connect(file)) as held:
        tables = [name for (name,) in held.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            for row in held.execute(f'SELECT * FROM "{table}"'):
                yield file.name, table, *row


def measure(way: str, count: int) -> float:
    """Microseconds of one line; for `again` what a second time costs through the first, for `changed` how many rows
    of the stores differ after it."""
    with tempfile.TemporaryDirectory() as folder:
        office = Office(Path(folder) / "above")
        desks = office.enrol(office.communes()[:DESKS])
        for desk in desks:
            desk.work(MONTH, count)
        told = _peer(office, desks) if way == "peer" else _ours(office, desks, way)
        office.district.close()
    return told


def _ours(office: Office, desks: Sequence[CrowdDesk], way: str) -> float:
    raws = [desk.bundle(MONTH) for desk in desks]
    first = _taken(office, raws)
    before = Kept(office.folder)
    again = _taken(office, raws) if way != "ours" else 0.0
    if way == "changed":
        return len(before.rows ^ Kept(office.folder).rows)
    return again / first if way == "again" else first / sum(len(desk.lines) for desk in desks) * 1e6


def _taken(office: Office, raws: Sequence[bytes]) -> float:
    sitting = office.district.sitting(office.member)
    started = perf_counter()
    for raw in raws:
        sitting.receive(raw)
    return perf_counter() - started


class Line:
    """A row of `positions` as an ORM sees it."""


class Bundle:
    """A row of `bundles` as an ORM sees it."""


def _peer(office: Office, desks: Sequence[CrowdDesk]) -> float:
    """The lines in a plain zip, without signature or seal and taken on trust; one transaction for each bundle."""
    mapped = registry()
    mapped.map_imperatively(Line, positions)
    mapped.map_imperatively(Bundle, bundles)
    files = [_plain(desk) for desk in desks]
    engine = open_engine(office.district.folder.office_url)
    started = perf_counter()
    for desk, file in zip(desks, files, strict=True):
        with Session(engine, autoflush=False) as session:
            _add_all(session, desk, file)
            session.commit()
    took = perf_counter() - started
    engine.dispose()
    return took / sum(len(desk.lines) for desk in desks) * 1e6


def _plain(desk: CrowdDesk) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        archive.writestr("lines.ndjson", b"".join(line + b"\n" for line in desk.lines))
    return out.getvalue()


def _add_all(session: Session, desk: CrowdDesk, file: bytes) -> None:
    document = hashlib.sha256(file).hexdigest()
    if session.get(Bundle, document) is None:
        session.add(_filled(Bundle(), _bundle(desk, document)))
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        lines = archive.read("lines.ndjson").splitlines()
    digest = desk.digests[0]
    for raw in lines:
        digest = next_digest(digest, raw)
        told = json.loads(raw)
        if session.get(Line, (desk.number, 0, told["position"])) is None:
            session.add(_filled(Line(), _line(desk.number, digest, raw, told)))


def _filled(row: Any, values: dict[str, Any]) -> Any:
    for name, value in values.items():
        setattr(row, name, value)
    return row


def _bundle(desk: CrowdDesk, document: str) -> dict[str, Any]:
    return {
        "document": document,
        "desk": desk.number,
        "epoch": 1,
        "seq": 1,
        "period": MONTH,
        "basis": 0,
        "head": len(desk.lines),
        "last_receipt": 0,
        "counts": "{}",
        "created_at": MOMENT,
        "received_at": MOMENT,
        "verdict": "accepted",
        "applied": len(desk.lines),
        "set_aside": 0,
    }


def _line(desk: int, digest: bytes, raw: bytes, told: dict[str, Any]) -> dict[str, Any]:
    is_letter = told["kind"] == "letter-prepared"
    return {
        "desk": desk,
        "branch": 0,
        "position": told["position"],
        "digest": digest,
        "line": raw,
        "kind": told["kind"],
        "day": told["on"],
        "subject": told["subject"],
        "version": told["version"],
        "letter": told["figures"]["letter"] if is_letter else None,
        "serial": told["figures"]["serial"] if is_letter else None,
        "state": "counted",
        "reason": "",
    }


if __name__ == "__main__":
    print(measure(sys.argv[1], int(sys.argv[2])))
