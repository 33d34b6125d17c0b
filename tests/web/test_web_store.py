"""The public store on a real file: one vote per letter, the change key, sealed messages, nothing in order of time."""

import json
import os
import sqlite3
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from postgresql_kit import Server, both_ways
from pyrage import decrypt, x25519

from district.store.ballots import open_ballot
from district.store.engine import StoreTrouble
from district.store.public_store import PublicStore, Words
from exchange.keys import OfficeKeys
from exchange.token import LETTER_KINDS, Token

AT = datetime(2026, 11, 21, 9, 14, tzinfo=UTC)
LETTER = Token("birth", 7, 1)
OFFICE = OfficeKeys.make(os.urandom)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """On a file, and once more on a server what does not look into the file."""
    if "store" in metafunc.fixturenames:
        metafunc.parametrize("lies", both_ways(metafunc.function))


@pytest.fixture(scope="module")
def database(server_of_postgresql: Server) -> Iterator[tuple[str, Any]]:
    """An address on the server, and a line by which its tables are emptied."""
    url = server_of_postgresql.make("web_public")
    PublicStore.open(url, os.urandom).close()
    with server_of_postgresql.connect("web_public") as line:
        yield url, line
    line.close()


@pytest.fixture
def store(tmp_path: Path, lies: str, request: pytest.FixtureRequest) -> Iterator[PublicStore]:
    url = f"sqlite:///{(tmp_path / 'public.db').as_posix()}"
    if lies == "server":
        url, line = request.getfixturevalue("database")
        line.execute("DELETE FROM answers; DELETE FROM counted; DELETE FROM ballots; DELETE FROM messages")
    opened = PublicStore.open(url, os.urandom, OFFICE.public.receive)
    yield opened
    opened.close()


def ballots_in(folder: Path) -> list[bytes]:
    with sqlite3.connect(folder / "public.db") as raw:
        found = [sealed for (sealed,) in raw.execute("SELECT sealed FROM ballots")]
    raw.close()
    return found


def test_the_first_answer_is_the_vote_and_brings_a_change_key(store: PublicStore) -> None:
    answered = store.answer(LETTER, 2, AT, channel="code")
    assert answered.state == "first"
    assert len(bytes.fromhex(answered.change_key or "")) == 16
    (kept,) = store.answers(7, OFFICE)
    assert (kept.desk, kept.serial, kept.kind, kept.score, kept.channel) == (7, 1, "birth", 2, "code")
    assert (kept.contradicted, kept.answered_on) == (False, "2026-11-21")


def test_the_change_key_changes_the_vote_for_twenty_four_hours_and_no_longer(store: PublicStore) -> None:
    key = store.answer(LETTER, 1, AT).change_key
    assert store.answer(LETTER, 3, AT + timedelta(hours=24), key).state == "changed"
    assert store.answers(7, OFFICE)[0].score == 3
    assert not store.answers(7, OFFICE)[0].contradicted
    assert store.answer(LETTER, 2, AT + timedelta(hours=24, seconds=1), key).state == "again"


@pytest.mark.parametrize(("first", "second"), [(3, 1), (1, 3), (2, 1), (1, 2)])
def test_of_two_answers_the_less_satisfied_counts_and_the_pair_is_marked(
    store: PublicStore, first: int, second: int
) -> None:
    store.answer(LETTER, first, AT)
    again = store.answer(LETTER, second, AT)
    assert (again.state, again.change_key) == ("again", None)
    (kept,) = store.answers(7, OFFICE)
    assert (kept.score, kept.contradicted) == (min(first, second), True)


def test_the_holder_of_the_key_cannot_lift_a_vote_above_the_familys_own(store: PublicStore) -> None:
    key = store.answer(LETTER, 3, AT).change_key
    store.answer(LETTER, 1, AT)
    assert store.answer(LETTER, 3, AT, key).state == "changed"
    assert store.answers(7, OFFICE)[0].score == 1


def test_a_double_tap_is_one_vote_and_no_contradiction(store: PublicStore) -> None:
    store.answer(LETTER, 2, AT)
    assert store.answer(LETTER, 2, AT).state == "again"
    (kept,) = store.answers(7, OFFICE)
    assert (kept.score, kept.contradicted) == (2, False)


