"""The yearly pack of evidence: one file for whoever scores the office, its digest told upward and kept here."""

from __future__ import annotations

import contextlib
import hashlib
import os
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from desk_app.db.evidence import KeptPack
from desk_app.services.evidence_members import Contents, contents, manifest_of
from desk_app.services.lines import act_entry
from desk_app.services.office import own_unit, read_letterhead
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake, Trouble
from exchange.evidence_pack import MANIFEST
from exchange.files import replace_file, settle, trouble_of

Step = Callable[[int, int], None]
_ANY_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Packed:
    """A pack that was written; `digest` is SHA-256 (hex) of its manifest."""

    path: Path
    year: int
    version: int
    digest: str
    files: int
    letters: int
    left_out: int


@dataclass(frozen=True, slots=True)
class EvidencePacks:
    """The packs of one desk."""

    seat: Seat

    def kept(self) -> tuple[KeptPack, ...]:
        """Every pack that was made, the newest first."""
        self.seat.may("read")
        with self.seat.reading() as reading:
            return reading.evidence.packs()

    def make(self, year: int, path: Path, leave_out: bool = False, step: Step = lambda done, total: None) -> Packed:
        """Write the pack of a year to `path`; without files that show people where `leave_out`. `step` may stop it:
        nothing is left then. Raises Mistake("pack-year", "own-folder"), Trouble as the disk or a damaged file says."""
        self.seat.may("rate")
        seat = self.seat.still()
        _refuse(seat, year, path)
        with seat.reading() as reading:
            before = next(iter(reading.evidence.packs(year)), None)
        what = contents(seat, year, before.version + 1 if before else 1, leave_out)
        with _named(path), _beside(path) as beside:
            packed, told = _write(what, beside, path, step)
            replace_file(beside, path)
            settle(path)
        try:
            _keep(seat, packed, before, told)
        except BaseException:
            # A pack that the register does not know would be taken for a forged one.
            path.unlink(missing_ok=True)
            raise
        return packed


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    beside = path.with_name(path.name + ".part")
    try:
        yield beside
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


@contextmanager
def _named(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Trouble(trouble_of(error, path.name).code, {"file": path.name}) from error


def _refuse(seat: Seat, year: int, path: Path) -> None:
    if not 2000 <= year <= seat.today().year:
        raise Mistake("pack-year", {"year": str(year)})
    if path.resolve().is_relative_to(seat.folder.resolve()):
        raise Mistake("own-folder", {"file": path.name})


def _write(what: Contents, beside: Path, path: Path, step: Step) -> tuple[Packed, Mapping[str, Any]]:
    """Write the members, then the manifest over them."""
    listed: list[tuple[str, str, int]] = []
    with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED) as out:
        for at, (name, raw) in enumerate(what.members()):
            step(at, what.count)
            _put(out, name, raw)
            listed.append((name, hashlib.sha256(raw).hexdigest(), len(raw)))
        manifest = manifest_of(_head(what), listed)
        _put(out, MANIFEST, manifest)
    with beside.open("r+b") as file:
        os.fsync(file.fileno())
    counts = (len(what.files), len(what.written), what.left_out)
    packed = Packed(path, what.year, what.version, hashlib.sha256(manifest).hexdigest(), *counts)
    return packed, {"members": {name: told for name, told, _ in listed}, "left_out": what.left_out}


def _put(out: zipfile.ZipFile, name: str, raw: bytes) -> None:
    entry = zipfile.ZipInfo(name, _ANY_TIME)
    entry.create_system, entry.external_attr = 3, 0o644 << 16
    out.writestr(entry, raw, zipfile.ZIP_DEFLATED)


def _head(what: Contents) -> dict[str, object]:
    seat = what.seat
    with seat.reading() as reading:
        unit = own_unit(read_letterhead(reading.office), seat.units, seat.today()).code
    told = {"unit": unit, "office": what.office, "year": what.year, "version": what.version}
    counts = {"files": len(what.files), "letters": len(what.written)}
    return {**told, "made_on": seat.today().isoformat(), **counts}


def _keep(seat: Seat, packed: Packed, before: KeptPack | None, told: Mapping[str, Any]) -> None:
    subject = before.subject if before else seat.subject()
    numbers = {"year": packed.year, "files": packed.files, "letters": packed.letters, "digest": packed.digest}
    with seat.work() as work:
        work.evidence.add_pack(KeptPack(packed.year, packed.version, subject, seat.today(), packed.digest, dict(told)))
        line = act_entry(seat, "evidence-pack", subject, numbers, {})
        work.journal.append(replace(line, version=packed.version))
        work.commit()
