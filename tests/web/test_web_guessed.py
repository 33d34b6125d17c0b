"""Codes that nobody printed are never taken; a letter has one answer, whoever taps it how often from wherever.

A few thousand guesses here, a million under ENDURE=1.
"""

import hashlib
import hmac
import os
import random
import subprocess
import sys
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from postgresql_kit import ENDURES
from web_kit import DESK, MASTER, OFFICE, public_keys

from district.store.public_store import PublicStore, Words
from district.web.guard import find_token
from exchange.token import ALPHABET, LETTER_KINDS, Token, desk_key, mint

GUESSES = 1_000_000 if ENDURES else 3_000
AT = datetime(2026, 11, 21, 9, 14, tzinfo=UTC)
KEYS = public_keys("age1x")
KEY = desk_key(MASTER, DESK, 1)
ANOTHER_PROCESS = """
import os, sys
from datetime import datetime
from district.store.public_store import PublicStore
from exchange.token import Token
store = PublicStore.open(sys.argv[1], os.urandom, sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
at = datetime.fromisoformat(sys.argv[3])
print(*[store.answer(Token("birth", 7, serial), 3, at).state for serial in range(40)])
store.close()
"""


def code_of(number: int, proof: bytes) -> str:
    """Forty bits of claim and forty of proof, as a code."""
    whole = int.from_bytes(number.to_bytes(5, "big") + proof, "big")
    return "".join(ALPHABET[whole >> shift & 31] for shift in range(75, -1, -5))


def test_of_so_many_guesses_none_is_a_letter() -> None:
    chance = random.Random(20261121)
    for guess in range(GUESSES):
        letter = chance.getrandbits(22) | DESK << 22 | (1 + guess % 5) << 36 if guess % 2 else chance.getrandbits(40)
        assert find_token(KEYS, code_of(letter, chance.randbytes(5))) is None


def test_of_sixteen_kinds_only_those_that_we_print_are_letters_and_all_of_them_are_one_vote(tmp_path: Path) -> None:
    proven = {kind: mint(Token(kind, DESK, 9), KEY) for kind in LETTER_KINDS}
    found = [find_token(KEYS, code) for code in proven.values()]
    assert [token and token.kind for token in found] == list(LETTER_KINDS)
    with closing(opened(tmp_path)) as store:
        states = [store.answer(token, 3, AT).state for token in found if token]
        assert (states, len(store.waiting(DESK))) == (["first", *["again"] * (len(LETTER_KINDS) - 1)], 1)
    for kind in set(range(16)) - set(LETTER_KINDS.values()):
        number = kind << 36 | DESK << 22 | 9
        told = b"motcua-token/1\n" + number.to_bytes(5, "big")
        assert find_token(KEYS, code_of(number, hmac.new(KEY, told, hashlib.sha256).digest()[:5])) is None


def opened(folder: Path) -> PublicStore:
    return PublicStore.open(url_in(folder), os.urandom, OFFICE.public.receive)


def url_in(folder: Path) -> str:
    return f"sqlite:///{(folder / 'public.db').as_posix()}"


def test_two_processes_that_are_tapped_at_the_same_moment_keep_one_answer_a_letter(tmp_path: Path) -> None:
    """Two stores, as two processes have them; under ENDURE=1 two real processes."""
    states = _by_two_processes(tmp_path) if ENDURES else _by_two_stores(tmp_path)
    assert sorted(states) == ["again"] * 40 + ["first"] * 40
    with closing(opened(tmp_path)) as store:
        kept = store.answers(DESK, OFFICE)
    assert (len(kept), any(answer.contradicted for answer in kept)) == (40, False)


def _by_two_stores(folder: Path) -> list[str]:
    states: list[str] = []
    with closing(opened(folder)) as one, closing(opened(folder)) as other:
        turns = [threading.Thread(target=_tap_all, args=(store, states)) for store in (one, other)]
        for turn in turns:
            turn.start()
        for turn in turns:
            turn.join()
    return states


def _tap_all(store: PublicStore, states: list[str]) -> None:
    given = [store.answering(Token("birth", DESK, serial), 3, AT) for serial in range(40)]
    states.extend(one.result().state for one in given)


def _by_two_processes(folder: Path) -> list[str]:
    opened(folder).close()
    command = [sys.executable, "-c", ANOTHER_PROCESS, url_in(folder), OFFICE.public.receive, AT.isoformat()]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "encoding": "utf-8"}
    both = [subprocess.Popen(command, **pipes) for _ in range(2)]
    for one in both:
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n"
    for one in both:
        assert one.stdin is not None
        one.stdin.write("\n")
        one.stdin.flush()
    return [state for one in both for state in one.communicate()[0].split()]


def test_a_form_that_comes_again_by_the_back_button_changes_nothing(tmp_path: Path) -> None:
    letter, recipient = Token("birth", DESK, 1), OFFICE.public.receive
    with closing(opened(tmp_path)) as store:
        key = store.answer(letter, 2, AT).change_key or ""
        words = Words(("late",), "Xin gọi lại", send_now=True, call_back="0912345678")
        for minutes in range(3):
            at = AT + timedelta(minutes=minutes)
            assert store.answer(letter, 2, at).state == "again"
            assert store.add_words(letter, key, words, at, recipient)
            assert store.answer(letter, 2, at, key).state == "changed"
        (kept,) = store.answers(DESK, OFFICE)
        assert (kept.score, kept.contradicted, kept.reasons, kept.comment) == (2, False, ("late",), "")
        assert len(store.sealed_messages(DESK)) == 1