def test_every_kind_of_one_serial_is_still_one_vote(store: PublicStore) -> None:
    for kind in LETTER_KINDS:
        store.answer(Token(kind, 7, 1), 3, AT)
    (kept,) = store.answers(7, OFFICE)
    assert (kept.kind, kept.score, kept.contradicted) == ("birth", 3, True)


def test_every_tap_is_kept(store: PublicStore, tmp_path: Path) -> None:
    key = store.answer(LETTER, 3, AT).change_key
    store.answer(LETTER, 2, AT, key)
    store.answer(LETTER, 1, AT)
    told = [open_ballot(raw, OFFICE) for raw in ballots_in(tmp_path)]
    assert sorted((one.turn, one.state, one.score) for one in told if one) == [
        (1, "first", 3),
        (2, "changed", 2),
        (3, "again", 1),
    ]


def test_words_attach_only_with_the_change_key(store: PublicStore) -> None:
    key = store.answer(LETTER, 1, AT).change_key or ""
    words = Words(("wait", "late"), "Hẹn thứ Tư mà thứ Sáu mới có.")
    assert not store.add_words(LETTER, "00" * 16, words, AT)
    assert not store.add_words(Token("birth", 7, 2), key, words, AT)
    assert not store.add_words(LETTER, key, words, AT + timedelta(hours=25))
    assert store.answers(7, OFFICE)[0].reasons == ()
    assert store.add_words(LETTER, key, words, AT)
    (kept,) = store.answers(7, OFFICE)
    assert (kept.reasons, kept.comment) == (("late", "wait"), "Hẹn thứ Tư mà thứ Sáu mới có.")


def test_reasons_go_when_the_score_they_were_chosen_under_changes(store: PublicStore) -> None:
    key = store.answer(LETTER, 1, AT).change_key or ""
    store.add_words(LETTER, key, Words(("wait",), "Xin thêm ghế."), AT)
    store.answer(LETTER, 3, AT, key)
    (kept,) = store.answers(7, OFFICE)
    assert (kept.reasons, kept.comment) == ((), "Xin thêm ghế.")


def test_a_call_back_number_stands_in_the_file_only_sealed_to_the_desk(store: PublicStore, tmp_path: Path) -> None:
    identity = x25519.Identity.generate()
    key = store.answer(LETTER, 1, AT).change_key or ""
    words = Words((), "Xin chỉ giúp giấy chuyển tuyến", send_now=True, call_back="0912345678")
    store.add_words(LETTER, key, words, AT, str(identity.to_public()))
    (message,) = store.sealed_messages(7)
    opened = json.loads(decrypt(message.sealed, [identity]))
    assert opened == {"on": "2026-11-21", "phone": "0912345678", "text": "Xin chỉ giúp giấy chuyển tuyến"}
    store.close()
    on_disk = b"".join(path.read_bytes() for path in sorted(tmp_path.iterdir()))
    assert b"0912345678" not in on_disk
    assert "chuyển tuyến".encode() not in on_disk


def test_who_asks_only_for_a_call_keeps_the_message_apart_from_the_number(store: PublicStore) -> None:
    identity = x25519.Identity.generate()
    key = store.answer(LETTER, 1, AT).change_key or ""
    store.add_words(LETTER, key, Words((), "Chờ lâu", call_back="0912345678"), AT, str(identity.to_public()))
    (message,) = store.sealed_messages(7)
    assert json.loads(decrypt(message.sealed, [identity])) == {"on": "2026-11-21", "phone": "0912345678"}
    assert store.answers(7, OFFICE)[0].comment == "Chờ lâu"


def test_the_same_message_sent_twice_reaches_the_desk_once_and_goes_when_acknowledged(store: PublicStore) -> None:
    recipient = str(x25519.Identity.generate().to_public())
    key = store.answer(LETTER, 1, AT).change_key or ""
    for _ in range(2):
        store.add_words(LETTER, key, Words((), "Cảm ơn", send_now=True), AT, recipient)
    (message,) = store.sealed_messages(7)
    assert store.sealed_messages(8) == ()
    store.drop_messages([message.id])
    assert store.sealed_messages(7) == ()


