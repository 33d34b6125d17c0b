"""Evidence of the year: files and photos with their digest, each kept once, tied to what they prove."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from common.names import tidy
from desk_app.db.evidence import KeptEvidence
from desk_app.db.register import Reading, Work
from desk_app.services.evidence_targets import KINDS, Choice, Link, choices_of, is_there, told_links
from desk_app.services.evidence_types import ENDINGS, Looked, look_at, read_whole
from desk_app.services.files import write_file
from desk_app.services.lines import local_entry
from desk_app.services.sealed_files import FOLDER, NAMING, SealedFiles, naming_key
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake, Trouble

__all__ = ["KINDS", "Added", "EvidenceFile", "EvidenceFiles", "Link"]
LONGEST = 200
"""Characters of a title or a reason."""
MUCH = 2 * 1024**3
"""Bytes in all from which on the desk says so: copies and sticks must hold them too."""
OPENED = "evidence-opened"
"""In the data folder: copies that were opened to be looked at, gone with the next sweep."""
_EARLIEST = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """One file: `on` the day that it shows, `known` whether somebody can be recognised in it, `links` what it
    proves."""

    id: int
    title: str
    on: date
    media_type: str
    size: int
    digest: str
    added_on: date
    known: bool
    links: tuple[Link, ...]
    who: str

    @property
    def ending(self) -> str:
        """How its name ends."""
        return ENDINGS[self.media_type]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a file: `fresh` False for one that was kept already, `stripped` when the camera's words were left
    out, `much` when all files together are large."""

    id: int
    fresh: bool
    stripped: bool
    much: bool


@dataclass(frozen=True, slots=True)
class EvidenceFiles:
    """The evidence of one desk, for the person at this seat. Each act is one transaction with its line."""

    seat: Seat

    def add(self, path: Path, title: str, on: date, links: Iterable[Link] = (), known: bool = False) -> Added:
        """Keep a file; the same bytes once more gain the new links. Raises Mistake: what is not kept and why, title,
        day and links as they were told; Trouble as the disk says."""
        self.seat.may("rate")
        seat, title, ties = self.seat.still(), _text(title, "evidence-title-empty"), _ties(links)
        if not _EARLIEST <= on <= seat.today():
            raise Mistake("evidence-day", {"on": f"{on:%d/%m/%Y}"})
        looked = look_at(read_whole(path), path.name)
        digest = sha256(looked.raw).hexdigest()
        self._begin()
        with seat.work() as work:
            _refuse_unknown(work, ties)
            held = work.evidence.of_digest(digest)
            told = {"title": title, "on": on.isoformat(), "known": known, "who": seat.user}
            if held is not None and held.taken_back_on is None:
                id, fresh = held.id, False
                if known and not held.body.get("known"):
                    work.evidence.keep(replace(held, body={**held.body, "known": True}))
            else:
                id, fresh = self._keep(work, held, (digest, looked), told), True
            for tie in ties:
                work.evidence.link(id, tie)
            act = "evidence-added" if fresh else "evidence-linked"
            work.journal.append(local_entry(seat, act, str(id)))
            much = sum(one.size for one in work.evidence.all() if one.taken_back_on is None) > MUCH
            work.commit()
        return Added(id, fresh, looked.stripped, much)

    def listed(self, kind: str = "", ref: str = "") -> tuple[EvidenceFile, ...]:
        """What is kept, the latest day first; only what proves something of this kind, or this very thing."""
        self.seat.may("read")
        with self.seat.reading() as reading:
            files = files_of(reading)

        def wanted(one: EvidenceFile) -> bool:
            return not kind or any(link[0] == kind and (not ref or link[1] == ref) for link in one.links)

        return tuple(sorted(filter(wanted, files), key=lambda one: (one.on, one.id), reverse=True))

    def get(self, id: int) -> EvidenceFile:
        """One file; raises Mistake("no-such-evidence")."""
        found = next((one for one in self.listed() if one.id == id), None)
        if found is None:
            raise Mistake("no-such-evidence", {"id": str(id)})
        return found

    def link(self, id: int, link: Link) -> None:
        """It proves this as well. Raises Mistake: no-such-evidence, evidence-target, no-such-target."""
        self._tie(id, link, on=True)

    def unlink(self, id: int, link: Link) -> None:
        """It does not prove this. Raises Mistake: no-such-evidence, evidence-target."""
        self._tie(id, link, on=False)

    def change(self, id: int, title: str, on: date, known: bool) -> None:
        """Other words for the same bytes. Raises Mistake: no-such-evidence, evidence-title-empty, evidence-day."""
        self.seat.may("rate")
        title = _text(title, "evidence-title-empty")
        if not _EARLIEST <= on <= self.seat.today():
            raise Mistake("evidence-day", {"on": f"{on:%d/%m/%Y}"})
        with self.seat.work() as work:
            kept = _kept(work, id)
            work.evidence.keep(replace(kept, body={**kept.body, "title": title, "on": on.isoformat(), "known": known}))
            work.journal.append(local_entry(self.seat, "evidence-changed", str(id)))
            work.commit()

    def read(self, id: int) -> tuple[EvidenceFile, bytes]:
        """A file with its bytes. Raises Mistake("no-such-evidence"), Trouble: evidence-missing, evidence-damaged."""
        self.seat.may("read")
        with self.seat.reading() as reading:
            kept, shown = _kept(reading, id), {one.id: one for one in files_of(reading)}[id]
            return shown, bytes_of(self.seat, reading, kept)

    def open(self, id: int) -> Path:
        """A copy to look at, in a folder of its own beside the register; the next sweep takes it away."""
        shown, raw = self.read(id)
        folder = self.seat.folder / OPENED
        try:
            folder.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise Trouble("folder-unwritable", {"file": folder.name}) from error
        path = folder / f"{id}-{self.seat.random(4).hex()}.{shown.ending}"
        write_file(path, raw)
        return path

    def save_copy(self, id: int, path: Path) -> None:
        """Write the file where somebody wants it. Raises Mistake("own-folder"), Trouble as the disk says."""
        if path.resolve().is_relative_to(self.seat.folder.resolve()):
            raise Mistake("own-folder", {"file": path.name})
        write_file(path, self.read(id)[1])

    def take_back(self, id: int, reason: str) -> None:
        """It is evidence no longer: its bytes go, its digest, words and reason stay. Raises Mistake:
        no-such-evidence, evidence-reason-empty."""
        self.seat.may("rate")
        seat, why = self.seat.still(), _text(reason, "evidence-reason-empty")
        with seat.work() as work:
            kept = _kept(work, id)
            body = {**{name: told for name, told in kept.body.items() if name != "key"}, "reason": why}
            work.evidence.keep(replace(kept, taken_back_on=seat.today(), body=body))
            work.journal.append(local_entry(seat, "evidence-taken-back", str(id)))
            sealed = sealed_of(seat, work)
            work.commit()
        if sealed:
            sealed.drop(kept.digest)

    def choices(self, kind: str) -> tuple[Choice, ...]:
        """What a file may be tied to of this kind, the newest first."""
        with self.seat.reading() as reading:
            return choices_of(reading, kind, self.seat.today().year)

    def told(self, links: Iterable[Link]) -> Mapping[Link, str]:
        """What the links are called."""
        with self.seat.reading() as reading:
            return told_links(reading, tuple(links))

    def _begin(self) -> None:
        """The key for names stands before the first file does: what a kill leaves is known as ours."""
        with self.seat.reading() as reading:
            if naming_key(reading.office):
                return
        with self.seat.work() as work:
            work.office.put(NAMING, json.dumps(self.seat.random(32).hex()))
            work.commit()

    def _keep(self, work: Work, held: KeptEvidence | None, what: tuple[str, Looked], told: Mapping[str, object]) -> int:
        digest, looked = what
        key = self.seat.random(32)
        sealed = sealed_of(self.seat, work)
        assert sealed is not None
        sealed.put(digest, key, looked.raw, self.seat.random)
        body = {**told, "key": key.hex()}
        kept = KeptEvidence(0, digest, looked.media_type, len(looked.raw), self.seat.today(), None, body)
        if held is None:
            return work.evidence.add(kept)
        work.evidence.keep(replace(kept, id=held.id))
        return held.id

    def _tie(self, id: int, link: Link, on: bool) -> None:
        self.seat.may("rate")
        (tie,) = _ties([link])
        with self.seat.work() as work:
            _kept(work, id)
            if on:
                _refuse_unknown(work, (tie,))
                work.evidence.link(id, tie)
            else:
                work.evidence.unlink(id, tie)
            act = "evidence-linked" if on else "evidence-unlinked"
            work.journal.append(local_entry(self.seat, act, f"{id} {' '.join(tie)}"))
            work.commit()


