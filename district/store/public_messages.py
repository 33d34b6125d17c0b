"""Messages and call-back requests that only the desk can open, joined to no answer."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from district.moments import VIETNAM
from district.store.acts import Added
from district.store.ballots import padded
from district.store.public_tables import messages
from exchange import canonical
from exchange.day_seal import DaySeal

TAG = b"motcua-message/1\n"


@dataclass(frozen=True, slots=True)
class SealedMessage:
    """A message or call-back request that only the desk can open (age), joined to no answer."""

    id: str
    sealed: bytes


@dataclass(frozen=True, slots=True)
class Message:
    """One message on its way into the store; `has_text`: the citizen's words are in it."""

    id: str
    desk: int
    sealed: bytes
    has_text: bool


def message_of(added: Added, random: Callable[[int], bytes]) -> Message | None:
    """What the desk is told: the day, a number to call, the words; no score, no letter. None when there is nothing, or
    nobody to seal it to."""
    words = added.words
    told = {"phone": words.call_back, "text": words.comment if words.send_now else ""}
    said = {name: value for name, value in told.items() if value}
    if not said or not added.recipient:
        return None
    on = added.at.astimezone(VIETNAM).date().isoformat()
    plain = canonical.encode({"on": on, **said})
    # The change key is kept nowhere, so this id joins the message to no answer, yet a double tap meets itself.
    message_id = hashlib.sha256(TAG + added.change_key.encode("utf-8") + plain).hexdigest()[:32]
    sealed = DaySeal(added.recipient, random).seal(padded(plain), on)
    return Message(message_id, added.token.desk, sealed, "text" in said)


def keep_messages(connection: Connection, given: Mapping[str, Message]) -> None:
    """Keep messages as age files of JSON of few sizes; the same one twice is kept once."""
    if not given:
        return
    known = set(connection.execute(select(messages.c.id).where(messages.c.id.in_(list(given)))).scalars())
    rows = [{"id": one.id, "desk": one.desk, "sealed": one.sealed} for one in given.values() if one.id not in known]
    if rows:
        connection.execute(insert(messages), rows)
