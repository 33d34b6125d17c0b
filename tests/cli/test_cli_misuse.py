"""Whatever is typed or handed in: one sentence, the right status, one JSON value, and nothing lost."""

from __future__ import annotations

import json
import os
import unicodedata

import pytest
from desk_terminal import BIRTH, UNIT, Terminal

DEEP = "[" * 100_000
JSON_TRAPS = {
    "empty": b"",
    "deep": DEEP.encode(),
    "long number": b'{"born": ' + b"9" * 5000 + b"}",
    "array": b"[]",
    "null": b"null",
    "utf-16": json.dumps(BIRTH).encode("utf-16"),
}


@pytest.mark.parametrize(
    "words",
    [
        ("frob",),
        ("enter",),
        ("enter", "wedding", "x.json"),
        ("show", "abc"),
        ("show", "9" * 30),
        ("letter", "9" * 30, "--out", "x.pdf"),
        ("find", "--zzz"),
        ("find", "an", "bình", "châu"),
        ("find", "an", "--limit", "0"),
    ],
)
def test_a_line_that_cannot_be_understood_gets_a_sentence_and_json(terminal: Terminal, words: tuple[str, ...]) -> None:
    trouble = terminal.refused(2, *words)["trouble"]
    assert trouble["code"] == "usage"
    assert "Chưa có gì thay đổi" in trouble["sentence"]
    spoken = terminal.run(*words)
    assert (spoken.exit_code, spoken.stdout) == (2, "")
    assert "Usage" not in spoken.stderr
    assert "Chưa có gì thay đổi" in spoken.stderr


@pytest.mark.parametrize("raw", JSON_TRAPS.values(), ids=JSON_TRAPS.keys())
def test_a_file_that_is_no_draft_is_named(seated: Terminal, raw: bytes) -> None:
    path = seated.root / "draft.json"
    path.write_bytes(raw)
    trouble = seated.refused(2, "enter", "birth", str(path))["trouble"]
    assert trouble["code"] in ("file-not-json", "file-unreadable")
    assert "draft.json" in trouble["sentence"]


def test_a_field_that_stands_twice_is_refused_since_nobody_knows_which_was_meant(seated: Terminal) -> None:
    path = seated.root / "draft.json"
    path.write_text('{"child_name": "Lê An", "child_name": "Lê Ân"}', encoding="utf-8")
    trouble = seated.refused(2, "enter", "birth", str(path))["trouble"]
    assert trouble["code"] == "field-twice"
    assert "child_name" in trouble["sentence"]


def test_a_file_of_many_megabytes_is_refused_before_it_is_read(seated: Terminal) -> None:
    (seated.root / "draft.json").write_bytes(b" " * 2_000_000)
    assert seated.refused(2, "enter", "birth", str(seated.root / "draft.json"))["trouble"]["code"] == "file-too-large"


@pytest.mark.parametrize("now", ["yesterday", "0001-01-01", "2026-11-20T09:00+25:00"])
def test_a_moment_that_no_clock_shows_is_refused(seated: Terminal, now: str) -> None:
    seated.now = now
    assert seated.refused(2, "find", "an")["trouble"]["code"] == "not-a-moment"


def test_nothing_is_ever_written_over_the_registers_own_files(seated: Terminal) -> None:
    id = str(seated.ask("enter", "birth", seated.file("birth.json", BIRTH))["id"])
    before = (seated.folder / "keyring.json").read_bytes()
    target = str(seated.folder / "keyring.json")
    for words in (
        ("letter", id, "--out", target),
        ("letters", "--pending", "--out", target),
        ("report", "2026", "--out", target),
        ("card", "--out", target),
    ):
        assert seated.refused(2, *words)["trouble"]["code"] == "own-folder"
    assert (seated.folder / "keyring.json").read_bytes() == before


def test_a_registration_named_twice_stands_on_its_letter_once(seated: Terminal) -> None:
    id = str(seated.ask("enter", "birth", seated.file("birth.json", BIRTH))["id"])
    assert seated.ask("letter", id, id, "--out", str(seated.root / "letter.pdf"))["covers"] == [int(id)]


