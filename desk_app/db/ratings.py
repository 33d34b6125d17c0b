"""Ratings on the desk: batches that the district gave back, messages to the office, answers taken at the counter."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select

from common.counts import Answers
from common.periods import Period
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


@dataclass(frozen=True, slots=True)
class Message:
    """Words a citizen sent to the office at once, or a call-back request, without a score."""

    message_id: str
    on: date
    kind: str
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class DeskAnswer:
    """An answer taken at the desk (`channel` counter, slip or phone); it never joins the share of the letters."""

    id: int
    on: date
    channel: str
    score: int
    comment: str


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

    def keep_answer(self, channel: str, score: int, comment: str, on: date) -> int:
        """Keep an answer taken at the desk and give its id."""
        values = {"answered_on": on.isoformat(), "channel": channel, "score": score, "comment": comment}
        return int(self._connection.execute(insert(rows.desk_answers), values).lastrowid)

    def drop_answer(self, id: int) -> bool:
        """Forget an answer taken at the desk by mistake; False when it is not there."""
        return self._connection.execute(delete(rows.desk_answers).where(rows.desk_answers.c.id == id)).rowcount == 1

    def desk_answers(self, period: Period) -> tuple[DeskAnswer, ...]:
        """The answers taken at the desk in a period, in order."""
        kept = rows.desk_answers.c
        within = kept.answered_on.between(period.first.isoformat(), period.last.isoformat())
        found = self._connection.execute(select(rows.desk_answers).where(within).order_by(kept.id))
        return tuple(
            DeskAnswer(row.id, date.fromisoformat(row.answered_on), row.channel, row.score, row.comment)
            for row in found
        )

    def answers(self, period: Period) -> Answers:
        """The answers of a period: those to letters (batches, by the day they were formed) make number and scores;
        those taken at the desk show by channel only and join no share. They count by whole months, each where its
        first day lies: no other figure ever leaves the desk, so the level above could not follow a cut month."""
        scores: Counter[str] = Counter()
        channels: Counter[str] = Counter()
        for batch in self.batches():
            if period.contains(batch.on):
                scores.update(batch.by_score)
                channels.update(batch.by_channel)
        for answer in self.desk_answers(Period("", period.first, date.max)):
            channels[answer.channel] += period.contains(answer.on.replace(day=1))
        return Answers(sum(scores.values()), dict(scores), dict(+channels))

    def _keep_once(self, table: Table, values: Mapping[str, Any]) -> bool:
        key = next(iter(table.primary_key.columns))
        if self._connection.execute(select(key).where(key == values[key.name])).first() is not None:
            return False
        self._connection.execute(insert(table), values)
        return True
