"""What citizens answered: one vote per letter, every tap kept, changed only by whoever holds the change key."""

import hashlib
import hmac
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import Connection, Engine, Row, delete, event, func, insert, select, update

from common.names import tidy
from district.store import public_tables
from district.store.copying import copy_rows, copy_to_file
from district.store.engine import open_engine
from district.store.public_messages import keep_message, to_seal
from district.store.public_tables import ANSWERS_OF, GIVEN, MESSAGES_OF, answers, counted, make_ready, messages, taps
from district.store.sqlite_file import sqlite_is_sound
from district.store.transactions import READS_ONLY, once_more
from exchange.token import Token

SCORES = (1, 2, 3)  # 3 very satisfied, 2 satisfied, 1 not yet satisfied: the least is the less satisfied
CHANNELS = ("qr", "code")
CHANGE_HOURS = 24
COMMENT_LENGTH = 1200

State = Literal["first", "changed", "again"]


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of one tap; `change_key` (hex) only for whoever gave the first answer."""

    state: State
    change_key: str | None


@dataclass(frozen=True, slots=True)
class Words:
    """What a citizen adds to an answer: reason codes, a message (at most 1,200 characters), a number to call back."""

    reasons: tuple[str, ...] = ()
    comment: str = ""
    send_now: bool = False
    call_back: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "comment", tidy(self.comment)[:COMMENT_LENGTH])
        object.__setattr__(self, "call_back", tidy(self.call_back)[:40])


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """One vote as the office counts it; `id` is random, `answered_on` an ISO day."""

    id: str
    desk: int
    serial: int
    kind: str
    score: int
    channel: str
    contradicted: bool
    reasons: tuple[str, ...]
    comment: str
    answered_on: str


@dataclass(frozen=True, slots=True)
class SealedMessage:
    """A message or call-back request that only the desk can open (age), joined to no answer."""

    id: str
    sealed: bytes


class PublicStore:
    """The answers in one database; several threads may use it at once."""

    def __init__(self, engine: Engine, random: Callable[[int], bytes]) -> None:
        self._engine = engine
        self._random = random

    @classmethod
    def open(cls, url: str, random: Callable[[int], bytes]) -> "PublicStore":
        """Open the database at `url`, making its tables when it is empty; StoreTrouble `store-too-new`."""
        engine = open_engine(url)
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", public_tables.overwrite_what_goes)
        try:
            make_ready(engine)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, random)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def answer(
        self, token: Token, score: int, at: datetime, change_key: str | None = None, channel: str = "qr"
    ) -> Answered:
        """Keep one tap; the first is the vote, one with the change key changes it, any other can only lower it."""
        if score not in SCORES or channel not in CHANNELS:
            raise ValueError("a score is 1, 2 or 3 and a channel is qr or code")
        return once_more(partial(self._take, _Tap(token, score, at, change_key, channel)))

    def _take(self, tap: "_Tap") -> Answered:
        with self._engine.begin() as connection:
            row = _row(connection, tap.token)
            if row is None and not _is_counted(connection, tap.token):
                answered = self._first(connection, tap)
            elif row is not None and _holds_key(row, tap.change_key, tap.at):
                _change(connection, row, tap.score)
                answered = Answered("changed", tap.change_key)
            else:
                _contradict(connection, row, tap)
                answered = Answered("again", None)
            connection.execute(insert(taps).values(id=self._random(16).hex(), **tap.kept(), state=answered.state))
        return answered

    def _first(self, connection: Connection, tap: "_Tap") -> Answered:
        change_key = self._random(16).hex()
        row = {
            "id": self._random(16).hex(),
            "desk": tap.token.desk,
            "serial": tap.token.serial,
            "kind": tap.token.kind,
            "score": tap.score,
            "channel": tap.channel,
            "contradicted": 0,
            "reasons": "[]",
            "comment": "",
            "answered_on": tap.at.date().isoformat(),
            "key_hash": _hash(change_key),
            "key_until": (tap.at + timedelta(hours=CHANGE_HOURS)).isoformat(),
        }
        connection.execute(insert(answers).values(row))
        return Answered("first", change_key)

    def add_words(
        self, token: Token, change_key: str, words: Words, at: datetime, recipient: str | None = None
    ) -> bool:
        """Attach words to the answer of the change key; False when the key is not (or no longer) its own.

        `recipient` is the desk's age key: a message marked `send_now` and a call-back number stay sealed to it.
        """
        return once_more(partial(self._attach, (token, change_key), words, at, recipient))

    def _attach(self, holder: tuple[Token, str], words: Words, at: datetime, recipient: str | None) -> bool:
        token, change_key = holder
        with self._engine.begin() as connection:
            row = _row(connection, token)
            if row is None or not _holds_key(row, change_key, at):
                return False
            sealed = to_seal(words.call_back, words.comment if words.send_now else "", at) if recipient else {}
            kept = {"reasons": json.dumps(sorted(set(words.reasons))), "comment": words.comment}
            if sealed.get("text"):
                kept["comment"] = row.comment
            connection.execute(update(answers).where(answers.c.id == row.id).values(kept))
            if sealed and recipient:
                keep_message(connection, (token.desk, change_key), sealed, recipient)
        return True

    def dispute(self, token: Token) -> bool:
        """Mark the answer as contradicted by the letter's holder; False when there is none to mark."""
        mine = (answers.c.desk == token.desk) & (answers.c.serial == token.serial)
        with self._engine.begin() as connection:
            return connection.execute(update(answers).where(mine).values(contradicted=1)).rowcount == 1

    def answers(self, desk: int, settled_by: datetime | None = None) -> tuple[KeptAnswer, ...]:
        """The votes of a desk that no batch has taken yet, in random order; with `settled_by` only the unchangeable."""
        with self._reading() as connection:
            found = connection.execute(ANSWERS_OF, {"desk": desk}).all()
        return tuple(_kept(row) for row in found if settled_by is None or _until(row) < settled_by)

    def shrink(self, ids: Sequence[str]) -> None:
        """Forget everything about these votes but that their letters have answered."""
        if not ids:
            return
        with self._engine.begin() as connection:
            for row_id in sorted(
                ids
            ):  # one order for all: two officers who let go of the same votes never wait crosswise
                mine = select(answers).where(answers.c.id == row_id).with_for_update()
                row = connection.execute(mine).one_or_none()
                if row is None:
                    continue
                connection.execute(insert(counted).values(desk=row.desk, serial=row.serial))
                connection.execute(delete(answers).where(answers.c.id == row_id))
                connection.execute(delete(taps).where(taps.c.desk == row.desk, taps.c.serial == row.serial))

    def late_taps(self, desk: int) -> int:
        """How many taps came for letters whose vote had already left in a batch: kept, shown, not counted."""
        late = (taps.c.desk == counted.c.desk) & (taps.c.serial == counted.c.serial)
        query = select(func.count()).select_from(taps.join(counted, late)).where(taps.c.desk == desk)
        with self._reading() as connection:
            return int(connection.execute(query).scalar_one())

    def sealed_messages(self, desk: int) -> tuple[SealedMessage, ...]:
        """Messages and call-back requests waiting for the desk, in random order."""
        with self._reading() as connection:
            return tuple(SealedMessage(row.id, row.sealed) for row in connection.execute(MESSAGES_OF, {"desk": desk}))

    def drop_messages(self, ids: Sequence[str]) -> None:
        """Forget messages that the desk has acknowledged."""
        if not ids:
            return
        with self._engine.begin() as connection:
            connection.execute(delete(messages).where(messages.c.id.in_(list(ids))))

    def backup_to(self, path: Path) -> None:
        """Copy everything into the new SQLite file `path`, whatever the database is, and prove the copy by reading it.
        Raises StoreTrouble `backup-failed`."""
        copy_to_file(self._engine, path, GIVEN, make_ready)

    def fill_from(self, other: "PublicStore") -> None:
        """Take over every row of another store into this one, which must be empty: all or nothing. Raises StoreTrouble
        `target-not-empty`."""
        copy_rows((other._engine, self._engine), GIVEN)

    def is_sound(self) -> bool:
        """Whether the database's own structure is whole (a server looks after itself: always true)."""
        return self._engine.dialect.name != "sqlite" or sqlite_is_sound(Path(str(self._engine.url.database)))

    def _reading(self) -> Connection:
        return self._engine.connect().execution_options(**{READS_ONLY: True})


