"""The office's own words from a file to the sheet, by the command line alone."""

from __future__ import annotations

import pypdfium2
from desk_terminal import BIRTH, Terminal


def test_own_words_go_from_a_file_to_the_sheet_on_the_command_line(seated: Terminal) -> None:
    ask, top = seated.ask, seated.folder.parent
    file = top / "birth-card.txt"
    assert ask("templates", "write", "birth-card", "--out", str(file))["version"] == 1
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("{mot} mầm xanh", "{mot} mầm sanh {ten_bo}"), encoding="utf-8")
    for act in ("check", "save"):
        found = seated.refused(2, "templates", act, str(file))["findings"]
        assert [(one["code"], one["section"], one["line"]) for one in found] == [("unknown-field", "lời thư 2", 33)]
    file.write_text(text.replace("mầm xanh", "mầm non"), encoding="utf-8")
    assert ask("templates", "check", str(file)) == {"findings": [], "sound": True}
    drawn = ask("templates", "draw", str(file), "--case", "worst", "--ink", "black", "--out", str(top / "thu.pdf"))
    assert "relative" in drawn["cases"]
    with pypdfium2.PdfDocument(top / "thu.pdf") as paper:
        assert "PHÚC KHANG" in paper[0].get_textpage().get_text_range()
    assert ask("templates", "save", str(file)) == {"name": "birth-card", "version": 2}
    assert ask("templates", "save", str(file))["version"] == 2, "the draft that is there takes the words"
    assert seated.refused(2, "templates", "approve", "birth-card", "2", "--from", "2026-11-01")["trouble"]["code"]
    assert ask("templates", "approve", "birth-card", "2")["from_day"] == "2026-11-20"
    (shown,) = [one for one in ask("templates", "list")["templates"] if one["name"] == "birth-card"]
    assert [(one["version"], one["state"], one["in_force"]) for one in shown["versions"]] == [
        (2, "approved", True),
        (1, "shipped", False),
    ]
    assert "mầm non" in ask("templates", "show", "birth-card")["text"]
    id = str(ask("enter", "birth", seated.file("b.json", BIRTH))["id"])
    ask("letter", id, "--out", str(top / "that.pdf"))
    with pypdfium2.PdfDocument(top / "that.pdf") as paper:
        assert "mầm non" in paper[0].get_textpage().get_text_range()
    ask("templates", "withdraw", "birth-card", "2", "--reason", "thử thôi")
    assert ask("templates", "show", "birth-card")["version"] == 1
    found = seated.refused(2, "templates", "save", str(file), "--layout", "birth-official")["findings"]
    assert {"section-missing"} == {one["code"] for one in found}
    assert ask("templates", "save", str(file), "--layout", "birth-card")["name"] == "birth-thu-chuc-mung-khai-card"
