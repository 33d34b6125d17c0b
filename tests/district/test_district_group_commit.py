"""Many taps share one commit; one that goes wrong spoils no other, and none is confirmed before the disk has it."""

import sqlite3
import threading
from contextlib import closing, contextmanager
from datetime import UTC, datetime

import pytest
from pretend_desk import counting_random
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError

from district.store.engine import StoreTrouble, speaking_plainly
from district.store.public_store import PublicStore, Words
from exchange.keys import OfficeKeys
from exchange.token import LETTER_KINDS, Token

AT = datetime(2026, 11, 21, 9, 14, tzinfo=UTC)
OFFICE = OfficeKeys.make(counting_random("office keys"))
LETTER = Token("birth", 7, 1)


@pytest.fixture
def store(tmp_path):
    url = f"sqlite:///{(tmp_path / 'public.db').as_posix()}"
    with closing(PublicStore.open(url, counting_random("store"), OFFICE.public.receive)) as opened:
        yield opened


@contextmanager
def commits_of(store):
    """How many transactions are written while the block lasts."""
    seen = []

    def note(connection):
        seen.append(connection)

    event.listen(store._engine, "commit", note)
    yield seen
    event.remove(store._engine, "commit", note)


@contextmanager
def disk_is_slow(tmp_path):
    """Nobody can write until the block ends; what is given meanwhile gathers."""
    with closing(sqlite3.connect(tmp_path / "public.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def test_taps_that_come_while_the_disk_is_busy_are_written_together(store, tmp_path):
    with commits_of(store) as commits:
        with disk_is_slow(tmp_path):
            given = [store.answering(Token("birth", 7, serial), 3, AT) for serial in range(300)]
            assert not any(one.done() for one in given), "nothing is confirmed before it is written"
        assert {one.result().state for one in given} == {"first"}
        assert len(commits) <= 2
        assert store.answer(Token("birth", 7, 999), 3, AT).state == "first"
        assert len(commits) <= 3
    assert len(store.waiting(7)) == 301


def test_acts_on_one_letter_in_one_commit_are_decided_in_the_order_they_came(store, tmp_path):
    with disk_is_slow(tmp_path):
        given = [
            store.answering(Token(kind, 7, 1), score, AT) for kind, score in (("birth", 3), ("birth", 3), ("birth", 1))
        ]
        others = [store.answering(Token(kind, 7, 2), 2, AT) for kind in LETTER_KINDS]
        said_no = store.disputing(Token("birth", 7, 2))
        strange = store.adding_words(LETTER, "00" * 16, Words(("late",)), AT)
    assert [one.result().state for one in given] == ["first", "again", "again"]
    assert [one.result().state for one in others] == ["first", *["again"] * (len(LETTER_KINDS) - 1)]
    assert (said_no.result(), strange.result()) == (True, False)
    told = {answer.serial: (answer.kind, answer.score, answer.contradicted) for answer in store.answers(7, OFFICE)}
    assert told == {1: ("birth", 1, True), 2: (next(iter(LETTER_KINDS)), 2, True)}


def test_an_act_that_cannot_be_decided_spoils_no_other(store, tmp_path):
    key = store.answer(LETTER, 1, AT).change_key
    asked = Words(comment="Xin gọi lại", call_back="0912345678")
    with commits_of(store) as commits:
        with disk_is_slow(tmp_path):
            good = [store.answering(Token("birth", 7, serial), 3, AT) for serial in (2, 3)]
            bad = store.adding_words(LETTER, key, asked, AT, "age1nobody")
            more = [store.answering(Token("birth", 7, serial), 3, AT) for serial in (4, 5, 6)]
        assert {one.result().state for one in (*good, *more)} == {"first"}
        assert len(commits) <= 2, "nor makes any of them wait for a commit of its own"
    with pytest.raises(ValueError, match="receiving key"):
        bad.result()
    assert [answer.comment for answer in store.answers(7, OFFICE)] == [""] * 6


def test_a_row_that_cannot_be_written_spoils_no_other(store, tmp_path):
    plain, left = store._random, iter([True])
    with disk_is_slow(tmp_path):
        first = store.answering(LETTER, 3, AT)
        store._random = lambda length: bytes(length) if length == 16 and next(left, False) else plain(length)
        others = [store.answering(Token("birth", 7, serial), 3, AT) for serial in (2, 3)]
    assert {one.result().state for one in (first, *others)} == {"first"}
    store._random = lambda length: bytes(length)  # every id is the same now
    with disk_is_slow(tmp_path):
        same = [store.answering(Token("birth", 7, serial), 3, AT) for serial in (4, 5, 6)]
    failed = [one for one in same if isinstance(one.exception(), IntegrityError)]
    assert (len(same) - len(failed), len(store.waiting(7))) == (1, 4)


def test_when_the_disk_will_not_everybody_is_told_so_and_the_next_one_is_taken(store, tmp_path):
    def full(*_asked):
        raise sqlite3.OperationalError("database or disk is full")

    event.listen(store._engine, "commit", full)
    with disk_is_slow(tmp_path):
        given = [store.answering(Token("birth", 7, serial), 3, AT) for serial in range(20)]
    for one in given:
        with pytest.raises((StoreTrouble, sqlite3.OperationalError)), speaking_plainly():
            one.result()
    event.remove(store._engine, "commit", full)
    assert store.waiting(7) == ()
    assert store.answer(LETTER, 3, AT).state == "first"


def test_closing_writes_what_was_given_and_takes_nothing_more(store, tmp_path):
    with disk_is_slow(tmp_path):
        given = [store.answering(Token("birth", 7, serial), 3, AT) for serial in range(40)]
        closing_thread = threading.Thread(target=store.close)
        closing_thread.start()
    closing_thread.join()
    assert {one.result().state for one in given} == {"first"}
    with pytest.raises(RuntimeError, match="closed"):
        store.answer(LETTER, 3, AT)


def test_who_gives_up_waiting_is_not_written_and_stops_nobody(store, tmp_path):
    with disk_is_slow(tmp_path):
        store.answering(LETTER, 3, AT)
        gone = [store.answering(Token("birth", 7, serial), 3, AT) for serial in range(2, 9)]
        cancelled = [one.cancel() for one in gone]
        last = store.answering(Token("birth", 7, 9), 3, AT)
    assert last.result().state == "first"
    assert len(store.waiting(7)) == 2 + cancelled.count(False)
