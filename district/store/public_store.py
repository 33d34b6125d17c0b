"""What citizens answered, sealed to the office: one vote per letter, every act kept, changed only by whoever holds the
change key."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import Any, Unpack

from sqlalchemy import Connection, Engine, Row, delete, event, func, insert, select, tuple_
from sqlalchemy.exc import InterfaceError, OperationalError, ProgrammingError
from sqlalchemy.exc import TimeoutError as PoolIsEmpty

from district.store import public_tables
from district.store.acts import CHANNELS, Act, Added, Answered, Disputed, Outcome, Tap, Way
from district.store.ballot_box import KeptAnswer, Waiting, fold
from district.store.ballot_rounds import CHANGE_HOURS, Round
from district.store.ballots import Opener, Trace, Words, open_ballot
from district.store.copying import copy_rows, copy_to_file
from district.store.engine import open_engine
from district.store.group_commit import GroupCommit
from district.store.public_messages import SealedMessage
from district.store.public_tables import (
    ANSWERS_OF,
    BALLOTS_OF,
    GIVEN,
    MESSAGES_OF,
    answers,
    ballots,
    counted,
    make_ready,
    messages,
)
from district.store.public_upgrade import seal_older
from district.store.refusals import StoreTrouble
from district.store.sqlite_file import sqlite_is_sound
from district.store.stirring import forget_ways, stir
from district.store.transactions import ALONE, READS_ONLY
from exchange.day_seal import DayOpener, DaySeal
from exchange.token import Token

AT_ONCE = 500
"""Rows that one statement names."""
SELDOM_SECONDS = 60.0
__all__ = [
    "CHANGE_HOURS", "CHANNELS", "Answered", "KeptAnswer", "Opener", "PublicStore", "SealedMessage", "Trace", "Waiting",
    "Words",
]  # fmt: skip


class PublicStore:
    """The answers in one database; several threads may use it at once, and several processes."""

    def __init__(self, engine: Engine, random: Callable[[int], bytes], recipient: str | None = None) -> None:
        self._engine = engine
        self._random = random
        self._seal = DaySeal(recipient, random) if recipient else None
        self._stirred_at = -SELDOM_SECONDS
        self._writer: GroupCommit[Act, Outcome] = GroupCommit(self._write)

    @classmethod
    def open(cls, url: str, random: Callable[[int], bytes], recipient: str | None = None) -> "PublicStore":
        """Open the database at `url`, making its tables when it is empty. `recipient` is the office's public age key:
        without it answers can be read and let go, and none be taken.

        Raises StoreTrouble `store-too-new`, and `answers-unsealed` for answers of an older program that cannot be
        sealed now: for want of the key, or of the right to make tables.
        """
        engine = open_engine(url)
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", public_tables.overwrite_what_goes)
        store = cls(engine, random, recipient)
        try:
            store._prepare()
        except BaseException:
            engine.dispose()
            raise
        return store

    def _prepare(self) -> None:
        if make_ready(self._engine, self._seal_older):
            stir(self._engine)

    def _seal_older(self, connection: Connection) -> None:
        if self._seal is None:
            raise StoreTrouble("answers-unsealed")
        try:
            seal_older(connection, self._random, self._seal)
        except ProgrammingError as trouble:  # the account of the public pages may make no tables
            raise StoreTrouble("answers-unsealed") from trouble

    def close(self) -> None:
        """Write what was given, then let go of the database."""
        self._writer.close()
        self._engine.dispose()

    def answer(
        self, token: Token, score: int, at: datetime, change_key: str | None = None, **way: Unpack[Way]
    ) -> Answered:
        """Keep one tap; the first is the vote, one with the change key changes it, any other can only lower it."""
        return self.answering(token, score, at, change_key, **way).result()

    def answering(
        self, token: Token, score: int, at: datetime, change_key: str | None = None, **way: Unpack[Way]
    ) -> "Future[Answered]":
        """The same for whoever has other things to do until it is on disk."""
        return self._give(Tap(token, score, at, change_key, **way))

    def add_words(
        self, token: Token, change_key: str, words: Words, at: datetime, recipient: str | None = None
    ) -> bool:
        """Attach words to the answer of the change key; False when the key is not (or no longer) its own.

        `recipient` is the desk's age key: a message marked `send_now` and a call-back number stay sealed to it.
        """
        return self.adding_words(token, change_key, words, at, recipient).result()

    def adding_words(
        self, token: Token, change_key: str, words: Words, at: datetime, recipient: str | None = None
    ) -> "Future[bool]":
        """The same for whoever has other things to do until it is on disk."""
        return self._give(Added(token, change_key, words, at, recipient))

    def dispute(self, token: Token) -> bool:
        """Mark the answer as contradicted by the letter's holder; False when there is none to mark."""
        return self.disputing(token).result()

    def disputing(self, token: Token) -> "Future[bool]":
        """The same for whoever has other things to do until it is on disk."""
        return self._give(Disputed(token))

    def waiting(self, desk: int, settled_by: datetime | None = None) -> tuple[Waiting, ...]:
        """The letters of a desk with an answer that no batch has taken yet, in random order; with `settled_by` only
        those whose answer nobody can change any more. Needs no key."""
        with self._reading() as connection:
            rows = connection.execute(ANSWERS_OF, {"desk": desk}).all()
        return tuple(_waiting(row) for row in rows if settled_by is None or _until(row) < settled_by)

    def answers(
        self,
        desk: int,
        opener: Opener,
        settled_by: datetime | None = None,
        kinds: Mapping[int, str] | None = None,
    ) -> tuple[KeptAnswer, ...]:
        """The votes of those letters, opened with the office's keys; what cannot be opened is left out. `kinds` are the
        letters' true kinds by serial, as far as lines of the desk tell them."""
        folded = ((answer, _until(row)) for row, answer, _ in self._folded(desk, opener, kinds or {}))
        return tuple(kept for kept, until in folded if kept and (settled_by is None or until < settled_by))

    def unreadable(self, desk: int, opener: Opener) -> int:
        """How many ballots of letters that wait cannot be opened: damaged, or sealed to somebody else."""
        return sum(shut for *_, shut in self._folded(desk, opener, {}))

    def shrink(self, ids: Sequence[str]) -> None:
        """Forget everything about these votes but that their letters have answered."""
        with self._writing() as connection:
            for some in _pieces(sorted(ids)):
                mine = answers.c.id.in_(some)
                rows = connection.execute(select(answers.c.desk, answers.c.serial).where(mine)).all()
                if not rows:
                    continue
                letters = [(row.desk, row.serial) for row in rows]
                connection.execute(insert(counted), [{"desk": desk, "serial": serial} for desk, serial in letters])
                connection.execute(delete(ballots).where(tuple_(ballots.c.desk, ballots.c.serial).in_(letters)))
                connection.execute(delete(answers).where(mine))

    def late_taps(self, desk: int) -> int:
        """How many taps came for letters whose vote had already left in a batch: kept, shown, not counted."""
        late = (ballots.c.desk == counted.c.desk) & (ballots.c.serial == counted.c.serial)
        query = select(func.count()).select_from(ballots.join(counted, late)).where(ballots.c.desk == desk)
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
        with self._writing() as connection:
            connection.execute(delete(messages).where(messages.c.id.in_(list(ids))))

    def stir(self, seldom: bool = False) -> None:
        """Have the database forget in which order rows came, as far as it keeps one beside them; `seldom`: not if this
        process did within the last minute."""
        if seldom and monotonic() < self._stirred_at + SELDOM_SECONDS:
            return
        stir(self._engine)
        self._stirred_at = monotonic()

    def backup_to(self, path: Path) -> None:
        """Copy everything into the new SQLite file `path`, whatever the database is, and prove the copy by reading it.
        Raises StoreTrouble `backup-failed`."""
        copy_to_file(self._engine, path, GIVEN, _make)
        forget_ways(path)

    def fill_from(self, other: "PublicStore") -> None:
        """Take over every row of another store into this one, which must be empty: all or nothing. Raises StoreTrouble
        `target-not-empty`."""
        copy_rows((other._engine, self._engine), GIVEN)

    def is_sound(self) -> bool:
        """Whether the database's own structure is whole (a server looks after itself: always true)."""
        return self._engine.dialect.name != "sqlite" or sqlite_is_sound(Path(str(self._engine.url.database)))

    def _reading(self) -> Connection:
        return self._engine.connect().execution_options(**{READS_ONLY: True})

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """Nobody else writes meanwhile: neither the acts of another process nor the office."""
        with self._engine.connect().execution_options(**{ALONE: True}) as connection, connection.begin():
            yield connection

    def _give(self, act: Act) -> "Future[Any]":
        if self._seal is None:
            raise StoreTrouble("answers-unsealed")
        return self._writer.give(act)

    def _write(self, acts: Sequence[Act]) -> Sequence[Outcome | Exception]:
        try:
            return self._together(acts)
        except (OperationalError, InterfaceError, PoolIsEmpty):
            raise  # the database is not there for anybody
        except Exception:
            if len(acts) == 1:
                raise
            return [outcome for act in acts for outcome in self._alone(act)]

    def _together(self, acts: Sequence[Act]) -> Sequence[Outcome | Exception]:
        assert self._seal is not None
        with self._writing() as connection:
            begun = Round(connection, self._random, self._seal)
            begun.begin(acts)
            outcomes = [_taken(begun, act) for act in acts]
            begun.end()
        return outcomes

    def _alone(self, act: Act) -> Sequence[Outcome | Exception]:
        try:
            return self._together([act])
        except Exception as trouble:
            return [trouble]

    def _folded(
        self, desk: int, opener: Opener, kinds: Mapping[int, str]
    ) -> Iterator[tuple[Row[Any], KeptAnswer | None, int]]:
        """Each letter that waits, what its ballots come to, and how many of them cannot be opened."""
        with self._reading() as connection:
            rows = connection.execute(ANSWERS_OF, {"desk": desk}).all()
            sealed: dict[int, list[bytes]] = defaultdict(list)
            for one in connection.execute(BALLOTS_OF, {"desk": desk}):
                sealed[one.serial].append(one.sealed)
        day_opener = DayOpener(opener)
        for row in rows:
            opened = [open_ballot(raw, day_opener) for raw in sealed[row.serial]]
            said = [ballot for ballot in opened if ballot is not None]
            folded = fold(_waiting(row), bool(row.disputed), said, kinds.get(row.serial, ""))
            yield row, folded, len(opened) - len(said)


def _make(engine: Engine) -> None:
    make_ready(engine, _nothing_older)


def _nothing_older(_connection: Connection) -> None:
    raise StoreTrouble("target-not-empty")


def _taken(begun: Round, act: Act) -> Outcome | Exception:
    """One act that cannot be decided spoils no other."""
    try:
        return begun.take(act)
    except Exception as trouble:
        return trouble


def _pieces(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))


def _until(row: Row[Any]) -> datetime:
    return datetime.fromisoformat(row.key_until)


def _waiting(row: Row[Any]) -> Waiting:
    return Waiting(row.desk, row.serial, row.kind, row.answered_on, row.id)