@pytest.mark.parametrize("name", ["", "\u202e\n", "x" * 61])
def test_a_user_without_a_readable_name_is_not_added(seated: Terminal, name: str) -> None:
    assert seated.refused(2, "user", "add", name, "--role", "clerk")["trouble"]["code"] == "user-name-empty"


def test_one_name_is_one_user_however_its_marks_and_spaces_are_typed(seated: Terminal) -> None:
    added = seated.ask("user", "add", unicodedata.normalize("NFD", "Lán"), "--role", "clerk")
    assert seated.refused(2, "user", "add", " Lán ", "--role", "clerk")["trouble"]["code"] == "user-exists"
    seated.password = added["password"]
    assert seated.ask("find", "an", "--user", "Lán") == []


def test_no_register_opens_with_an_empty_password(terminal: Terminal) -> None:
    terminal.password = ""
    assert terminal.refused(2, "setup", "--unit", UNIT)["trouble"]["code"] == "password-empty"
    assert not terminal.folder.exists()


def test_a_password_that_is_no_text_is_only_a_wrong_password(seated: Terminal) -> None:
    seated.password = "demo\udcff"
    assert seated.refused(1, "find", "an")["trouble"]["code"] == "wrong-password"


def test_a_reason_of_blanks_is_no_reason(seated: Terminal) -> None:
    id = str(seated.ask("enter", "birth", seated.file("birth.json", BIRTH))["id"])
    change = seated.file("change.json", {"hamlet": "Thôn 1"})
    assert seated.refused(2, "void", id, "--reason", " \u200b ")["trouble"]["code"] == "reason-empty"
    assert seated.refused(2, "amend", id, change, "--reason", "")["trouble"]["code"] == "reason-empty"
    assert seated.ask("show", id)["state"] == "live"


def test_a_field_that_swallowed_a_page_is_named(seated: Terminal) -> None:
    draft = seated.file("draft.json", {**BIRTH, "child_name": "Nguyễn " + "A" * 10_000})
    (problem,) = [row for row in seated.refused(2, "enter", "birth", draft)["problems"] if row["level"] == "error"]
    assert (problem["field"], problem["code"]) == ("child_name", "too-long")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("sign", ""), "signatory-empty"),
        (("sign", "Lê An", "--title", "\n"), "signatory-empty"),
        (("sign", "A" * 300), "setting-too-long"),
        (("set", "phone", "0" * 300), "setting-too-long"),
        (("set", "colour", "red"), "no-such-setting"),
        (("set", "condolence-code", "maybe"), "not-a-switch"),
        (("card", "--out", "c.mctt", "--label", "x" * 100), "setting-too-long"),
    ],
)
def test_a_setting_that_no_letter_can_hold_is_refused(seated: Terminal, words: tuple[str, ...], code: str) -> None:
    assert seated.refused(2, *words)["trouble"]["code"] == code


def test_a_switch_is_turned_as_the_handbook_says(seated: Terminal) -> None:
    for word in ("yes", "no", "bat", "tắt"):
        seated.ask("set", "condolence-code", word)


def test_a_slip_from_the_year_one_is_refused_so_that_no_month_is_held_up_by_it(seated: Terminal) -> None:
    slip = seated.file("slip.json", {"channel": "slip", "score": "3", "on": "1/1/0001"})
    assert seated.refused(2, "rate", slip)["problems"][0]["code"] == "answer-day"


def test_what_the_program_keeps_is_for_its_own_account_only(terminal: Terminal) -> None:
    before = os.umask(0o022)
    try:
        terminal.ask("setup", "--unit", UNIT)
        terminal.ask("backup", str(terminal.root / "copies"))
    finally:
        os.umask(before)
    kept = [path for top in (terminal.folder, terminal.root / "copies") for path in (top, *top.rglob("*"))]
    assert [path.name for path in kept if path.stat().st_mode & 0o077] == []
