"""Ratings on the desk: batches that the district gave back, messages to the office, answers taken at the counter."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete, insert, select, true, update

from common.counts import Answers
from common.periods import Period
from common.pooling import pooled
from common.scales import Spread, together
from desk_app.db import rows


@dataclass(frozen=True, slots=True)
class Batch:
    """Answers to letters, pooled by the district so that nobody can be told apart; `rest` holds what else it said
    (reasons, comments, kinds) as JSON values."""

    batch_id: str
    on: date
    n: int
    by_score: Mapping[str, int]
    by_channel: Mapping[str, int]
    rest: Mapping[str, Any] = field(default_factory=dict)

    @property
    def spread(self) -> Spread:
        """How its answers divide, on their own scale: the one it was told with, or what its scores ask for."""
        told = 5 if {"4", "5"} & set(self.by_score) else self.rest.get("scale")
        return Spread(5 if told == 5 else 3, self.by_score)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of letters that were answered."""
        return tuple(self.rest.get("kinds", ()))


@dataclass(frozen=True, slots=True)
class Pool:
    """Batches that are told together, five answers or more; `on` is the day on which they became so many."""

    batches: tuple[Batch, ...]

    @property
    def on(self) -> date:
        """The day they count on."""
        return max(batch.on for batch in self.batches)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of their letters."""
        return tuple(sorted({kind for batch in self.batches for kind in batch.kinds}))

    @property
    def spread(self) -> Spread:
        """How all their answers divide."""
        return together(batch.spread for batch in self.batches)


@dataclass(frozen=True, slots=True)
class Message:
    """Words a citizen sent to the office at once, or a call-back request, without a score."""

    message_id: str
    on: date
    kind: str
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class DeskAnswer:
    """An answer taken at the desk (`channel` counter, slip or phone); it never joins the share of the letters. `scale`:
    how many levels; `question_set` the mark of the set ("service-3/1", "" where none is known); `asked` {question:
    choice}; one out of a survey has its id and that of the place where it was given."""

    id: int
    on: date
    channel: str
    score: int
    comment: str
    scale: int = 3
    question_set: str = ""
    asked: Mapping[str, str] = field(default_factory=dict)
    survey_id: int | None = None
    place_id: int | None = None


class Ratings:
    """The ratings of one register, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep_batch(self, batch: Batch) -> bool:
        """Keep a batch; False when it came before: a receipt may be read twice."""
        values = {
            "batch_id": batch.batch_id,
            "taken_on": batch.on.isoformat(),
            "n": batch.n,
            "by_score": dict(batch.by_score),
            "by_channel": dict(batch.by_channel),
            "rest": dict(batch.rest),
        }
        return self._keep_once(rows.rating_batches, values)

    def batches(self) -> tuple[Batch, ...]:
        """Every batch in the order they came."""
        kept = rows.rating_batches
        found = self._connection.execute(select(kept).order_by(kept.c.taken_on, kept.c.batch_id))
        return tuple(
            Batch(row.batch_id, date.fromisoformat(row.taken_on), row.n, row.by_score, row.by_channel, row.rest)
            for row in found
        )

    def pools(self) -> tuple[Pool, ...]:
        """The batches as they may be told, by day (common/pooling.py): what still waits is in none."""
        days = (tuple(same_day) for _, same_day in groupby(self.batches(), key=lambda batch: batch.on))
        return tuple(sorted(map(Pool, pooled(days)), key=lambda pool: pool.on))

    def keep_message(self, message: Message) -> bool:
        """Keep a message; False when it came before."""
        values = {
            "message_id": message.message_id,
            "taken_on": message.on.isoformat(),
            "kind": message.kind,
            "body": dict(message.body),
        }
        return self._keep_once(rows.messages, values)

    def messages(self) -> tuple[Message, ...]:
        """Every message in the order they came."""
        kept = rows.messages
        found = self._connection.execute(select(kept).order_by(kept.c.taken_on, kept.c.message_id))
        return tuple(Message(row.message_id, date.fromisoformat(row.taken_on), row.kind, row.body) for row in found)

    def drop_message(self, message_id: str) -> None:
        """Forget a message by law."""
        self._connection.execute(delete(rows.messages).where(rows.messages.c.message_id == message_id))

    def keep_answer(self, answer: DeskAnswer) -> int:
        """Keep an answer taken at the desk, whatever its id says, and give its id."""
        return int(self._connection.execute(insert(rows.desk_answers), _values(answer)).lastrowid)

    def amend_answer(self, answer: DeskAnswer) -> bool:
        """Keep it in the place of what was kept under its id; False when nothing is kept there."""
        mine = rows.desk_answers.c.id == answer.id
        return self._connection.execute(update(rows.desk_answers).where(mine).values(_values(answer))).rowcount == 1

    def drop_answer(self, id: int) -> bool:
        """Forget an answer taken at the desk by mistake; False when it is not there."""
        return self._connection.execute(delete(rows.desk_answers).where(rows.desk_answers.c.id == id)).rowcount == 1

    def forget_comment(self, id: int) -> None:
        """Forget the words of an answer by law; what was ticked stays and counts."""
        kept = rows.desk_answers
        self._connection.execute(update(kept).where(kept.c.id == id).values(comment=""))

    def desk_answers(self, period: Period) -> tuple[DeskAnswer, ...]:
        """The desk's own answers of a period, in order; those out of a survey count in their survey alone."""
        kept = rows.desk_answers.c
        within = kept.answered_on.between(period.first.isoformat(), period.last.isoformat())
        return self._taken(within & kept.survey_id.is_(None))

    def survey_answers(self, survey_id: int) -> tuple[DeskAnswer, ...]:
        """The answers to one survey, in order."""
        return self._taken(rows.desk_answers.c.survey_id == survey_id)

    def all_answers(self) -> tuple[DeskAnswer, ...]:
        """The desk's own answers and those to surveys: for who looks for words, never for counting."""
        return self._taken(true())

    def _taken(self, wanted: ColumnElement[bool]) -> tuple[DeskAnswer, ...]:
        kept = rows.desk_answers.c
        found = self._connection.execute(select(rows.desk_answers).where(wanted).order_by(kept.id))
        return tuple(_answer(row) for row in found)

    def answers(self, period: Period) -> Answers:
        """The answers of a period: those to letters (pools of batches, each on its day) make number and scores; those
        taken at the desk show by channel only and join no share. They count by whole months, each where its first day
        lies: no other figure ever leaves the desk, so the level above could not follow a cut month.
        Answers on three levels and on five stand together on three."""
        channels: Counter[str] = Counter()
        batches = [batch for pool in self.pools() if period.contains(pool.on) for batch in pool.batches]
        for batch in batches:
            channels.update(batch.by_channel)
        for answer in self.desk_answers(Period("", period.first, date.max)):
            channels[answer.channel] += period.contains(answer.on.replace(day=1))
        whole = together(batch.spread for batch in batches)
        return Answers(whole.n, dict(whole.by_score), dict(+channels), whole.scale if whole.n else 0)

    def _keep_once(self, table: Table, values: Mapping[str, Any]) -> bool:
        key = next(iter(table.primary_key.columns))
        if self._connection.execute(select(key).where(key == values[key.name])).first() is not None:
            return False
        self._connection.execute(insert(table), values)
        return True


def _values(answer: DeskAnswer) -> dict[str, object]:
    kept = ("channel", "score", "comment", "scale", "question_set", "survey_id", "place_id")
    values = {name: getattr(answer, name) for name in kept}
    return {**values, "answered_on": answer.on.isoformat(), "asked": dict(answer.asked)}


def _answer(row: Any) -> DeskAnswer:
    day = date.fromisoformat(row.answered_on)
    asked = (row.scale, row.question_set, row.asked, row.survey_id, row.place_id)
    return DeskAnswer(row.id, day, row.channel, row.score, row.comment, *asked)
