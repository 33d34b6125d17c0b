"""Sets of criteria being written: always a draft of a new edition, never one in use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from common.criteria import CriteriaSet, Criterion, Group, check, content_of
from common.names import fold, tidy
from common.words import criteria as words
from desk_app.db.criteria import KeptSet, KeptYear
from desk_app.db.register import Work
from desk_app.domain.problems import Problem
from desk_app.services.criteria_import import Taken, read_table
from desk_app.services.criteria_sets import draft_named, own_sets, packed_sets, set_named
from desk_app.services.criteria_typed import Problems, read_criterion, read_head, texts
from desk_app.services.lines import local_entry
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake

OWN = "bo-tieu-chi"
"""The id of an office's own set: one that is named otherwise came from a file."""


@dataclass(frozen=True, slots=True)
class Editing:
    """Writing sets. Each act keeps a draft that may be incomplete; what keeps it from use is told by `put_in_force`."""

    seat: Seat

    def begin(self, mark: str) -> CriteriaSet:
        """A draft of the next edition of a set; of the example one under the office's own id.

        Raises Mistake("no-such-criteria", "criteria-draft-there")."""
        self.seat.may("score")
        with self.seat.work() as work:
            one = set_named(work, mark)
            draft = replace(one, id=OWN if one.example else one.id, example=False, draft=True)
            if one.example:
                draft = replace(draft, first_day=self.seat.today().replace(month=1, day=1))
            draft = self._added(work, draft)
            work.commit()
        return draft

    def keep_new(self, taken: CriteriaSet) -> CriteriaSet:
        """A draft out of what was taken in, as the next edition of its id. Raises Mistake("criteria-draft-there")."""
        self.seat.may("score")
        with self.seat.work() as work:
            draft = self._added(work, replace(taken, draft=True, example=False))
            work.commit()
        return draft

    def take_in_xlsx(self, path: Path) -> Taken:
        """What a spreadsheet holds, row by row, before anything is kept. Raises Mistake: criteria-file,
        criteria-no-table, file-unreadable, file-too-large."""
        self.seat.may("score")
        with self.seat.reading() as reading:
            mine = [one for one in own_sets(reading) if not one.draft]
        return read_table(path, (mine or list(packed_sets()))[-1], self.seat.today())

    def take(self, taken: Taken) -> CriteriaSet:
        """Agree to what was read: a draft. Raises Mistake("criteria-rows", "criteria-draft-there")."""
        wrong = [row for row in taken.rows if row.wrong]
        if wrong or taken.criteria is None:
            first = wrong[0].row if wrong else 0
            raise Mistake("criteria-rows", {"count": str(len(wrong)), "row": str(first)})
        return self.keep_new(taken.criteria)

    def describe(self, mark: str, values: Mapping[str, object]) -> Problems:
        """Name, source, days, calendar, levels."""
        return self._change(mark, lambda one: read_head(values, one, self.seat.calendars()))

    def add(self, mark: str, values: Mapping[str, object]) -> Problems:
        """One more criterion at the end of its group (`group`: its code, or the name of a new one)."""

        def change(one: CriteriaSet) -> CriteriaSet | Problems:
            read = read_criterion(values)
            if not isinstance(read, Criterion):
                return read
            group = texts(values)("group")
            if not group:
                return (Problem("group", "criteria-group", "error"),)
            if one.get(read.code):
                return (Problem("code", "criteria-twice", "error"),)
            return _with(one, group, read)

        return self._change(mark, change)

    def change(self, mark: str, code: str, values: Mapping[str, object]) -> Problems:
        """Another wording, other points, another code; what is not named stays. Raises Mistake("no-such-criterion")."""

        def change(one: CriteriaSet) -> CriteriaSet | Problems:
            held = _named(one, code)
            read = read_criterion({**told(held), **values})
            if not isinstance(read, Criterion):
                return read
            if read.code != code and one.get(read.code):
                return (Problem("code", "criteria-twice", "error"),)
            return _each(one, lambda each: (read,) if each.code == code else (each,))

        return self._change(mark, change)

    def remove(self, mark: str, code: str) -> None:
        """Take a criterion out; a group without any goes too. Raises Mistake("no-such-criterion")."""

        def change(one: CriteriaSet) -> CriteriaSet:
            _named(one, code)
            left = _each(one, lambda each: () if each.code == code else (each,))
            return replace(left, groups=tuple(group for group in left.groups if group.criteria))

        self._change(mark, change)

    def move(self, mark: str, code: str, step: int) -> None:
        """One place up (-1) or down (1), over the edge of its group into the next one."""
        self._change(mark, lambda one: _moved(one, _named(one, code), step))

    def drop(self, mark: str) -> None:
        """Forget a draft. Raises Mistake("criteria-in-use")."""
        self.seat.may("score")
        with self.seat.work() as work:
            one = draft_named(work, mark)
            work.criteria.drop_set(one.id, one.edition)
            work.commit()

    def put_in_force(self, mark: str) -> CriteriaSet:
        """From now on this edition is used and changed no more; a year of the same set that is still being scored goes
        over to it with the scores of criteria that stayed as they were. Raises Mistake("criteria-not-ready")."""
        self.seat.may("confirm")
        with self.seat.work() as work:
            one = replace(draft_named(work, mark), draft=False)
            if findings := check(one):
                first = findings[0]
                named = {"place": words.place(first.place), "why": words.finding(first.code)}
                raise Mistake("criteria-not-ready", {"count": str(len(findings)), **named})
            work.criteria.keep_set(KeptSet(one.id, one.edition, self.seat.today(), content_of(one)))
            for kept in work.criteria.years():
                if kept.set_id == one.id and kept.confirmed_on is None:
                    work.criteria.keep_year(_gone_over(kept, set_named(work, f"{one.id}/{kept.body['edition']}"), one))
            work.journal.append(local_entry(self.seat, "criteria-in-force", one.mark))
            work.commit()
        return one

    def _change(self, mark: str, change: Callable[[CriteriaSet], CriteriaSet | Problems]) -> Problems:
        self.seat.may("score")
        with self.seat.work() as work:
            one = draft_named(work, mark)
            changed = change(one)
            if not isinstance(changed, CriteriaSet):
                return changed
            work.criteria.keep_set(KeptSet(one.id, one.edition, self.seat.today(), content_of(changed)))
            work.commit()
        return ()

    def _added(self, work: Work, one: CriteriaSet) -> CriteriaSet:
        mine = [other for other in (*packed_sets(), *own_sets(work)) if other.id == one.id]
        if any(other.draft for other in mine):
            raise Mistake("criteria-draft-there", {"name": one.name})
        draft = replace(one, edition=1 + max((other.edition for other in mine), default=0))
        work.criteria.add_set(KeptSet(draft.id, draft.edition, self.seat.today(), content_of(draft)))
        return draft


