"""Bộ tiêu chí: the office scores itself, its leader confirms, the province's score stands beside it, year by year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from common.criteria import CriteriaSet, Level
from common.criteria_year import Score, ScoredYear, content_of, digest_of
from common.names import tidy
from desk_app.db.criteria import KeptYear
from desk_app.db.register import Work
from desk_app.services.criteria_editing import Editing
from desk_app.services.criteria_sets import own_sets, packed_sets, set_named
from desk_app.services.criteria_sheet import Province, Sheet, sheet_of
from desk_app.services.criteria_typed import LONGEST, Problems, Typed, read_province, read_score
from desk_app.services.lines import act_entry, local_entry
from desk_app.services.office import office_on, own_unit, read_letterhead
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake

__all__ = ["Confirmed", "Criteria", "Listed", "YearRow"]


@dataclass(frozen=True, slots=True)
class Listed:
    """One edition of a set, how it stands (example, draft, in-force), and the years that were scored by it."""

    criteria: CriteriaSet
    state: str
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A year as its leader confirmed it."""

    year: int
    version: int
    digest: str
    points: int
    most: int


@dataclass(frozen=True, slots=True)
class YearRow:
    """One year beside others, by its newest version; `province` what the level above gave of the same most."""

    set_id: str
    year: int
    version: int
    confirmed_on: date | None
    points: int
    most: int
    level: Level | None
    province: int | None


