"""The year's log by the command line: a clerk is told the counts of conduct and none of its words."""

from __future__ import annotations

import json
from dataclasses import replace

from desk_terminal import Terminal

OFFICER = "Lương Văn Gắt"


def test_an_entry_goes_from_add_to_the_table_on_the_command_line(seated: Terminal) -> None:
    ask, file = seated.ask, seated.file
    meeting = {"on": "2/11/2026", "what": "reception", "n": 4}
    id = str(ask("log", "add", "meeting", file("a.json", meeting))["id"])
    assert seated.refused(2, "log", "change", id, file("b.json", {"settled": 9}))["problems"][0]["field"] == "settled"
    assert ask("log", "change", id, file("b.json", {"n": 5}))["version"] == 2
    told = ask("log", "list", "--year", "2026", "--kind", "meeting")
    assert [(one["n"], one["on"]) for one in told["entries"]] == [(5, "2026-11-02")]
    assert told["counts"]["meetings"]["reception"] == {"n": 5, "settled": 0}
    out = seated.folder.parent / "hoat-dong.xlsx"
    ask("log", "list", "--year", "2026", "--out", str(out))
    assert out.read_bytes()[:2] == b"PK"
    ask("log", "take-back", id, "--reason", "Ghi hai lần")
    assert ask("log", "list", "--year", "2026")["entries"] == []


def test_no_answer_to_a_clerk_holds_a_word_of_conduct(seated: Terminal) -> None:
    conduct = {"how": "written", "about": OFFICER, "words": "quát tháo bà con"}
    id = str(seated.ask("log", "add", "conduct", seated.file("a.json", conduct))["id"])
    password = seated.ask("user", "add", "lan", "--role", "clerk")["password"]
    lan = replace(seated, password=password, user="lan")
    assert OFFICER in str(seated.ask("log", "list"))
    told = lan.run("log", "list", "--json").stdout + lan.run("log", "list").stdout
    assert "Gắt" not in told
    assert json.loads(lan.run("log", "list", "--json").stdout)["counts"]["conduct"]["told"] == 1
    file = seated.file("b.json", {"done": "x"})
    for words in (
        ("list", "--kind", "conduct"),
        ("add", "conduct", file),
        ("change", id, file),
        ("take-back", id, "--reason", "x"),
        ("erase", id, "--reason", "x"),
    ):
        assert lan.refused(1, "log", *words)["trouble"]["code"] == "not-allowed"
    assert seated.ask("log", "erase", id, "--reason", "Người ấy đề nghị")["scrubbed"]
    assert OFFICER not in str(seated.ask("log", "list"))
