"""Archived pages are kept packed, read as they were written, and never believed."""

import hashlib
import tracemalloc
import zlib
from datetime import date

import pytest
from db_samples import birth, subject
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from common.words.page_words import FIRST
from desk_app.db.letters import NewLetter
from desk_app.db.packed import LARGEST, pack, unpack
from desk_app.db.trouble import RegisterTrouble

PAGE = b'{"code":null,"runs":[{"font":"EBGaramond-Bold","text":"L\xe1\xbb\xa5a"}],"width":210000}'


def packed(page: bytes, words: bytes = FIRST) -> bytes:
    packing = zlib.compressobj(zdict=words)
    return b"\x01" + packing.compress(page) + packing.flush()


LYING = {
    "cut short": pack(PAGE)[:-1],
    "with more behind it": pack(PAGE) + b"\x00",
    "damaged": pack(PAGE)[:-9] + b"\x00" + pack(PAGE)[-8:],
    "packed with other words": packed(PAGE, b"other words"),
    "of a packing to come": b"\x02" + pack(PAGE)[1:],
    "only begun": b"\x01",
    "a bomb": packed(b" " * (64 * LARGEST)),
}


@given(st.binary(max_size=9000))
def test_a_packed_page_comes_back_byte_for_byte(page: bytes) -> None:
    assert unpack(pack(page)) == page
    assert not pack(page).startswith(b"{")


def test_a_page_written_before_packing_is_read_as_it_stands() -> None:
    assert unpack(PAGE) == PAGE
    assert unpack(b"") == pack(b"") == b""


def test_the_largest_page_is_packed_and_a_larger_one_is_refused() -> None:
    assert unpack(pack(b"{" * LARGEST)) == b"{" * LARGEST
    with pytest.raises(ValueError, match="larger"):
        pack(b"{" * (LARGEST + 1))


@pytest.mark.parametrize("kept", LYING.values(), ids=LYING)
def test_a_page_that_lies_is_a_damaged_register_and_takes_no_memory(kept: bytes) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(RegisterTrouble, match="register-damaged"):
            unpack(kept)
        assert tracemalloc.get_traced_memory()[1] < 4 * LARGEST
    finally:
        tracemalloc.stop()


def test_the_words_of_the_first_packing_never_change() -> None:
    assert hashlib.sha256(FIRST).hexdigest() == "76843979bafc474f7669d95e25aee8b4cf5543f3867a1a5e0ad6fe615298d2e8"


def test_the_register_keeps_the_page_packed_and_gives_it_back_plain(register) -> None:
    with register.work() as work:
        covered = work.registrations.add(birth(), subject()).id
        digest = hashlib.sha256(PAGE).hexdigest()
        letter = NewLetter("birth", subject(), 7, "birth-card", PAGE, digest, (covered,), date(2026, 2, 5), "")
        id = work.letters.add(letter)
        assert work._connection.execute(text("SELECT page FROM letters")).scalar() == pack(PAGE)
        assert work.letters.get(id).page == PAGE
        work._connection.execute(text("DROP TRIGGER letters_page_stays"))
        work._connection.execute(text("UPDATE letters SET page = x'01'"))
        with pytest.raises(RegisterTrouble, match="register-damaged"):
            work.letters.of_registration(covered)
