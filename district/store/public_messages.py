"""Messages and call-back requests that only the desk can open, joined to no answer."""

import hashlib
import json
from datetime import datetime

from pyrage import encrypt, x25519
from sqlalchemy import Connection, insert, select

from district.store.public_tables import messages

TAG = b"motcua-message/1\n"


def to_seal(phone: str, text: str, at: datetime) -> dict[str, str]:
    """What the desk is told: the day, a number to call, the words; no score, no letter. Empty when there is nothing."""
    told = {name: words for name, words in (("phone", phone), ("text", text)) if words}
    return {"on": at.date().isoformat(), **told} if told else {}


def keep_message(connection: Connection, sender: tuple[int, str], told: dict[str, str], recipient: str) -> None:
    """Keep one message of `sender` (desk, change key) as an age file of JSON; the same one twice is kept once."""
    desk, change_key = sender
    plain = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")
    # The change key is kept nowhere, so this id joins the message to no answer, yet a double tap meets itself.
    message_id = hashlib.sha256(TAG + change_key.encode("utf-8") + plain).hexdigest()[:32]
    if connection.execute(select(messages.c.id).where(messages.c.id == message_id)).first() is None:
        raw = encrypt(plain, [x25519.Recipient.from_str(recipient)])
        connection.execute(insert(messages).values(id=message_id, desk=desk, sealed=raw))
