"""The outer wrapping: an age v1 file for its recipients, looked at before any library touches it."""

from collections.abc import Sequence

import pyrage

from exchange.keys import DeskKeys, OfficeKeys
from exchange.verdicts import Refused

LARGEST_FILE = 20 * 1024 * 1024
_HEADER = b"age-encryption.org/v1\n"
_STANZA = b"\n-> "
_MAC = b"\n--- "
_HEADER_BYTES = 2048
_MOST_STANZAS = 4
_NO_KEY = "No matching keys found"


def seal_to(raw: bytes, recipients: Sequence[str]) -> bytes:
    """raw as an age file that each of the recipients (`age1…`, one to three) can open."""
    if not 1 <= len(recipients) <= _MOST_STANZAS - 1:
        raise ValueError("one to three recipients")  # the library adds a stanza of its own
    sealed = pyrage.encrypt(raw, [pyrage.x25519.Recipient.from_str(recipient) for recipient in recipients])
    if len(sealed) > LARGEST_FILE:
        raise ValueError("longer than a file of the exchange may be")
    return sealed


def check_seal(raw: bytes) -> None:
    """Size, first line, end of the header and number of stanzas, in this order; raises Refused."""
    if len(raw) > LARGEST_FILE:
        raise Refused("too-large", "file-size")
    if not raw.startswith(_HEADER):
        raise Refused("not-a-bundle", "age-header")
    end = raw.find(_MAC, 0, _HEADER_BYTES)
    if end < 0:
        raise Refused("damaged", "age-header-end")
    if raw.count(_STANZA, 0, end) > _MOST_STANZAS:
        raise Refused("not-a-bundle", "age-stanzas")


def open_seal(raw: bytes, ours: DeskKeys | OfficeKeys) -> bytes:
    """What was sealed to us; raises Refused. A header damaged at our stanza looks like one for somebody else."""
    check_seal(raw)
    try:
        return ours.unseal(raw)
    except pyrage.DecryptError as trouble:
        if _NO_KEY in str(trouble):
            raise Refused("not-for-us", "age-recipient") from trouble
        raise Refused("damaged", "age-payload") from trouble


def open_by_any(raw: bytes, ours: Sequence[DeskKeys]) -> bytes:
    """What was sealed to one of our pairs; raises Refused."""
    for keys in ours[:-1]:
        try:
            return open_seal(raw, keys)
        except Refused as refused:
            if refused.detail != "age-recipient":
                raise
    return open_seal(raw, ours[-1])