def test_without_a_key_of_the_desk_no_number_is_kept_anywhere(store: PublicStore) -> None:
    key = store.answer(LETTER, 1, AT).change_key or ""
    store.add_words(LETTER, key, Words((), "Chờ lâu quá", send_now=True, call_back="0912345678"), AT)
    assert store.sealed_messages(7) == ()
    assert store.answers(7, OFFICE)[0].comment == "Chờ lâu quá"


def test_a_comment_loses_what_cannot_be_seen_and_all_beyond_its_length() -> None:
    words = Words((), "Tốt\u202e lắm\x00\r\n" + "a" * 2000)
    assert words.comment.startswith("Tốt lắm a")
    assert len(words.comment) == 1200


def test_a_shrunk_letter_remembers_only_that_it_has_answered(store: PublicStore, tmp_path: Path) -> None:
    key = store.answer(LETTER, 2, AT).change_key or ""
    store.add_words(LETTER, key, Words(("quick",), "Nhanh lắm"), AT)
    store.shrink([store.answers(7, OFFICE)[0].id])
    assert store.answers(7, OFFICE) == ()
    with sqlite3.connect(tmp_path / "public.db") as raw:
        assert raw.execute("SELECT desk, serial FROM counted").fetchall() == [(7, 1)]
        assert raw.execute("SELECT count(*) FROM ballots").fetchone() == (0,)
    raw.close()
    assert store.answer(LETTER, 1, AT, key).state == "again"
    assert store.answers(7, OFFICE) == ()
    assert store.late_taps(7) == 1
    store.close()
    assert "Nhanh lắm".encode() not in (tmp_path / "public.db").read_bytes()


def test_only_answers_that_nobody_can_change_any_more_are_settled(store: PublicStore) -> None:
    store.answer(LETTER, 2, AT)
    assert store.answers(7, OFFICE, settled_by=AT + timedelta(hours=24)) == ()
    assert len(store.answers(7, OFFICE, settled_by=AT + timedelta(hours=25))) == 1


def test_rows_stand_in_the_file_in_the_order_of_random_names_not_of_time(store: PublicStore, tmp_path: Path) -> None:
    for serial in range(40):
        store.answer(Token("birth", 7, serial), 3, AT)
    with sqlite3.connect(tmp_path / "public.db") as raw:
        tables = [row[0] for row in raw.execute("SELECT sql FROM sqlite_master WHERE type = 'table'")]
        ids, _desks, serials, *_rest = zip(*raw.execute("SELECT * FROM answers").fetchall(), strict=True)
    raw.close()
    assert all("WITHOUT ROWID" in sql and "STRICT" in sql for sql in tables)
    assert list(ids) == sorted(ids)
    assert list(serials) != sorted(serials)


def test_the_file_waits_for_the_disk_before_it_confirms(store: PublicStore) -> None:
    with store._engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2


def test_sixteen_hands_tapping_one_letter_at_once_leave_one_vote(store: PublicStore) -> None:
    states: list[str] = []
    threads = [threading.Thread(target=lambda: states.append(store.answer(LETTER, 2, AT).state)) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(states) == ["again"] * 15 + ["first"]
    assert len(store.answers(7, OFFICE)) == 1


def test_a_file_of_a_newer_program_is_refused_and_left_alone(store: PublicStore, tmp_path: Path) -> None:
    store.close()
    with sqlite3.connect(tmp_path / "public.db") as raw:
        raw.execute("UPDATE public_facts SET value = '3' WHERE name = 'schema'")
        raw.execute("DROP TABLE ballots")
    raw.close()
    with pytest.raises(StoreTrouble, match="store-too-new"):
        PublicStore.open(f"sqlite:///{(tmp_path / 'public.db').as_posix()}", os.urandom)
    with sqlite3.connect(tmp_path / "public.db") as raw:
        assert raw.execute("SELECT count(*) FROM sqlite_master WHERE name = 'ballots'").fetchone() == (0,)
    raw.close()


@pytest.mark.parametrize(("score", "channel"), [(0, "qr"), (4, "qr"), (2, "slip")])
def test_a_score_or_channel_that_no_page_offers_is_our_own_mistake(
    store: PublicStore, score: int, channel: str
) -> None:
    with pytest.raises(ValueError, match="a score is"):
        store.answer(LETTER, score, AT, channel=channel)
