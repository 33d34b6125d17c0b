"""A year is scored, confirmed and written by the command line alone; its table comes back in as a set."""

from __future__ import annotations

import pypdfium2
from desk_terminal import Terminal
from python_calamine import load_workbook


def test_a_year_is_scored_confirmed_and_written_on_the_command_line(seated: Terminal) -> None:
    ask = seated.ask
    assert [one["state"] for one in ask("criteria", "list")["sets"]] == ["example"]
    problems = seated.refused(2, "criteria", "score", "2026", "2.2", "3,5")["problems"]
    assert [(one["field"], one["code"]) for one in problems] == [("reason", "criteria-reason")]
    assert ask("criteria", "score", "2026", "2.2", "3,5", "--reason", "thiếu quạt")["points"] == 350
    assert seated.refused(2, "criteria", "confirm", "2026")["trouble"]["code"] == "criteria-unscored"
    for row in ask("criteria", "show", "2026")["criteria"]:
        if row["lacks"]:
            ask("criteria", "score", "2026", row["code"], f"{row['most'] // 100}")
    done = ask("criteria", "confirm", "2026")
    given = ("--number", "812/QĐ-UBND", "--on", "19/11/2026", "--points", "2.2=3", "--points", "2.1=3")
    assert ask("criteria", "province", "2026", *given)["total"] == 600
    shown = ask("criteria", "show", "2026")
    assert (shown["points"], shown["digest"], shown["version"]) == (done["points"], done["digest"], 1)
    top = seated.folder.parent
    for name in ("bang.pdf", "bang.xlsx"):
        ask("criteria", "write", "2026", "--out", str(top / name))
    assert seated.refused(2, "criteria", "write", "2026", "--out", str(top / "bang.doc"))["trouble"]["code"]
    with pypdfium2.PdfDocument(top / "bang.pdf") as paper:
        text = "".join(page.get_textpage().get_text_range() for page in paper)
        assert paper[0].get_size()[0] > paper[0].get_size()[1]
    assert done["digest"] in text
    assert "Điểm của tỉnh theo quyết định 812/QĐ-UBND ngày 19/11/2026: 6 điểm" in " ".join(text.split())
    rows = load_workbook(str(top / "bang.xlsx")).get_sheet_by_name("Bảng chấm").to_python()
    row = next(row for row in rows if row[1] == "2.2")
    assert row[:8] == ["Trụ sở và nơi đón tiếp", "2.2", row[2], 4.0, "", "", 3.5, 3.0]
    assert rows[-1][3] == 100.0
    assert rows[-1][6] == done["points"] / 100
    looked = ask("criteria", "take-in", str(top / "bang.xlsx"))
    assert (len(looked["rows"]), looked["most"], looked["kept"]) == (31, 10_000, None)
    assert not any(row["wrong"] for row in looked["rows"])
    kept = ask("criteria", "take-in", str(top / "bang.xlsx"), "--keep")["kept"]
    assert ask("criteria", "use", kept)["set"] == "bo-tieu-chi/1"
    assert ask("criteria", "begin", "bo-tieu-chi")["set"] == "bo-tieu-chi/2"
    assert ask("criteria", "reopen", "2026", "--set", "mau-100", "--reason", "đếm lại")["version"] == 2