@dataclass(frozen=True, slots=True)
class Criteria:
    """The criteria of one desk. What a clerk can mend comes back as problems, everything else is a Mistake."""

    seat: Seat

    @property
    def editing(self) -> Editing:
        """Sets being written or taken in."""
        return Editing(self.seat)

    # ---- looking

    def sets(self) -> tuple[Listed, ...]:
        """Every set: the office's own, the last added first, then those of the program."""
        self.seat.may("read")
        with self.seat.reading() as reading:
            years = reading.criteria.years()
            every = (*reversed(own_sets(reading)), *packed_sets())
        scored = {(kept.set_id, kept.body["edition"], kept.year) for kept in years}
        return tuple(
            Listed(one, _state(one), tuple(sorted(year for id, n, year in scored if (id, n) == (one.id, one.edition))))
            for one in every
        )

    def one(self, mark: str) -> CriteriaSet:
        """A set by its mark or id. Raises Mistake("no-such-criteria")."""
        self.seat.may("read")
        with self.seat.reading() as reading:
            return set_named(reading, mark)

    def year(self, year: int, mark: str = "") -> Sheet:
        """A year with what the register says of it. Raises Mistake("no-such-criteria", "criteria-year")."""
        self.seat.may("read")
        with self.seat.reading() as reading:
            return sheet_of(self.seat, reading, year, mark)

    def years(self) -> tuple[YearRow, ...]:
        """Every year that was scored, the latest first."""
        self.seat.may("read")
        rows, seen = [], set()
        with self.seat.reading() as reading:
            for kept in reading.criteria.years():
                if (kept.set_id, kept.year) not in seen:
                    seen.add((kept.set_id, kept.year))
                    rows.append(_year_row(kept, sheet_of(self.seat, reading, kept.year, kept.set_id)))
        return tuple(rows)

    # ---- scoring

    def score(self, year: int, code: str, values: Mapping[str, object], mark: str = "") -> Problems:
        """Points of one criterion with the reason (`points`, `reason`); points "" go back to what is proposed.

        Raises Mistake("no-such-criterion", "criteria-confirmed", …)."""
        self.seat.may("score")
        with self.seat.work() as work:
            sheet = sheet_of(self.seat, work, year, mark)
            row = sheet.get(code)
            if row is None:
                raise Mistake("no-such-criterion", {"criterion": code})
            kept, read = self._open(work, sheet), read_score(values, row)
            if not isinstance(read, Typed):
                return read
            typed = {other: score for other, score in kept.body["typed"].items() if other != code}
            if read.points is not None:
                typed[code] = {"points": read.points, "reason": read.reason}
            work.criteria.keep_year(replace(kept, body={**kept.body, "typed": typed}))
            work.commit()
        return ()

    def province(self, year: int, values: Mapping[str, object], mark: str = "") -> Problems:
        """What the level above decided: `number`, `on`, `total` ("" for the sum), and `points` by criterion's code, of
        which only those named change. It stands beside the office's own score and changes none of it."""
        self.seat.may("score")
        with self.seat.work() as work:
            sheet = sheet_of(self.seat, work, year, mark)
            read = read_province(values, sheet, self.seat.today())
            if not isinstance(read, Province):
                return read
            kept = self._newest(work, sheet)
            told = {"number": read.number, "on": read.on.isoformat(), "total": read.total, "points": dict(read.points)}
            work.criteria.keep_year(replace(kept, body={**kept.body, "province": told}))
            work.commit()
        return ()

    def confirm(self, year: int, mark: str = "") -> Confirmed:
        """The leader confirms: the year is frozen with its set, figures and reasons, and one line tells its points.

        Raises Mistake: criteria-confirmed, criteria-unscored, criteria-unreasoned."""
        self.seat.may("confirm")
        with self.seat.work() as work:
            sheet = sheet_of(self.seat, work, year, mark)
            kept = self._open(work, sheet)
            for code in ("criteria-unscored", "criteria-unreasoned"):
                if missing := sheet.lacking(code):
                    raise Mistake(code, {"count": str(len(missing)), "codes": ", ".join(missing[:4])})
            scored = self._scored(work, sheet, kept)
            content = content_of(scored)
            digest = digest_of(content)
            body = {**kept.body, "content": content.decode(), "digest": digest, "by": self.seat.user}
            work.criteria.keep_year(replace(kept, confirmed_on=self.seat.today(), body=body))
            figures = {
                **{"set": scored.criteria.id, "edition": scored.criteria.edition, "year": year, "digest": digest},
                **{"points": scored.points, "most": scored.criteria.most},
            }
            entry = act_entry(self.seat, "criteria-scored", kept.subject, figures, {})
            work.journal.append(replace(entry, version=kept.version))
            work.commit()
        return Confirmed(year, kept.version, digest, scored.points, scored.criteria.most)

    def reopen(self, year: int, reason: str, mark: str = "") -> int:
        """Begin the next version of a confirmed year, and give its number; the version before stays as it is.

        Raises Mistake: criteria-open, criteria-reopen-reason."""
        self.seat.may("confirm")
        reason = tidy(reason)
        if not 0 < len(reason) <= LONGEST:
            raise Mistake("criteria-reopen-reason")
        with self.seat.work() as work:
            sheet = sheet_of(self.seat, work, year, mark)
            if sheet.confirmed_on is None:
                raise Mistake("criteria-open", {"year": str(year)})
            kept = self._newest(work, sheet)
            body = {name: kept.body[name] for name in ("edition", "typed", "province") if name in kept.body}
            version = kept.version + 1
            told = replace(kept, version=version, confirmed_on=None, body={**body, "reason": reason})
            work.criteria.add_year(told)
            work.journal.append(local_entry(self.seat, "criteria-reopened", str(year)))
            work.commit()
        return version

    def _newest(self, work: Work, sheet: Sheet) -> KeptYear:
        """The newest version, begun now where nothing was typed yet."""
        held = work.criteria.versions(sheet.criteria.id, sheet.year)
        if held:
            return held[0]
        body = {"edition": sheet.criteria.edition, "typed": {}}
        begun = KeptYear(sheet.criteria.id, sheet.year, 1, self.seat.subject(), None, body)
        work.criteria.add_year(begun)
        return begun

    def _open(self, work: Work, sheet: Sheet) -> KeptYear:
        if sheet.confirmed_on is not None:
            raise Mistake("criteria-confirmed", {"year": str(sheet.year), "day": f"{sheet.confirmed_on:%d/%m/%Y}"})
        return self._newest(work, sheet)

    def _scored(self, work: Work, sheet: Sheet, kept: KeptYear) -> ScoredYear:
        today, head = self.seat.today(), read_letterhead(work.office)
        return ScoredYear(
            unit=own_unit(head, self.seat.units, today).code,
            office=office_on(head, self.seat.units, today).unit_name,
            year=sheet.year,
            first=sheet.period.first,
            last=sheet.period.last,
            as_of=sheet.as_of,
            version=kept.version,
            criteria=sheet.criteria,
            scores=tuple(
                Score(row.criterion.code, row.points or 0, row.reason, row.proposed, row.value, row.evidence)
                for row in sheet.rows
            ),
            confirmed_on=today,
            reason=sheet.reason,
        )


def _state(one: CriteriaSet) -> str:
    return "example" if one.example else "draft" if one.draft else "in-force"


def _year_row(kept: KeptYear, sheet: Sheet) -> YearRow:
    given, most = sheet.province, sheet.criteria.most
    told = (sheet.points, most, sheet.level, given.sum if given else None)
    return YearRow(kept.set_id, kept.year, kept.version, kept.confirmed_on, *told)
