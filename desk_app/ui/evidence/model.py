"""What the page Hồ sơ kiểm chứng knows and does; no widget."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from common.words import evidence as words
from common.words import evidence_pack as pack_words
from common.words import evidence_page as said
from desk_app.domain.problems import Problem
from desk_app.services.desk import Desk
from desk_app.services.evidence import EvidenceFile, Link
from desk_app.services.evidence_check import check_pack
from desk_app.services.evidence_pack import EvidencePacks
from desk_app.services.evidence_types import look_at, read_whole
from desk_app.services.typed_day import read_day

Step = Callable[[int, int], None]


class EvidenceModel:
    """The files as they were last read; `kind` "" shows all of them."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._files = desk, desk.evidence
        self.kind, self.touched, self.said = "", 0, ""
        self.rows: tuple[EvidenceFile, ...] = ()
        self.total = ""
        self._named: Mapping[Link, str] = {}

    def read(self) -> None:
        """Read the files again."""
        every = self._files.listed()
        self.total = said.totals(len(every), sum(one.size for one in every))
        self.rows = tuple(one for one in every if not self.kind or any(kind == self.kind for kind, _ in one.links))
        self._named = self._files.told(link for one in self.rows for link in one.links)

    def proves(self, one: EvidenceFile) -> tuple[str, ...]:
        """What the links of a file are called."""
        return tuple(self._named.get(link, "") for link in one.links)

    def choices(self, kind: str) -> tuple[tuple[str, str], ...]:
        """What a file may be tied to of this kind."""
        found = self._files.choices(kind) if kind else ()
        return tuple((one.ref, one.told) for one in found) or (("", said.NO_TARGET if kind else said.LATER),)

    def blank(self, path: Path) -> dict[str, str]:
        """What stands in the form of a file at first."""
        return {"title": "", "on": said.day(self._desk.seat.today()), "known": "", "kind": self.kind}

    def look(self, path: Path) -> None:
        """Whether a file may be kept, before anything is typed about it. Raises Mistake."""
        look_at(read_whole(path), path.name)

    def add(self, path: Path, values: Mapping[str, object]) -> Sequence[Problem]:
        """Keep a file with what was typed. Raises Mistake, Trouble."""
        title, on, known = self._typed(values)
        done = self._files.add(path, title, on, _links(values), known)
        told = [words.added(done.id, done.fresh), words.STRIPPED * done.stripped, words.MUCH * done.much]
        self.said, self.touched = " ".join(filter(None, told)), done.id
        return ()

    def change(self, one: EvidenceFile, values: Mapping[str, object]) -> Sequence[Problem]:
        """Other words for a file. Raises Mistake."""
        self._files.change(one.id, *self._typed(values))
        self.said, self.touched = said.CHANGED, one.id
        return ()

    def facts(self, one: EvidenceFile) -> dict[str, str]:
        """The words of a file as they are typed."""
        return {"title": one.title, "on": said.day(one.on), "known": "1" if one.known else ""}

    def tie(self, one: EvidenceFile, values: Mapping[str, object]) -> Sequence[Problem]:
        """It proves something more. Raises Mistake."""
        for link in _links(values):
            self._files.link(one.id, link)
            self.said, self.touched = words.LINKED, one.id
        return ()

    def untie(self, one: EvidenceFile, link: Link) -> None:
        """It does not prove this. Raises Mistake."""
        self._files.unlink(one.id, link)
        self.said, self.touched = words.UNLINKED, one.id

    def take_back(self, one: EvidenceFile, reason: str) -> None:
        """It goes. Raises Mistake."""
        self._files.take_back(one.id, reason)
        self.said, self.touched = words.TAKEN_BACK, 0

    def open(self, one: EvidenceFile) -> Path:
        """A copy to look at. Raises Trouble."""
        return self._files.open(one.id)

    def save(self, one: EvidenceFile, path: Path) -> None:
        """A copy where somebody wants it. Raises Mistake, Trouble."""
        self._files.save_copy(one.id, path)

    def years(self) -> tuple[int, ...]:
        """Years of which a pack may be made: this one and the one before, the one that ends first in winter."""
        today = self._desk.seat.today()
        both = (today.year, today.year - 1)
        return both if today.month > 2 else both[::-1]

    def pack(self, year: int, path: Path, leave_out: bool, step: Step) -> str:
        """Make the pack of a year; what is said of it. Raises Mistake, Trouble."""
        done = EvidencePacks(self._desk.seat).make(year, path, leave_out, step)
        told = pack_words.packed(done.year, done.version, done.files, done.letters, done.digest)
        return " ".join(filter(None, (told, pack_words.left_out(done.left_out))))

    def check(self, path: Path, step: Step) -> tuple[bool, str]:
        """Whether a pack is whole and ours, and what is said of it. Raises Mistake."""
        seen = check_pack(self._desk.seat, path, step)
        members = pack_words.differs(seen.differing) if seen.differing else pack_words.CHECKED_SAME
        kept = seen.known
        known = (
            pack_words.known(kept.year, kept.version, kept.made_on, not seen.differing) if kept else pack_words.NOT_OURS
        )
        return seen.whole, f"{members} {known}"

    def _typed(self, values: Mapping[str, object]) -> tuple[str, date, bool]:
        day = read_day(self._desk.seat, str(values["on"]), "evidence-when")
        return str(values["title"]), day, bool(values["known"])


def _links(values: Mapping[str, object]) -> tuple[Link, ...]:
    kind, ref = str(values.get("kind") or ""), str(values.get("ref") or "")
    return ((kind, ref),) if kind and ref else ()
