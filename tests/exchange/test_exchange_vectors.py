"""The committed vectors: every file meets its verdict and its named check; every check has a file."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from exchange_kit import DESK, OFFICE, REGISTER, UNIT, senders

from exchange.bundle import open_bundle, read_lines
from exchange.card import read_card
from exchange.enrolment import open_enrolment
from exchange.journal import commitment, first_digest, next_digest, read_line, write_line
from exchange.keys import DeskKeys
from exchange.receipt import open_receipt
from exchange.seal import LARGEST_FILE
from exchange.token import Token, desk_key, genuine, mint, peek
from exchange.update import open_update
from exchange.verdicts import VERDICTS, Refused
from exchange.words import six_words

VECTORS = Path(__file__).parent / "vectors"
ROOM = Path(__file__).parents[2] / "exchange"


def vector(name: str) -> Any:
    return json.loads((VECTORS / name).read_text(encoding="utf-8"))


INDEX = vector("index.json")
ROWS = [pytest.param(kind, row, id=row["file"]) for kind, rows in INDEX.items() for row in rows]
GOOD_BUNDLES = [pytest.param(row, id=row["file"]) for row in INDEX["bundle"] if "document" in row]


def opened(kind: str, raw: bytes) -> Any:
    if kind == "bundle":
        return open_bundle(raw, OFFICE, senders())
    if kind == "card":
        return read_card(raw)
    if kind == "enrolment":
        return open_enrolment(raw, DESK, INDEX["enrolment"][0]["card"])
    if kind == "update":
        return open_update(raw, OFFICE.public.verify)
    return open_receipt(raw, DESK, OFFICE.public.verify)


@pytest.mark.parametrize(("kind", "row"), ROWS)
def test_every_vector_meets_its_verdict_and_its_named_check(kind: str, row: dict[str, Any]) -> None:
    raw = (VECTORS / row["file"]).read_bytes()
    if "document" in row:
        assert opened(kind, raw).document == row["document"]
        return
    with pytest.raises(Refused) as refused:
        opened(kind, raw)
    assert (refused.value.verdict, refused.value.detail) == (row["verdict"], row["detail"])


@pytest.mark.parametrize("row", GOOD_BUNDLES)
def test_the_lines_of_a_good_vector_are_set_aside_only_where_the_index_says_so(row: dict[str, Any]) -> None:
    bundle = open_bundle((VECTORS / row["file"]).read_bytes(), OFFICE, senders())
    aside = {str(one.position): one.reason for one in read_lines(bundle).set_aside if "part" not in one.reason}
    assert aside == row.get("set_aside", {})


def test_a_file_of_one_byte_more_than_20_mib_is_too_large() -> None:
    raw = (VECTORS / "bundle-good-first.mctt").read_bytes()
    with pytest.raises(Refused, match="file-size") as refused:
        open_bundle(raw + bytes(LARGEST_FILE + 1 - len(raw)), OFFICE, senders())
    assert refused.value.verdict == "too-large"


def test_every_named_check_of_the_room_has_a_vector() -> None:
    named = set()
    for source in ROOM.glob("*.py"):
        named |= set(re.findall(r'Refused\(\s*"([a-z-]+)",\s*"([a-z-]+)"', source.read_text(encoding="utf-8")))
    tried = {(row["verdict"], row["detail"]) for rows in INDEX.values() for row in rows if "detail" in row}
    assert named - tried == {("too-large", "file-size")}  # 20 MiB are made in the test above, not kept


def test_every_verdict_that_refuses_has_a_vector() -> None:
    tried = {row.get("verdict") for rows in INDEX.values() for row in rows}
    assert set(VERDICTS) - tried == {"accepted", "already-accepted", "waiting", "forked"}  # told by the history rule


def test_the_keys_of_the_vectors_are_written_as_the_public_tools_write_them() -> None:
    told = vector("keys.json")["desk"]
    assert told["verify"] == DESK.public.verify
    assert (told["identity"], told["receive"]) == (DESK.identity(), DESK.public.receive)
    assert DeskKeys.from_bytes(DESK.to_bytes()) == DESK


def test_the_chain_of_the_journal_vector_holds() -> None:
    told = vector("journal.json")
    digest = first_digest(REGISTER)
    digests = [digest.hex()]
    for text in told["lines"]:
        line = read_line(text.encode())
        assert write_line(line) == text.encode()
        digest = next_digest(digest, text.encode())
        digests.append(digest.hex())
    assert digests == told["digests"]


def test_the_commitments_of_the_journal_vector_hold() -> None:
    told = vector("journal.json")["part"]
    salt, raw = bytes.fromhex(told["salt"]), told["raw"].encode()
    assert commitment("shared", salt, raw) == told["shared"]
    assert commitment("home", salt, raw) == told["home"] != told["shared"]


def test_the_token_vectors_are_minted_and_read_alike() -> None:
    told = vector("tokens.json")
    key = desk_key(bytes.fromhex(told["master"]), told["desk"], told["generation"])
    assert key.hex() == told["key"]
    for row in told["tokens"]:
        token = Token(row["kind"], told["desk"], row["serial"])
        assert mint(token, key) == row["code"]
        assert peek(row["code"]) == token
        assert genuine(row["code"], key)


def test_the_six_words_of_a_known_document_never_change(quick_words: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exchange.words._COST", quick_words)
    six_words.cache_clear()
    told = vector("words.json")
    six = six_words(told["document"])
    assert (list(six.words), list(six.hex_groups)) == (told["words"], told["hex_groups"])


def test_the_vectors_are_of_one_place() -> None:
    assert vector("keys.json")["place"] == {"desk": 7, "register": REGISTER.hex(), "unit": UNIT}
