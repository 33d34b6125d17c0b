"""The feedback token: read kindly, believed only when it was minted here."""

import random

import pytest
from exchange_kit import stream
from hypothesis import given
from hypothesis import strategies as st

from exchange.token import (
    ALPHABET,
    LARGEST_DESK,
    LARGEST_SERIAL,
    LETTER_KINDS,
    Token,
    desk_key,
    genuine,
    is_host,
    link,
    mint,
    peek,
    read_code,
    spaced,
)

MASTER = stream("master")(32)
KEY = desk_key(MASTER, 7, 1)
TOKENS = st.builds(
    Token, st.sampled_from(sorted(LETTER_KINDS)), st.integers(0, LARGEST_DESK), st.integers(0, LARGEST_SERIAL)
)


@given(TOKENS)
def test_a_minted_code_says_its_letter_and_is_genuine(token: Token) -> None:
    code = mint(token, KEY)
    assert len(code) == 16
    assert peek(code) == token
    assert genuine(code, KEY)


@given(TOKENS, st.integers(0, 79))
def test_a_code_with_one_bit_flipped_is_never_genuine(token: Token, bit: int) -> None:
    number = 0
    for letter in mint(token, KEY):
        number = number << 5 | ALPHABET.index(letter)
    flipped = number ^ 1 << bit
    code = "".join(ALPHABET[flipped >> shift & 31] for shift in range(75, -1, -5))
    assert not genuine(code, KEY)


def test_twenty_thousand_guesses_are_never_genuine() -> None:
    guess = random.Random(20_000)
    codes = ("".join(guess.choices(ALPHABET, k=16)) for _ in range(20_000))
    assert not any(genuine(code, KEY) for code in codes)


def test_all_sixteen_kinds_under_one_proof_are_refused_but_the_minted_one() -> None:
    code = mint(Token("birth", 7, 1234), KEY)
    others = [f"{letter}{code[1:]}" for letter in ALPHABET if letter != code[0]]
    assert not any(genuine(other, KEY) for other in others)


@given(TOKENS)
def test_a_code_of_another_desk_generation_or_master_is_not_genuine(token: Token) -> None:
    code = mint(token, KEY)
    for key in (desk_key(MASTER, 8, 1), desk_key(MASTER, 7, 2), desk_key(bytes(32), 7, 1)):
        assert not genuine(code, key)


@given(TOKENS)
def test_what_people_type_is_read_kindly(token: Token) -> None:
    code = mint(token, KEY)
    typed = spaced(code).lower().replace("0", "o").replace("1", "l")
    assert read_code(typed) == code
    assert read_code(f"  {code[:7]} - {code[7:]} ") == code
    assert read_code(code.replace("1", "i").replace("0", "O")) == code
    assert genuine(typed, KEY)


@given(st.text())
def test_any_text_is_a_code_of_our_alphabet_or_none(text: str) -> None:
    code = read_code(text)
    assert code is None or (len(code) == 16 and set(code) <= set(ALPHABET))
    if code is None:
        assert peek(text) is None
        assert not genuine(text, KEY)


@pytest.mark.parametrize("text", ["", "U" * 16, "1" * 15, "1" * 17, "٣" * 16, "１" * 16, "ı" * 16, "AAAA\n" + "A" * 12])
def test_what_only_looks_like_a_code_is_none(text: str) -> None:
    assert read_code(text) is None


def test_a_kind_that_we_never_print_is_not_shown() -> None:
    assert peek("0" * 16) is None
    assert peek("Z" * 16) is None


def test_the_key_is_hkdf_of_rfc_5869() -> None:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    info = b"motcua-token/1\n" + (300).to_bytes(2, "big") + (2).to_bytes(4, "big")
    assert desk_key(MASTER, 300, 2) == HKDF(SHA256(), 32, None, info).derive(MASTER)


def test_the_link_is_in_capitals_and_fits_the_alphanumeric_mode() -> None:
    code = mint(Token("marriage", 16383, LARGEST_SERIAL), KEY)
    made = link("gopy.namhai.example", code)
    assert made == f"HTTPS://GOPY.NAMHAI.EXAMPLE/G/{code}"
    assert set(made) <= set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
    assert len(link("a" * 40, code)) == 67  # version 4 at level Q holds 67 such characters


@pytest.mark.parametrize("host", ["gopy.namhai.example", "A", "127.0.0.1", "a-b.c", "a" * 40])
def test_a_host_of_letters_digits_dots_and_hyphens_is_one(host: str) -> None:
    assert is_host(host)


@pytest.mark.parametrize(
    "host", ["", "a" * 41, "a.", ".a", "a..b", "-a", "a-", "a.-b", "a_b", "a:80", "gópý.vn", "a b", "a\n", "a/b"]
)
def test_what_a_code_could_not_carry_is_no_host(host: str) -> None:
    assert not is_host(host)
    with pytest.raises(ValueError, match="host"):
        link(host, "0" * 16)


@pytest.mark.parametrize(("kind", "desk", "serial"), [("wedding", 1, 1), ("birth", 2**14, 1), ("birth", 1, 2**22)])
def test_a_token_beyond_its_bits_cannot_be_made(kind: str, desk: int, serial: int) -> None:
    with pytest.raises(ValueError, match=r"bits|kind"):
        Token(kind, desk, serial)


def test_a_key_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        mint(Token("birth", 1, 1), b"short")
    with pytest.raises(ValueError, match="32 bytes"):
        desk_key(b"short", 1, 1)