@dataclass(frozen=True, slots=True)
class _Tap:
    token: Token
    score: int
    at: datetime
    change_key: str | None
    channel: str

    def kept(self) -> dict[str, object]:
        return {
            "desk": self.token.desk,
            "serial": self.token.serial,
            "kind": self.token.kind,
            "score": self.score,
            "channel": self.channel,
            "on": self.at.date().isoformat(),
        }


def _row(connection: Connection, token: Token) -> Row[Any] | None:
    mine = (answers.c.desk == token.desk) & (answers.c.serial == token.serial)
    return connection.execute(select(answers).where(mine).with_for_update()).one_or_none()


def _is_counted(connection: Connection, token: Token) -> bool:
    mine = (counted.c.desk == token.desk) & (counted.c.serial == token.serial)
    return connection.execute(select(counted.c.serial).where(mine)).first() is not None


def _hash(change_key: str) -> str:
    return hashlib.sha256(b"motcua-change/1\n" + change_key.encode("utf-8")).hexdigest()


def _holds_key(row: Row[Any], change_key: str | None, at: datetime) -> bool:
    same = hmac.compare_digest(_hash(change_key or ""), row.key_hash)
    return same and at <= _until(row)


def _until(row: Row[Any]) -> datetime:
    return datetime.fromisoformat(row.key_until)


def _change(connection: Connection, row: Row[Any], score: int) -> None:
    if score == row.score:
        return
    changed = {"score": score, "reasons": "[]"}  # the reasons offered belong to the score they were chosen under
    connection.execute(update(answers).where(answers.c.id == row.id).values(changed))


def _contradict(connection: Connection, row: Row[Any] | None, tap: _Tap) -> None:
    """A tap without the key: the less satisfied counts; a differing one marks the pair, a double tap does not."""
    if row is None or (tap.score == row.score and tap.token.kind == row.kind):
        return
    changed: dict[str, object] = {"contradicted": 1, "other": min(tap.score, _least(row))}
    if tap.score < _least(row):
        changed["kind"] = tap.token.kind
    connection.execute(update(answers).where(answers.c.id == row.id).values(changed))


def _least(row: Row[Any]) -> int:
    return int(row.score) if row.other is None else min(int(row.score), int(row.other))


def _kept(row: Row[Any]) -> KeptAnswer:
    reasons = tuple(json.loads(row.reasons))
    shared = (row.id, row.desk, row.serial, row.kind, _least(row), row.channel, bool(row.contradicted), reasons)
    return KeptAnswer(*shared, comment=row.comment, answered_on=row.answered_on)
