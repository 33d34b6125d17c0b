"""Canonical JSON: one value, one spelling."""

import json
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.canonical import DEEPEST, LARGEST, NotCanonical, decode, encode

TEXT = st.text(st.characters(codec="utf-8", min_codepoint=32)).map(lambda text: unicodedata.normalize("NFC", text))
VALUES = st.recursive(
    st.none() | st.integers(-LARGEST, LARGEST) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_what_was_encoded_decodes_to_the_same_value_and_the_same_bytes(value: Any) -> None:
    raw = encode(value)
    assert decode(raw) == value
    assert encode(decode(raw)) == raw


@given(VALUES)
def test_the_bytes_are_those_of_the_standard_library_with_sorted_keys(value: Any) -> None:
    plain = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert encode(value) == plain.encode()


@given(st.binary(max_size=60))
def test_any_bytes_are_canonical_or_refused(raw: bytes) -> None:
    try:
        value = decode(raw)
    except NotCanonical:
        return
    assert encode(value) == raw


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b'{"a":1.5}', "fraction"),
        (b'{"a":1.0}', "fraction"),
        (b'{"a":true}', "not-a-plain-value"),
        (b'{"a":1,"a":1}', "not-canonical"),
        (b'{"a":1,"a":2}', "not-canonical"),
        (b'{"b":1,"a":2}', "not-canonical"),
        (b'{ "a":1}', "not-canonical"),
        (b'{"a":1}\n', "not-canonical"),
        (b'{"a":"\\u0041"}', "not-canonical"),
        (b'{"a":"\\/"}', "not-canonical"),
        (b'{"a":01}', "not-json"),
        (b'{"a":-0}', "not-canonical"),
        (b'{"a":9007199254740992}', "number-too-large"),
        (b'{"a":NaN}', "not-json"),
        (b'{"a":"\xff"}', "not-utf-8"),
        (b'{"a":"\\ud800"}', "not-json"),
        ('{"a":"e\u0302"}'.encode(), "not-nfc"),
        (b'\xef\xbb\xbf{"a":1}', "not-json"),
        (b"", "not-json"),
        (b"[" * (DEEPEST + 2) + b"]" * (DEEPEST + 2), "too-deep"),
        (b"[" * 100_000, "not-json"),
    ],
)
def test_another_spelling_is_refused_by_name(raw: bytes, code: str) -> None:
    with pytest.raises(NotCanonical) as refused:
        decode(raw)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ({"a": 0.5}, "fraction"),
        ({"a": True}, "not-a-plain-value"),
        ({"a": b"raw"}, "not-a-plain-value"),
        ({1: "a"}, "key-not-text"),
        ({"a": 2**53}, "number-too-large"),
        ({"a": "o\u0302\u0306\u0302"[:2]}, "not-nfc"),
        ({"e\u0302": 1}, "not-nfc"),
        ({"a": "\ud800"}, "not-text"),
    ],
)
def test_a_value_that_has_no_canonical_bytes_is_refused_by_name(value: Any, code: str) -> None:
    with pytest.raises(NotCanonical) as refused:
        encode(value)
    assert refused.value.code == code


def test_names_with_combined_letters_travel_as_they_are() -> None:
    assert decode(encode({"name": "H\u2019B\u01a1\u0306 Ni\u00ea"})) == {"name": "H\u2019B\u01a1\u0306 Ni\u00ea"}
