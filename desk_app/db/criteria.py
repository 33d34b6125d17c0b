"""Sets of criteria that the office took in or wrote, and how it scored itself by them year by year."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from desk_app.db.year_rows import criteria_sets, criteria_years, evidence, evidence_links

_SET, _YEAR, _LINK = criteria_sets.c, criteria_years.c, evidence_links.c


@dataclass(frozen=True, slots=True)
class KeptSet:
    """One edition of a set; `content` is what `common.criteria.content_of` gave."""

    id: str
    edition: int
    added_on: date
    content: bytes


@dataclass(frozen=True, slots=True)
class KeptYear:
    """One version of a scored year; `confirmed_on` None while it is being scored. All versions have one `subject`;
    `body` is a JSON object."""

    set_id: str
    year: int
    version: int
    subject: str
    confirmed_on: date | None = None
    body: Mapping[str, Any] = field(default_factory=dict)


class Criteria:
    """The sets and scored years of one register, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def sets(self) -> tuple[KeptSet, ...]:
        """Every edition of every set, the newest edition of each first."""
        wanted = select(criteria_sets).order_by(_SET.id, _SET.edition.desc())
        return tuple(_set(row) for row in self._connection.execute(wanted))

    def add_set(self, one: KeptSet) -> None:
        """Keep a new edition."""
        told = {"id": one.id, "edition": one.edition, "added_on": one.added_on.isoformat(), "content": one.content}
        self._connection.execute(insert(criteria_sets), told)

    def keep_set(self, one: KeptSet) -> None:
        """Keep other content under the same edition: a draft alone may be changed."""
        mine = (_SET.id == one.id) & (_SET.edition == one.edition)
        self._connection.execute(update(criteria_sets).where(mine).values(content=one.content))

    def drop_set(self, id: str, edition: int) -> None:
        """Forget a draft."""
        self._connection.execute(delete(criteria_sets).where((_SET.id == id) & (_SET.edition == edition)))

    def years(self) -> tuple[KeptYear, ...]:
        """Every version of every scored year, the latest year and version first."""
        wanted = select(criteria_years).order_by(_YEAR.year.desc(), _YEAR.set_id, _YEAR.version.desc())
        return tuple(_year(row) for row in self._connection.execute(wanted))

    def versions(self, set_id: str, year: int) -> tuple[KeptYear, ...]:
        """Every version of one year, the newest first."""
        return tuple(one for one in self.years() if (one.set_id, one.year) == (set_id, year))

    def add_year(self, one: KeptYear) -> None:
        """Keep a new version."""
        told = {name: getattr(one, name) for name in ("set_id", "year", "version", "subject")}
        self._connection.execute(insert(criteria_years), {**told, **_changing(one)})

    def keep_year(self, one: KeptYear) -> None:
        """Keep it in the place of what was kept under its version."""
        mine = (_YEAR.set_id == one.set_id) & (_YEAR.year == one.year) & (_YEAR.version == one.version)
        self._connection.execute(update(criteria_years).where(mine).values(**_changing(one)))

    def files(self, set_id: str, year: int) -> Mapping[str, int]:
        """By criterion how many files prove it in this year (`criterion`, "SET/YEAR/CODE"), those taken back aside."""
        before = f"{set_id}/{year}/"
        wanted = (
            select(_LINK.to_ref)
            .join(evidence, evidence.c.id == _LINK.evidence_id)
            .where(_LINK.to_kind == "criterion", evidence.c.taken_back_on.is_(None))
        )
        refs = (str(ref) for ref in self._connection.scalars(wanted))
        return Counter(ref.removeprefix(before) for ref in refs if ref.startswith(before))


def _changing(one: KeptYear) -> dict[str, Any]:
    day = one.confirmed_on.isoformat() if one.confirmed_on else None
    return {"confirmed_on": day, "body": dict(one.body)}


def _set(row: Any) -> KeptSet:
    return KeptSet(row.id, row.edition, date.fromisoformat(row.added_on), row.content)


def _year(row: Any) -> KeptYear:
    day = date.fromisoformat(row.confirmed_on) if row.confirmed_on else None
    return KeptYear(row.set_id, row.year, row.version, row.subject, day, row.body)