def files_of(reading: Reading) -> tuple[EvidenceFile, ...]:
    """Every file that is kept now, in the order they came."""
    links = reading.evidence.links()
    return tuple(_shown(one, links.get(one.id, ())) for one in reading.evidence.all() if one.taken_back_on is None)


def sealed_of(seat: Seat, store: Reading) -> SealedFiles | None:
    """The folder of sealed bytes beside this register; None while no file was ever kept."""
    naming = naming_key(store.office)
    return SealedFiles(seat.folder / FOLDER, naming) if naming else None


def bytes_of(seat: Seat, store: Reading, kept: KeptEvidence) -> bytes:
    """The bytes of a file that is kept; raises Trouble: evidence-missing, evidence-damaged, with its title."""
    sealed = sealed_of(seat, store)
    try:
        if sealed is None:
            raise Trouble("evidence-missing")
        return sealed.read(kept.digest, bytes.fromhex(str(kept.body["key"])))
    except Trouble as trouble:
        raise Trouble(trouble.code, {"file": str(kept.body.get("title", "")), "n": "1"}) from trouble


def _kept(store: Reading, id: int) -> KeptEvidence:
    kept = store.evidence.get(id)
    if kept is None or kept.taken_back_on:
        raise Mistake("no-such-evidence", {"id": str(id)})
    return kept


def _shown(kept: KeptEvidence, links: tuple[Link, ...]) -> EvidenceFile:
    body = kept.body
    told = (kept.id, str(body.get("title", "")), date.fromisoformat(str(body["on"])), kept.media_type, kept.size)
    known, who = bool(body.get("known")), str(body.get("who", ""))
    return EvidenceFile(*told, kept.digest, kept.added_on, known, links, who)


def _ties(links: Iterable[Link]) -> tuple[Link, ...]:
    ties = tuple(dict.fromkeys((kind, tidy(ref)) for kind, ref in links))
    for kind, ref in ties:
        if kind not in KINDS or not 0 < len(ref) <= LONGEST:
            raise Mistake("evidence-target", {"target": f"{kind}:{ref}"})
    return ties


def _refuse_unknown(work: Work, ties: Iterable[Link]) -> None:
    for tie in ties:
        if not is_there(work, tie):
            raise Mistake("no-such-target", {"target": ":".join(tie)})


def _text(text: str, empty: str) -> str:
    told = tidy(text)
    if not told:
        raise Mistake(empty)
    if len(told) > LONGEST:
        raise Mistake("evidence-long", {"limit": str(LONGEST)})
    return told
