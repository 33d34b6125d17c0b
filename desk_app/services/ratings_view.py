"""What citizens said: counts with their n, comments without a score, and who waits for a call."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from common.counts import Answers, Fact
from common.periods import Period, read_period
from desk_app.db.ratings import Batch, Message
from desk_app.services.calls import CallBacks
from desk_app.services.seat import Seat

SMALLEST = 5
"""Under this many answers nothing but their number is told."""

CONTENT = {"3": ("2", "3"), "5": ("4", "5")}


@dataclass(frozen=True, slots=True)
class KindShare:
    """Answers to letters of these kinds, pooled until each group is large enough."""

    kinds: tuple[str, ...]
    n: int
    content: int


@dataclass(frozen=True, slots=True)
class Comment:
    """Words out of a batch, joined to no score; `on` is the day the batch was formed."""

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


def voices(seat: Seat, name: str) -> Voices:
    """What was said in a period (`2026-Q4`); messages and call-backs are those of all time, the newest first."""
    seat.may("read")
    period = read_period(name)
    with seat.reading() as reading:
        batches = tuple(batch for batch in reading.ratings.batches() if period.contains(batch.on))
        answers = reading.ratings.answers(period)
        messages = reading.ratings.messages()
        waiting = {message.message_id for message in CallBacks.waiting(reading)}
        handed = _handed(reading.journal.facts_about(period), period)
        taken = reading.ratings.desk_answers(period)
    at_desk = {channel: n for channel, n in answers.by_channel.items() if channel in ("counter", "slip", "phone")}
    return Voices(
        period=period,
        handed=handed,
        answers=answers,
        content=_content(answers.by_score),
        kinds=_shares(batches),
        reasons=_reasons(batches),
        at_desk=at_desk,
        comments=tuple(Comment(batch.on, text) for batch in reversed(batches) for text in batch.rest["comments"]),
        notes=tuple(_note(message, waiting) for message in reversed(messages)),
        desk_words=tuple(DeskWord(one.on, one.channel, one.comment) for one in reversed(taken) if one.comment),
    )


def _note(message: Message, waiting: Collection[str]) -> Note:
    phone, text = (str(message.body.get(name, "")) for name in ("phone", "text"))
    return Note(message.message_id, message.on, phone, text, bool(phone) and message.message_id not in waiting)


def _handed(facts: Iterable[Fact], period: Period) -> int:
    """Letters with a code that a family holds; answers to one that was taken back count nowhere, so neither does it."""
    covers: dict[str, int] = {}
    first: dict[str, date] = {}
    for fact in facts:
        if fact.kind == "letter-prepared" and "serial" in fact.figures:
            covers[fact.subject] = fact.figures["covers"]
        elif fact.kind == "letter-voided" and fact.subject in covers:
            covers[fact.subject] -= fact.figures["covers"]
        elif "returned_on" in fact.figures:
            first.pop(fact.subject, None)
        elif fact.kind == "letter-delivered" and fact.subject in covers:
            first.setdefault(fact.subject, date.fromisoformat(fact.figures["delivered_on"]))
    return sum(period.contains(day) for subject, day in first.items() if covers[subject] > 0)


def _content(by_score: Mapping[str, int]) -> int:
    scale = "5" if {"4", "5"} & set(by_score) else "3"
    return sum(by_score.get(score, 0) for score in CONTENT[scale])


def _shares(batches: Iterable[Batch]) -> tuple[KindShare, ...]:
    """Groups by letter kind; a group under the smallest joins others, so that subtracting gives nothing away."""
    groups: dict[tuple[str, ...], KindShare] = {}
    for batch in batches:
        kinds = tuple(batch.rest["kinds"])
        held = groups.get(kinds, KindShare(kinds, 0, 0))
        groups[kinds] = KindShare(kinds, held.n + batch.n, held.content + _content(batch.by_score))
    left = sorted(groups.values(), key=lambda group: group.n, reverse=True)
    while len(left) > 1 and left[-1].n < SMALLEST:
        small, next_up = left.pop(), left.pop()
        left.append(_together(small, next_up))
        left.sort(key=lambda group: group.n, reverse=True)
    return tuple(group for group in left if group.n >= SMALLEST)


def _together(one: KindShare, other: KindShare) -> KindShare:
    kinds = tuple(sorted({*one.kinds, *other.kinds}))
    return KindShare(kinds, one.n + other.n, one.content + other.content)


def _reasons(batches: Iterable[Batch]) -> dict[str, int]:
    told: Counter[str] = Counter()
    for batch in batches:
        told.update(batch.rest["reasons"])
    return dict(told.most_common())
