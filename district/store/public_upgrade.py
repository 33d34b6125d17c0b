"""Answers as the first version kept them, in the clear, become sealed ballots."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Connection, Row, insert, text, update

from district.store.ballot_box import UNKNOWN_HOUR
from district.store.ballots import Ballot
from district.store.public_tables import SCHEMA, answers, ballots, facts
from exchange.day_seal import DaySeal

Random = Callable[[int], bytes]


def seal_older(connection: Connection, random: Random, seal: DaySeal) -> None:
    """Bring tables of version 1 to this one, inside the caller's transaction: what citizens said is sealed, the tables
    in which it stood in the clear are gone."""
    old_answers = connection.execute(text("SELECT * FROM answers ORDER BY id")).all()
    old_taps = connection.execute(text("SELECT * FROM taps ORDER BY id")).all()
    for table in ("answers", "taps"):
        connection.execute(text(f"DROP TABLE {table}"))
    for made in (answers, ballots):
        made.create(connection)
    letters, kept = [], []
    for row in old_answers:
        told = list(_ballots(row))
        letters.append(_letter(row, len(told)))
        kept += [(row, ballot) for ballot in told]
    kept += [(row, _tap(row)) for row in old_taps]
    rows = [
        {
            "id": random(16).hex(),
            "desk": row.desk,
            "serial": row.serial,
            "sealed": seal.seal(ballot.to_bytes(), ballot.on),
        }
        for row, ballot in kept
    ]
    for made, some in ((answers, letters), (ballots, rows)):
        if some:
            connection.execute(insert(made), some)
    connection.execute(update(facts).where(facts.c.name == "schema").values(value=SCHEMA))


def _letter(row: Row[Any], turns: int) -> dict[str, object]:
    kept = ("id", "desk", "serial", "kind", "answered_on", "key_hash", "key_until")
    return {name: getattr(row, name) for name in kept} | {"turn": turns, "disputed": row.contradicted}


def _ballots(row: Row[Any]) -> Iterator[Ballot]:
    """What a row comes to, told as ballots in turn: which tap followed which was never kept."""
    shared = {"kind": row.kind, "on": row.answered_on, "hour": UNKNOWN_HOUR}
    yield Ballot(turn=1, state="first", score=row.score, channel=row.channel, **shared)
    turn = 1
    if row.other is not None:
        turn += 1
        yield Ballot(turn=turn, state="again", score=row.other, channel=row.channel, **shared)
    reasons = tuple(json.loads(row.reasons))
    if reasons or row.comment:
        yield Ballot(turn=turn + 1, state="words", reasons=reasons, comment=row.comment, **shared)


def _tap(row: Row[Any]) -> Ballot:
    """A tap as it was kept beside: shown, not counted once more."""
    plain = {"score": row.score, "channel": row.channel, "kind": row.kind, "on": row.on, "hour": UNKNOWN_HOUR}
    return Ballot(turn=0, state=row.state, **plain)
