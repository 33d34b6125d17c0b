"""The quick way of reading a line finds what the careful way finds, in every line that is good, odd or broken."""

from random import Random

import pytest

from exchange import journal
from exchange.journal import BadLine, Line, read_line, write_line
from exchange.lines import count_kinds

SUBJECT, PROMISE = "ab" * 16, "cd" * 32
REGISTERED = {"event": "birth", "registered_on": "2026-10-05", "registration_type": 1, "late": 0, "unit": "00070"}
GOOD = [
    write_line(Line(1, "registered", "2026-10-05", SUBJECT, 1, REGISTERED, PROMISE, None)),
    write_line(Line(2, "registered", "2026-10-05", SUBJECT, 1, REGISTERED | {"flags": ["mobile"]}, None, PROMISE)),
    write_line(Line(3, "letter-prepared", "2026-10-06", SUBJECT, 1, {"letter": "birth", "covers": 1}, None, None)),
    write_line(Line(4, "local", "2026-10-06", SUBJECT, 1, {}, None, None)),
]
NEWER = [
    GOOD[0].replace(b'"registered_on"', b'"new":"a-word","registered_on"'),
    GOOD[0][:-1] + b',"witness":3}',
    GOOD[3].replace(b'"local"', b'"unheard-of"'),
]
ODD = [
    GOOD[0].replace(b'"late":0', b'"late":0.0'),
    GOOD[0].replace(b'"late":0', b'"late":false'),
    GOOD[0].replace(b'"late":0', b'"late":9007199254740993'),
    GOOD[0].replace(b'"late":0', b'"late":[[[[[[[[[[[[[[[[[[0]]]]]]]]]]]]]]]]]]'),
    GOOD[0].replace(b'"position":1', b'"position":1.0'),
    GOOD[0].replace(b'"position":1', b'"position":9007199254740993'),
    GOOD[0].replace(b'"position":1', b'"position":-1'),
    GOOD[0].replace(b'"version":1', b'"version":1,"version":1'),
    GOOD[0].replace(b'"version":1', b'"version": 1'),
    GOOD[0].replace(b'"birth"', b'"bi\\u0072th"'),
    GOOD[0].replace(b'"birth"', '"Nguyễn"'.encode()),
    GOOD[0].replace(b'"birth"', '"Nguye\u0302\u0303n"'.encode()),
    GOOD[0].replace(b'"birth"', b'"\xff"'),
    GOOD[0].replace(b'"home":null', b'"home":"CD"'),
    GOOD[0].replace(b"2026-10-05", b"2026-02-30"),
    GOOD[0] + b" ",
    GOOD[0] + GOOD[1],
    b"",
    b"[]",
    b"{}",
    b"[" * 5000,
]


def outcome(read, raw):
    try:
        return read(raw)
    except BadLine as trouble:
        return trouble.code, trouble.field


def broken(raw, chance):
    """The line with one to three bytes changed, lost or doubled."""
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(raw) or 1)
        put = chance.choice([b"", bytes([chance.randrange(32, 127)]), raw[at : at + 1] * 2, b'"', b",", b"0", b"1e3"])
        raw = raw[:at] + put + raw[at + 1 :]
    return raw


@pytest.fixture
def carefully(monkeypatch):
    """Reading without the quick way."""

    def read(raw):
        with monkeypatch.context() as patched:
            patched.setattr(journal, "_plain", lambda raw: None)
            return outcome(read_line, raw)

    return read


def test_the_quick_way_and_the_careful_way_find_the_same(carefully):
    chance = Random(7)
    lines = [*GOOD, *NEWER, *ODD, *(broken(chance.choice([*GOOD, *NEWER]), chance) for _ in range(1500))]
    found = {raw: (outcome(read_line, raw), carefully(raw)) for raw in lines}
    assert {raw: both for raw, both in found.items() if both[0] != both[1]} == {}
    assert sum(isinstance(one, Line) for one, _ in found.values()) > len(GOOD)
    assert len({one[0] for one, _ in found.values() if isinstance(one, tuple)}) >= 8, "many different reasons were met"


def test_lines_of_this_program_go_the_quick_way():
    assert [journal._plain(raw) is not None for raw in GOOD] == [True, False, True, True]


def test_kinds_are_counted_the_same_beside_a_line_that_is_none():
    assert count_kinds(GOOD) == {"registered": 2, "letter-prepared": 1, "local": 1, "lines": 4}
    assert count_kinds([*GOOD, b"{", GOOD[0] + GOOD[1]]) == count_kinds(GOOD) | {"lines": 6}
    assert count_kinds([]) == {"lines": 0}
