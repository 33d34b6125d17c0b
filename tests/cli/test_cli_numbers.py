"""desk-cli numbers and number: given, taken back, put on paper."""

from __future__ import annotations

from desk_terminal import BIRTH, Terminal


def test_a_letter_gets_its_number_and_the_book_goes_on_paper(seated: Terminal) -> None:
    id = str(seated.ask("enter", "birth", seated.file("b.json", BIRTH))["id"])
    sheet = ("--template", "birth-official", "--out", str(seated.root / "thu.pdf"))
    letter = str(seated.ask("letter", id, *sheet)["letter"])
    assert seated.refused(2, "number", letter)["trouble"]["code"] == "letter-not-printed"
    seated.ask("printed", letter)
    (row,) = seated.ask("numbers")
    assert (row["state"], row["number"]) == ("waiting", "01/TCM-UBND")
    assert seated.ask("number", letter, "--number", "7") == [{"letter": int(letter), "number": "07/TCM-UBND"}]
    assert seated.ask("number", letter, "--take-back")[0]["number"] == "07/TCM-UBND"
    assert "Đã cấp số 02/TCM-UBND" in seated.run("number", letter, "--number", "2").output
    paper = seated.root / "so.pdf"
    told = seated.run("numbers", "--out", str(paper)).output
    assert "số 01/TCM-UBND (trống)" in told
    assert paper.read_bytes().startswith(b"%PDF")
