"""Acts of many citizens decided together, in one transaction in which nobody else writes: each by the rules alone.

The public face knows no answer of before: whether an act is the first, a change or one more is told by the change key.
"""

import hashlib
import hmac
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, insert, select, tuple_, update

from district.moments import VIETNAM
from district.store.acts import Act, Added, Answered, Outcome, State, Tap
from district.store.ballots import Ballot
from district.store.network_digest import NetworkDigest
from district.store.public_messages import Message, keep_messages, message_of
from district.store.public_tables import answers, ballots, counted
from exchange.day_seal import DaySeal
from exchange.token import Token

CHANGE_HOURS = 24


@dataclass(slots=True)
class _Letter:
    """The row of a letter that has an answer, as it will be written."""

    id: str
    desk: int
    serial: int
    kind: str
    answered_on: str
    key_hash: str
    key_until: str
    turn: int = 0
    disputed: int = 0

    def is_held_by(self, change_key: str | None, at: datetime) -> bool:
        same = hmac.compare_digest(_hash(change_key or ""), self.key_hash)
        return same and at <= datetime.fromisoformat(self.key_until)

    def row(self) -> dict[str, object]:
        return {name: getattr(self, name) for name in _COLUMNS}


class Round:
    """One transaction's worth of acts: `begin` reads what they are about, `take` decides each, `end` writes."""

    def __init__(self, connection: Connection, random: Callable[[int], bytes], seal: DaySeal) -> None:
        self._connection = connection
        self._random = random
        self._seal = seal
        self._networks = NetworkDigest(connection, random)
        self._letters: dict[tuple[int, int], _Letter] = {}
        self._fresh: dict[str, _Letter] = {}
        self._changed: dict[str, _Letter] = {}
        self._counted: set[tuple[int, int]] = set()
        self._ballots: list[dict[str, object]] = []
        self._messages: dict[str, Message] = {}

    def begin(self, acts: Iterable[Act]) -> None:
        """Read what stands of these letters now."""
        places = sorted({_place(act.token) for act in acts})
        for row in self._connection.execute(_LETTERS, {"places": places}).mappings():
            self._letters[row["desk"], row["serial"]] = _Letter(**row)
        unknown = [place for place in places if place not in self._letters]
        if unknown:
            found = self._connection.execute(_COUNTED, {"places": unknown})
            self._counted = {(row.desk, row.serial) for row in found}

    def take(self, act: Act) -> Outcome:
        """Decide one act; one that raises leaves nothing."""
        if isinstance(act, Tap):
            return self._tap(act)
        letter = self._letters.get(_place(act.token))
        if isinstance(act, Added):
            return self._add(act, letter)
        if letter is not None:
            letter.disputed = 1
            self._changed[letter.id] = letter
        return letter is not None

    def end(self) -> None:
        """Write what was decided; it counts once the transaction is on disk."""
        for table, rows in ((answers, [letter.row() for letter in self._fresh.values()]), (ballots, self._ballots)):
            if rows:
                self._connection.execute(insert(table), rows)
        older = [letter for letter in self._changed.values() if letter.id not in self._fresh]
        if older:
            rows = [{"mine": letter.id, "turned": letter.turn, "said_no": letter.disputed} for letter in older]
            self._connection.execute(_CHANGE, rows)
        keep_messages(self._connection, self._messages)

    def _tap(self, tap: Tap) -> Answered:
        letter = self._letters.get(_place(tap.token))
        if letter is None:
            return self._late(tap) if _place(tap.token) in self._counted else self._first(tap)
        if letter.is_held_by(tap.change_key, tap.at):
            self._cast(letter, self._ballot(tap, "changed", letter.turn + 1, letter.kind))
            return Answered("changed", tap.change_key)
        self._cast(letter, self._ballot(tap, "again", letter.turn + 1, tap.token.kind))
        return Answered("again", None)

    def _first(self, tap: Tap) -> Answered:
        token, change_key = tap.token, self._random(16).hex()
        until = (tap.at + timedelta(hours=CHANGE_HOURS)).isoformat()
        named = (self._random(16).hex(), token.desk, token.serial, token.kind)
        letter = _Letter(*named, _local(tap.at).date().isoformat(), _hash(change_key), until)
        self._cast(letter, self._ballot(tap, "first", 1, token.kind))
        self._letters[_place(token)] = self._fresh[letter.id] = letter
        return Answered("first", change_key)

    def _late(self, tap: Tap) -> Answered:
        """To a letter that is counted already: kept, shown, not counted."""
        self._keep(tap.token, self._ballot(tap, "again", 0, tap.token.kind))
        return Answered("again", None)

    def _add(self, added: Added, letter: _Letter | None) -> bool:
        if letter is None or not letter.is_held_by(added.change_key, added.at):
            return False
        words, message, at = added.words, message_of(added, self._random), _local(added.at)
        # What travels to the desk at once is not kept with the answer as well.
        comment = None if message and message.has_text else words.comment
        reasons = tuple(sorted(set(words.reasons)))
        said = Ballot(
            letter.turn + 1,
            "words",
            letter.kind,
            at.date().isoformat(),
            at.hour,
            reasons=reasons,
            comment=comment,
        )
        self._cast(letter, said)
        if message:
            self._messages[message.id] = message
        return True

    def _ballot(self, tap: Tap, state: State, turn: int, kind: str) -> Ballot:
        at = _local(tap.at)
        on = at.date().isoformat()
        return Ballot(
            turn=turn,
            state=state,
            kind=kind,
            on=on,
            hour=at.hour,
            score=tap.score,
            scale=tap.scale,
            channel=tap.channel,
            network=self._networks.of(tap.trace.network, tap.token.desk, on),
            at_office=int(tap.trace.at_office),
        )

    def _cast(self, letter: _Letter, ballot: Ballot) -> None:
        self._keep(letter, ballot)
        letter.turn = ballot.turn
        self._changed[letter.id] = letter

    def _keep(self, about: _Letter | Token, ballot: Ballot) -> None:
        sealed = self._seal.seal(ballot.to_bytes(), ballot.on)
        row = {"id": self._random(16).hex(), "desk": about.desk, "serial": about.serial, "sealed": sealed}
        self._ballots.append(row)


def _place(token: Token) -> tuple[int, int]:
    return token.desk, token.serial


def _local(at: datetime) -> datetime:
    return at.astimezone(VIETNAM)


def _hash(change_key: str) -> str:
    return hashlib.sha256(b"motcua-change/1\n" + change_key.encode("utf-8")).hexdigest()


_COLUMNS = tuple(answers.c.keys())
_PLACES: BindParameter[Any] = bindparam("places", expanding=True)
_LETTERS = select(answers).where(tuple_(answers.c.desk, answers.c.serial).in_(_PLACES))
_COUNTED = select(counted).where(tuple_(counted.c.desk, counted.c.serial).in_(_PLACES))
_CHANGE = (
    update(answers)
    .where(answers.c.id == bindparam("mine"))
    .values(turn=bindparam("turned"), disputed=bindparam("said_no"))
)
