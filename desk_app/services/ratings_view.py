"""What citizens said: counts with their n, comments without a score, and who waits for a call."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from common.counts import LETTERS, Answers, Fact
from common.periods import NotAPeriod, Period
from common.scales import Spread, together
from common.voice_counts import FollowUps, follow_ups, follow_ups_of
from desk_app.db.ratings import Message, Pool
from desk_app.services.calls import CallBacks
from desk_app.services.seat import Seat

SMALLEST = 5
"""Under this many answers nothing but their number is told."""
SIDE_BY_SIDE = 4
"""Quarters that are compared: this one and three before."""
REPORT_QUARTERS = "quy-14"
"""The calendar of the report quarters (15/09 to 14/12) that are offered first."""
_AT_DESK = ("counter", "slip", "phone")


@dataclass(frozen=True, slots=True)
class KindShare:
    """Answers to letters of these kinds, in groups that are large enough to be told."""

    kinds: tuple[str, ...]
    n: int
    content: int


@dataclass(frozen=True, slots=True)
class LetterWay:
    """Letters with a code of one kind: prepared and handed over in the period. `answered`: answers that came under
    this kind alone; a pooled row has several `kinds` and answers only."""

    kinds: tuple[str, ...]
    prepared: int = 0
    handed: int = 0
    answered: int = 0


@dataclass(frozen=True, slots=True)
class Quarter:
    """How many answers were told in a quarter, and how many of them are satisfied or better."""

    period: Period
    n: int
    content: int

    @property
    def enough(self) -> bool:
        """Whether a share may be shown."""
        return self.n >= SMALLEST


@dataclass(frozen=True, slots=True)
class Comment:
    """Words out of a batch, joined to no score; `on` is the day from which its answers could be told."""

    on: date
    text: str


@dataclass(frozen=True, slots=True)
class DeskWord:
    """Words taken down at the desk (`channel` counter, slip or phone), told apart from their score as well."""

    on: date
    channel: str
    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """A message or a call-back request; `called` when somebody has rung."""

    id: str
    on: date
    phone: str
    text: str
    called: bool


@dataclass(frozen=True, slots=True)
class Voices:
    """The ratings page of one period."""

    period: Period
    handed: int
    """Letters with a code handed over in the period."""
    answers: Answers
    content: int
    kinds: tuple[KindShare, ...]
    reasons: Mapping[str, int]
    at_desk: Mapping[str, int]
    """Answers taken at the desk by channel: shown apart, in no share."""
    comments: tuple[Comment, ...]
    notes: tuple[Note, ...]
    desk_words: tuple[DeskWord, ...] = ()
    ways: tuple[LetterWay, ...] = ()
    """Prepared, handed over and answered, by kind of letter."""
    by_channel: Mapping[str, int] = field(default_factory=dict)
    """The answers to letters by the way they came: qr, code."""
    quarters: tuple[Quarter, ...] = ()
    """This quarter first and the three before it, of the same calendar as the period."""
    follow_ups: FollowUps = field(default_factory=lambda: follow_ups_of({}))
    """What was taken on and done in the period."""
    waiting: int = 0
    """Answers that came in the period and are told once more join them: under five in a batch."""
    mixed: bool = False
    """Whether some were asked on three levels and some on five: they stand together on three."""

    @property
    def enough(self) -> bool:
        """Whether a distribution or a share may be shown."""
        return self.answers.n >= SMALLEST

    @property
    def calls(self) -> tuple[Note, ...]:
        """Those who asked to be called back."""
        return tuple(note for note in self.notes if note.phone)


def rating_periods(today: date) -> tuple[str, ...]:
    """The periods offered: this quarter, the one before, this year, last year."""
    quarter = (today.month - 1) // 3 + 1
    before = (today.year, quarter - 1) if quarter > 1 else (today.year - 1, 4)
    return (f"{today.year}-Q{quarter}", f"{before[0]}-Q{before[1]}", f"{today.year}", f"{today.year - 1}")


def periods_on_offer(seat: Seat) -> tuple[Period, ...]:
    """What the page offers: the report quarter that runs and the one before it, four calendar quarters, two years."""
    today = seat.today()
    calendar = seat.calendars().get(REPORT_QUARTERS)
    running = (
        next((one.period for one in calendar.running(today) if "-Q" in one.period.name), None) if calendar else None
    )
    year, quarter = today.year, (today.month - 1) // 3 + 1
    usual = (*(_quarter_before(year, quarter, back) for back in range(SIDE_BY_SIDE)), f"{year}", f"{year - 1}")
    names = [*(_quarters_until(running, today)[:2] if running else ()), *usual]
    return tuple(found for name in names if (found := _read(seat, name)) is not None)


def voices(seat: Seat, name: str) -> Voices:
    """What was said in a period (`2026-Q4`, `2026-Q4@quy-14`); messages and call-backs are those of all time, the
    newest first."""
    seat.may("read")
    period = seat.calendars().read_period(name)
    with seat.reading() as reading:
        every, batches = reading.ratings.pools(), reading.ratings.batches()
        answers = reading.ratings.answers(period)
        messages = reading.ratings.messages()
        waiting = {message.message_id for message in CallBacks.waiting(reading)}
        prepared, handed = _letters(reading.journal.facts_about(period), period)
        done = follow_ups(reading.journal.facts("follow-up-opened", "follow-up-done"))
        taken = reading.ratings.desk_answers(period)
    pools = tuple(pool for pool in every if period.contains(pool.on))
    told = {batch.batch_id for pool in every for batch in pool.batches}
    shares = _shares(pools)
    return Voices(
        period=period,
        handed=handed.total(),
        answers=answers,
        content=Spread(answers.scale or 3, answers.by_score).content,
        kinds=shares,
        reasons=_reasons(pools),
        at_desk={channel: n for channel, n in answers.by_channel.items() if channel in _AT_DESK},
        comments=tuple(_comments(pools)),
        notes=tuple(_note(message, waiting) for message in reversed(messages)),
        desk_words=tuple(DeskWord(one.on, one.channel, one.comment) for one in reversed(taken) if one.comment),
        ways=_ways(prepared, handed, shares),
        by_channel={channel: n for channel, n in answers.by_channel.items() if channel not in _AT_DESK},
        quarters=_side_by_side(seat, period, every),
        follow_ups=_within(done, period),
        mixed=len({batch.spread.scale for pool in pools for batch in pool.batches}) > 1,
        waiting=sum(one.n for one in batches if one.batch_id not in told and period.contains(one.on)),
    )


def _within(done: Mapping[tuple[str, str], int], period: Period) -> FollowUps:
    figures: Counter[str] = Counter()
    for (day, name), n in done.items():
        if period.contains(date.fromisoformat(day)):
            figures[name] += n
    return follow_ups_of(figures)


def tasks_of(seat: Seat, period: Period) -> FollowUps:
    """What was taken on and done in the period."""
    with seat.reading() as reading:
        done = follow_ups(reading.journal.facts("follow-up-opened", "follow-up-done"))
    return _within(done, period)


def _quarter_before(year: int, quarter: int, back: int) -> str:
    year, place = divmod(year * 4 + quarter - 1 - back, 4)
    return f"{year:04}-Q{place + 1}"


def _quarters_until(period: Period, today: date) -> list[str]:
    """This quarter and those before it, of the same calendar; of a year those up to its last or today's."""
    named, at, calendar = period.name.partition("@")
    year, _, part = named.partition("-Q")
    last = min(period.last, today)
    whole = (int(year), int(part)) if part else (last.year, (last.month - 1) // 3 + 1)
    return [_quarter_before(*whole, back) + at + calendar for back in range(SIDE_BY_SIDE)]


def _read(seat: Seat, name: str) -> Period | None:
    """Nothing for a quarter in which the programme did not ask yet."""
    try:
        return seat.calendars().read_period(name)
    except NotAPeriod:
        return None


def _side_by_side(seat: Seat, period: Period, pools: Sequence[Pool]) -> tuple[Quarter, ...]:
    found = (_read(seat, name) for name in _quarters_until(period, seat.today()))
    return tuple(_quarter(one, pools) for one in found if one is not None and one.first <= seat.today())


def _quarter(period: Period, pools: Iterable[Pool]) -> Quarter:
    spread = together(pool.spread for pool in pools if period.contains(pool.on))
    return Quarter(period, spread.n, spread.content)


def _comments(pools: Sequence[Pool]) -> Iterator[Comment]:
    for pool in reversed(pools):
        for batch in reversed(pool.batches):
            yield from (Comment(pool.on, text) for text in batch.rest["comments"])


def _note(message: Message, waiting: Collection[str]) -> Note:
    phone, text = (str(message.body.get(name, "")) for name in ("phone", "text"))
    return Note(message.message_id, message.on, phone, text, bool(phone) and message.message_id not in waiting)


def _letters(facts: Iterable[Fact], period: Period) -> tuple[Counter[str], Counter[str]]:
    """Letters with a code by kind: prepared in the period, and held by a family since a day in it; answers to one that
    was taken back count nowhere, so neither does it."""
    made: dict[str, Fact] = {}
    covers: dict[str, int] = {}
    first: dict[str, date] = {}
    for fact in facts:
        if fact.kind == "letter-prepared" and "serial" in fact.figures:
            made[fact.subject], covers[fact.subject] = fact, fact.figures["covers"]
        elif fact.kind == "letter-voided" and fact.subject in covers:
            covers[fact.subject] -= fact.figures["covers"]
        elif "returned_on" in fact.figures:
            first.pop(fact.subject, None)
        elif fact.kind == "letter-delivered" and fact.subject in covers:
            first.setdefault(fact.subject, date.fromisoformat(fact.figures["delivered_on"]))
    standing = {subject: fact for subject, fact in made.items() if covers[subject] > 0}
    prepared = Counter(fact.figures["letter"] for fact in standing.values() if period.contains(fact.on))
    held = (fact for subject, fact in standing.items() if subject in first and period.contains(first[subject]))
    return prepared, Counter(fact.figures["letter"] for fact in held)


def _ways(prepared: Counter[str], handed: Counter[str], shares: Iterable[KindShare]) -> tuple[LetterWay, ...]:
    answered = {share.kinds: share.n for share in shares}
    alone = {kinds[0] for kinds in answered if len(kinds) == 1}
    kinds = [kind for kind in LETTERS if kind in {*prepared, *handed, *alone}]
    own = [LetterWay((kind,), prepared[kind], handed[kind], answered.get((kind,), 0)) for kind in kinds]
    return (*own, *(LetterWay(kinds, answered=n) for kinds, n in answered.items() if len(kinds) > 1))


def _shares(pools: Iterable[Pool]) -> tuple[KindShare, ...]:
    """Groups by letter kind, whole pools each, so that subtracting gives nothing away."""
    groups: dict[tuple[str, ...], KindShare] = {}
    for pool in pools:
        held, spread = groups.get(pool.kinds, KindShare(pool.kinds, 0, 0)), pool.spread
        groups[pool.kinds] = KindShare(pool.kinds, held.n + spread.n, held.content + spread.content)
    found = sorted(groups.values(), key=lambda group: group.n, reverse=True)
    return tuple(group for group in found if group.n >= SMALLEST)


def _reasons(pools: Iterable[Pool]) -> dict[str, int]:
    told: Counter[str] = Counter()
    for pool in pools:
        for batch in pool.batches:
            told.update(batch.rest["reasons"])
    return dict(told.most_common())
