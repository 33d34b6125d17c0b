"""Files kept as evidence: what they are and what they prove. Their bytes lie sealed beside the register."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, LargeBinary, Select, Table, delete, insert, select, update

from desk_app.db.letter_rows import handings, numbers
from desk_app.db.rows import letters
from desk_app.db.voice_rows import surveys
from desk_app.db.year_rows import evidence, evidence_links, evidence_packs, sessions, year_log

_KEPT, _LINK, _PACK, _LETTER = evidence.c, evidence_links.c, evidence_packs.c, letters.c
Link = tuple[str, str]
"""What a file proves: kind and which one."""
_TARGETS: Mapping[str, Table] = {"letter": letters, "survey": surveys, "session": sessions}
MOST_TARGETS = 300


@dataclass(frozen=True, slots=True)
class KeptEvidence:
    """One file: `digest` SHA-256 (hex) of its bytes, `size` bytes, `body` a JSON object with title, the day it shows
    and the key that its bytes are sealed under."""

    id: int
    digest: str
    media_type: str
    size: int
    added_on: date
    taken_back_on: date | None = None
    body: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KeptPack:
    """One version of a year's pack: `digest` SHA-256 (hex) of its manifest; all versions of a year have one subject."""

    year: int
    version: int
    subject: str
    made_on: date
    digest: str
    body: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LetterFact:
    """A letter without a name: kind, number as (number, sign) or None, its day, when and how it was handed over, how
    the family took it, whether a proof is noted."""

    kind: str
    number: tuple[int, str] | None
    dated: date
    handed_on: date | None
    way: str
    reaction: str
    proof: bool


class Evidence:
    """The evidence of one register, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, kept: KeptEvidence) -> int:
        """Keep a new file, whatever its id says; its id."""
        return int(self._connection.execute(insert(evidence), _values(kept)).lastrowid)

    def keep(self, kept: KeptEvidence) -> None:
        """Keep it in the place of what was kept under its id."""
        self._connection.execute(update(evidence).where(_KEPT.id == kept.id).values(_values(kept)))

    def get(self, id: int) -> KeptEvidence | None:
        """The file of this id."""
        row = self._connection.execute(select(evidence).where(_KEPT.id == id)).first()
        return _evidence(row) if row else None

    def of_digest(self, digest: str) -> KeptEvidence | None:
        """The file with these very bytes."""
        row = self._connection.execute(select(evidence).where(_KEPT.digest == digest)).first()
        return _evidence(row) if row else None

    def all(self) -> tuple[KeptEvidence, ...]:
        """Every file, also those taken back, in the order they came."""
        return tuple(_evidence(row) for row in self._connection.execute(select(evidence).order_by(_KEPT.id)))

    def links(self) -> Mapping[int, tuple[Link, ...]]:
        """By file what it proves, in order of kind and reference."""
        found: dict[int, list[Link]] = {}
        wanted = select(evidence_links).order_by(_LINK.to_kind, _LINK.to_ref)
        for row in self._connection.execute(wanted):
            found.setdefault(row.evidence_id, []).append((row.to_kind, row.to_ref))
        return {id: tuple(links) for id, links in found.items()}

    def link(self, id: int, link: Link) -> None:
        """The file proves this as well; said twice it is one."""
        self.unlink(id, link)
        told = {"evidence_id": id, "to_kind": link[0], "to_ref": link[1]}
        self._connection.execute(insert(evidence_links), told)

    def unlink(self, id: int, link: Link) -> None:
        """The file does not prove this."""
        mine = (_LINK.evidence_id == id) & (_LINK.to_kind == link[0]) & (_LINK.to_ref == link[1])
        self._connection.execute(delete(evidence_links).where(mine))

    def target(self, link: Link) -> Mapping[str, Any] | None:
        """The row that is kept under this kind and reference, letters without their page."""
        kind, ref = link
        if not ref.isdecimal() or len(ref) > 18:
            return None
        row = self._connection.execute(_rows_of(kind).where(_table(kind).c.id == int(ref))).mappings().first()
        return dict(row) if row else None

    def targets(self, kind: str) -> tuple[Mapping[str, Any], ...]:
        """What a file may prove of this kind, the newest first, no more than MOST_TARGETS."""
        wanted = _rows_of(kind).order_by(_table(kind).c.id.desc()).limit(MOST_TARGETS)
        rows = self._connection.execute(wanted).mappings()
        return tuple(dict(row) for row in rows if not row.get("taken_back_on"))

    def letters(self, year: int) -> tuple[LetterFact, ...]:
        """The letters that stand and are dated in the year or were handed over in it, by day."""
        first, last = f"{year}-01-01", f"{year}-12-31"
        own = [_LETTER.id, _LETTER.kind, _LETTER.dated, _LETTER.delivered_on, _LETTER.way, _LETTER.reaction]
        found = select(*own, numbers.c.number, numbers.c.sign, handings.c.evidence).select_from(
            letters.outerjoin(numbers).outerjoin(handings)
        )
        within = _LETTER.dated.between(first, last) | _LETTER.delivered_on.between(first, last)
        wanted = found.where(within, _LETTER.state != "void").order_by(_LETTER.dated, _LETTER.id)
        return tuple(_letter(row) for row in self._connection.execute(wanted))

    def add_pack(self, pack: KeptPack) -> None:
        """Keep one more version of a year's pack."""
        told = {name: getattr(pack, name) for name in ("year", "version", "subject", "digest")}
        rest = {"made_on": pack.made_on.isoformat(), "body": dict(pack.body)}
        self._connection.execute(insert(evidence_packs), {**told, **rest})

    def packs(self, year: int | None = None) -> tuple[KeptPack, ...]:
        """The packs of a year or of all, the newest first."""
        wanted = select(evidence_packs).order_by(_PACK.year.desc(), _PACK.version.desc())
        if year is not None:
            wanted = wanted.where(_PACK.year == year)
        return tuple(_pack(row) for row in self._connection.execute(wanted))


def _table(kind: str) -> Table:
    return _TARGETS.get(kind, year_log)


def _rows_of(kind: str) -> Select[Any]:
    wanted = select(*(column for column in _table(kind).c if not isinstance(column.type, LargeBinary)))
    return wanted.where(year_log.c.kind == kind) if kind not in _TARGETS else wanted


def _values(kept: KeptEvidence) -> dict[str, Any]:
    told = {name: getattr(kept, name) for name in ("digest", "media_type", "size")}
    gone = kept.taken_back_on.isoformat() if kept.taken_back_on else None
    return {**told, "added_on": kept.added_on.isoformat(), "taken_back_on": gone, "body": dict(kept.body)}


def _evidence(row: Any) -> KeptEvidence:
    gone = date.fromisoformat(row.taken_back_on) if row.taken_back_on else None
    named = (row.id, row.digest, row.media_type, row.size)
    return KeptEvidence(*named, date.fromisoformat(row.added_on), gone, row.body)


def _letter(row: Any) -> LetterFact:
    number = None if row.number is None else (int(row.number), str(row.sign))
    handed = date.fromisoformat(row.delivered_on) if row.delivered_on else None
    dated = date.fromisoformat(row.dated)
    return LetterFact(row.kind, number, dated, handed, row.way, row.reaction, bool(row.evidence))


def _pack(row: Any) -> KeptPack:
    return KeptPack(row.year, row.version, row.subject, date.fromisoformat(row.made_on), row.digest, row.body)
