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


def test_signs_switches_and_hamlets_are_set_at_the_terminal(seated: Terminal) -> None:
    seated.ask("set", "sign-apology", "vp-txl")
    seated.ask("set", "letter-numbers", "no")
    assert seated.refused(2, "set", "card-numbers", "maybe")["trouble"]["code"] == "not-a-switch"
    assert seated.refused(2, "set", "sign-apology", "05/x")["trouble"]["code"] == "number-sign"
    assert seated.refused(2, "set", "sign-letters", "X")["trouble"]["code"] == "no-such-setting"
    assert "Xã không đánh số" in seated.run("number", "1").output
    assert seated.ask("hamlet", "Bản Nà Hà", "bản làng") == {"hamlets": {"Bản Nà Hà": "bản làng"}}
    assert seated.ask("hamlet", "bản nà hà") == {"hamlets": {}}
