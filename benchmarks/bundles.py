"""B1 and B2: a signed and sealed bundle, reading included, against a plain zip of the very same documents."""

import io
import secrets
import statistics
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from time import perf_counter

from benchmarks.rows import Row, Way, at_most, ratio
from desk_app.db.journal import Entry
from desk_app.db.register import Register, RegisterIdentity
from exchange.bundle import Frame, final_manifest, seal_bundle
from exchange.journal import first_digest
from exchange.keys import DeskKeys, OfficeKeys

LINES = 5000
TIMES = 5
DAY = date(2026, 10, 15)
FIGURES = {"event": "birth", "registration_type": 1, "late": 0, "lateness": "on-time", "unit": "26461"}


def rows() -> Iterator[Row]:
    """The rows about bundles."""
    peer = "zip, deflate 6, of the same travelling documents"
    yield at_most("B1", ratio("bundles", LINES), 2.0, peer, LINES)
    sizes = Way("bundles", "size").measure(LINES)
    yield at_most("B2", sizes, 1.1, peer, LINES)


def filled(folder: Path, count: int) -> Register:
    """A register whose journal holds so many lines, each with names and a reason that stay at home."""
    identity = RegisterIdentity(secrets.token_bytes(32), "26461", DAY, True)
    register = Register.create(folder, secrets.token_bytes(32), identity, secrets.token_bytes)
    with register.work() as work:
        for n in range(count):
            figures = {**FIGURES, "registered_on": DAY.isoformat()}
            parts = (f"Nguyễn Văn {n}|05/01/2026".encode(), f"thu|09:{n % 60:02d}".encode())
            work.journal.append(Entry("registered", DAY, secrets.token_hex(16), 1, figures, *parts))
        work.commit()
    return register


def export(register: Register) -> tuple[bytes, Callable[[], bytes]]:
    """The manifest, and the whole way from the register to the sealed file in memory."""
    desk, office = DeskKeys.make(secrets.token_bytes), OfficeKeys.make(secrets.token_bytes)
    frame = _frame(register, office)

    def once() -> bytes:
        with register.reading() as reading:
            head, _ = reading.journal.head()
            lines = list(reading.journal.slice(1, head))
        return seal_bundle(final_manifest(frame, lines), lines, None, desk, [office.public.receive])

    with register.reading() as reading:
        lines = list(reading.journal.slice(1, reading.journal.head()[0]))
    return final_manifest(frame, lines), once


def zipped(manifest: bytes, lines: bytes) -> bytes:
    """The peer: no signature, no encryption, the documents ready in memory."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        archive.writestr("manifest.json", manifest)
        archive.writestr("lines.ndjson", lines)
    return out.getvalue()


def _frame(register: Register, office: OfficeKeys) -> Frame:
    return Frame(
        to=office.key_id,
        unit="26461",
        desk=1,
        register=register.identity.register_id.hex(),
        epoch=1,
        seq=1,
        period="2026-10",
        basis=0,
        digest_at_basis=first_digest(register.identity.register_id).hex(),
        last_receipt=0,
        created_at="2026-10-31T09:00:00Z",
        app="benchmarks",
    )


def measure(way: str, count: int) -> float:
    """Milliseconds of one export or one zip; for `size` the bundle's bytes through the zip's."""
    with tempfile.TemporaryDirectory() as folder:
        register = filled(Path(folder) / "desk", count)
        manifest, ours = export(register)
        with register.reading() as reading:
            lines = b"".join(line + b"\n" for line in reading.journal.slice(1, count))
        if way == "size":
            told = len(ours()) / len(zipped(manifest, lines))
        else:
            told = _timed(ours if way == "ours" else lambda: zipped(manifest, lines))
        register.close()
    return told


def _timed(act: Callable[[], bytes]) -> float:
    taken = []
    for _ in range(TIMES + 1):
        started = perf_counter()
        act()
        taken.append((perf_counter() - started) * 1000)
    return statistics.median(taken[1:])


if __name__ == "__main__":
    print(measure(sys.argv[1], int(sys.argv[2])))