def told(one: Criterion) -> dict[str, str]:
    """A criterion as it would be typed."""
    return {
        **{name: str(getattr(one, name)) for name in ("code", "text", "evidence", "rule", "fed")},
        **{"most": words.points(one.most).replace(".", ""), "bands": words.bands_text(one.bands)},
    }


def _named(one: CriteriaSet, code: str) -> Criterion:
    found = one.get(code)
    if found is None:
        raise Mistake("no-such-criterion", {"criterion": code})
    return found


def _with(one: CriteriaSet, group: str, criterion: Criterion) -> CriteriaSet:
    at = next((i for i, each in enumerate(one.groups) if group == each.code or fold(group) == fold(each.name)), None)
    if at is None:
        code = next(str(n) for n in range(1, 1000) if all(str(n) != each.code for each in one.groups))
        return replace(one, groups=(*one.groups, Group(code, tidy(group), (criterion,))))
    held = one.groups[at]
    changed = replace(held, criteria=(*held.criteria, criterion))
    return replace(one, groups=(*one.groups[:at], changed, *one.groups[at + 1 :]))


def _each(one: CriteriaSet, change: Callable[[Criterion], tuple[Criterion, ...]]) -> CriteriaSet:
    groups = (
        replace(group, criteria=tuple(new for held in group.criteria for new in change(held))) for group in one.groups
    )
    return replace(one, groups=tuple(groups))


def _moved(one: CriteriaSet, criterion: Criterion, step: int) -> CriteriaSet:
    lists = [list(group.criteria) for group in one.groups]
    at = next(i for i, each in enumerate(lists) if criterion in each)
    place = lists[at].index(criterion)
    lists[at].pop(place)
    if 0 <= place + step <= len(lists[at]):
        lists[at].insert(place + step, criterion)
    elif 0 <= at + step < len(lists):
        lists[at + step].insert(0 if step > 0 else len(lists[at + step]), criterion)
    else:
        lists[at].insert(place, criterion)
    groups = (replace(group, criteria=tuple(each)) for group, each in zip(one.groups, lists, strict=True))
    return replace(one, groups=tuple(groups))


def _gone_over(kept: KeptYear, before: CriteriaSet, one: CriteriaSet) -> KeptYear:
    """A year that is being scored, by another edition."""

    def same(code: str) -> bool:
        held, new = before.get(code), one.get(code)
        return held is not None and new is not None and (held.text, held.most) == (new.text, new.most)

    typed = {code: score for code, score in kept.body.get("typed", {}).items() if same(code)}
    return replace(kept, body={**kept.body, "edition": one.edition, "typed": typed})
