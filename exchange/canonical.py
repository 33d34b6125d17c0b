"""Canonical JSON: the one way in which a value of the exchange format is written as bytes.

UTF-8, text in NFC, keys sorted by code point, no spaces, integers of at most 53 bits, no fractions, no true or false,
nothing nested deeper than 16. Two programs that agree on the value agree on the bytes, so digests may be compared.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

LARGEST = 2**53 - 1
DEEPEST = 16


class NotCanonical(ValueError):
    """Bytes or a value that the exchange format cannot hold; `code` names the reason."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def encode(value: Any) -> bytes:
    """The canonical bytes of a value made of mappings, sequences, text, integers and None; raises NotCanonical."""
    _check(value, 0)
    try:
        raw = msgspec.json.encode(value, order="sorted")
    except (UnicodeEncodeError, TypeError) as trouble:
        raise NotCanonical("not-text") from trouble
    if not unicodedata.is_normalized("NFC", raw.decode()):
        raise NotCanonical("not-nfc")
    return raw


def decode(raw: bytes) -> Any:
    """The value behind canonical bytes; raises NotCanonical for any other spelling of the same value."""
    value = _parse(raw)
    _check(value, 0)
    if msgspec.json.encode(value, order="sorted") != raw:
        raise NotCanonical("not-canonical")
    return value


def _parse(raw: bytes) -> Any:
    try:
        if not unicodedata.is_normalized("NFC", raw.decode()):
            raise NotCanonical("not-nfc")
        return msgspec.json.decode(raw)
    except UnicodeDecodeError as trouble:
        raise NotCanonical("not-utf-8") from trouble
    except (msgspec.DecodeError, RecursionError) as trouble:
        raise NotCanonical("not-json") from trouble


def _check(value: Any, depth: int) -> None:
    kind = type(value)
    if kind is str or value is None:
        return
    if kind is int:
        if not -LARGEST <= value <= LARGEST:
            raise NotCanonical("number-too-large")
        return
    if depth > DEEPEST:
        raise NotCanonical("too-deep")
    for part in _parts(value):
        _check(part, depth + 1)


def _parts(value: Any) -> Iterable[Any]:
    if isinstance(value, Mapping):
        if set(map(type, value)) - {str}:
            raise NotCanonical("key-not-text")
        return value.values()
    if isinstance(value, list | tuple):
        return value
    raise NotCanonical("fraction" if isinstance(value, float) else "not-a-plain-value")
