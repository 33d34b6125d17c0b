"""Which answers of an office leave together: groups in which nobody can be told apart, now or by what leaves later.

Every answer leaves in one group and no group is ever told in parts, so sums and differences of groups are made of
whole groups. docs/adr/0023 tells what was thought of.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from common.scales import CONTENT, as_three
from district.store.ballot_box import KeptAnswer

SMALLEST_GROUP = 5
QUARTER_END_GROUP = 3
REASON_GROUP = 3
"""So many answers of one side, satisfied or not, are there before the reasons of that side are told."""

Group = Sequence[KeptAnswer]
Reasons = Mapping[str, Mapping[str, int]]
"""By side (`low`, `high`): how often each reason was given; under "" by how many answers of that side."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many make a group for this office today. Answers of `old_until` (ISO day) and before may have left already,
    in a time that this office lost: they go along with others and count for no size."""

    smallest: int
    today: date
    old_until: str = ""

    def enough(self, group: Group, least: int = 0) -> bool:
        """Whether these are a group."""
        return sum(answer.answered_on > self.old_until for answer in group) >= (least or self.smallest)

    def quarter_over(self, answer: KeptAnswer) -> bool:
        """Whether the answer was given in a quarter that has ended."""
        return _quarter(date.fromisoformat(answer.answered_on)) < _quarter(self.today)


def groups(ready: Group, sizes: Sizes) -> tuple[Group, ...]:
    """The groups that may leave now; whoever is in none waits."""
    if sizes.enough(ready):
        return _by_scale(ready, sizes)
    # Few answers must not wait for ever: what an ended quarter left may go in a smaller group, unless the office
    # was promised more than the usual five.
    left_over = [answer for answer in ready if sizes.quarter_over(answer)]
    if sizes.smallest <= SMALLEST_GROUP and sizes.enough(left_over, QUARTER_END_GROUP):
        return (left_over,)
    return ()


def scale_of(group: Group) -> int:
    """On how many levels a group is told: its own scale, of several scales three."""
    scales = {answer.scale for answer in group}
    return scales.pop() if len(scales) == 1 else 3


def on_scale(group: Group, scale: int) -> Mapping[str, int]:
    """How some answers of a group divide, on the scale on which the whole group is told."""
    return tally(str(a.score) if a.scale == scale else as_three(str(a.score), a.scale) for a in group)


def tally(codes: Iterable[str]) -> Mapping[str, int]:
    """How often each is there."""
    return dict(sorted(Counter(codes).items()))


def reasons_of(group: Group, waiting: Reasons) -> tuple[Mapping[str, int], Reasons]:
    """The reasons that may be told with this group, and those that wait on. What is told comes from enough answers of
    a side, of this group and of those before: so no reason belongs to one answer, nor to the score of one."""
    told: dict[str, int] = {}
    later: dict[str, Mapping[str, int]] = {}
    for side, counts in _sides(group, waiting).items():
        if counts[""] < REASON_GROUP:
            later[side] = counts
            continue
        for reason in counts.keys() - {""}:
            told[reason] = told.get(reason, 0) + counts[reason]
    return dict(sorted(told.items())), later


def _by_scale(ready: Group, sizes: Sizes) -> tuple[Group, ...]:
    """A scale with too few answers waits for more, unless a quarter ended over it: then all go together."""
    parts = _parts(ready, lambda answer: answer.scale)
    small = [part for part in parts if not sizes.enough(part)]
    overdue = any(sizes.quarter_over(answer) for part in small for answer in part)
    if small and (overdue or len(small) == len(parts)):
        return _by_kind(ready, sizes)
    return tuple(group for part in parts if part not in small for group in _by_kind(part, sizes))


def _by_kind(group: Group, sizes: Sizes) -> tuple[Group, ...]:
    kinds = _parts(group, lambda answer: answer.kind)
    return kinds if all(map(sizes.enough, kinds)) else (group,)


def _parts(group: Group, by: Callable[[KeptAnswer], Hashable]) -> tuple[Group, ...]:
    found: dict[Hashable, list[KeptAnswer]] = {}
    for answer in group:
        found.setdefault(by(answer), []).append(answer)
    return tuple(found[key] for key in sorted(found, key=str))


def _sides(group: Group, waiting: Reasons) -> dict[str, dict[str, int]]:
    sides = {side: dict(counts) for side, counts in waiting.items()}
    for answer in group:
        counts = sides.setdefault("high" if str(answer.score) in CONTENT[answer.scale] else "low", {"": 0})
        for reason in ("", *answer.reasons):
            counts[reason] = counts.get(reason, 0) + 1
    return sides


def _quarter(day: date) -> tuple[int, int]:
    return day.year, (day.month - 1) // 3
