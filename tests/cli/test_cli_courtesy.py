"""desk-cli courtesy: written, drawn again, printed, handed over, taken back."""

from __future__ import annotations

import pypdfium2
from desk_terminal import Terminal

LATE = {
    "kind": "late",
    "to_address": "bà",
    "to_name": "Hoàng Thị Vân",
    "errand": "Cấp bản sao trích lục hộ tịch",
    "file_code": "H99.12-261112-0047",
    "promised": "18/11/2026",
    "again": "24/11/2026",
    "why": "Sổ của xã cũ đang chuyển về",
    "officer": "Bà Nguyễn Thu Hằng, điện thoại 0200 3555 018",
}


def test_an_apology_is_written_from_a_file_and_goes_the_way_of_every_letter(seated: Terminal) -> None:
    file, out = seated.file("late.json", LATE), seated.root / "thu.pdf"
    assert seated.ask("courtesy", "apology", file, "--dry-run") == {"id": None, "warnings": []}
    done = seated.ask("courtesy", "apology", file)
    assert (done["letter"], done["code"], done["warnings"]) == ("apology", "", [])
    id = str(done["id"])
    twice = seated.refused(2, "courtesy", "apology", file)["problems"]
    assert [one["code"] for one in twice] == ["courtesy-twice"]
    again = seated.ask("courtesy", "apology", file, "--anyway", "lá trước thất lạc")["id"]
    assert "đã bỏ" in seated.run("courtesy-void", str(again), "--reason", "thử").output.lower()
    (row,) = seated.ask("letters", "--pending", "--out", str(out))["letters"]
    assert (row["letter"], row["covers"]) == (done["id"], [])
    assert seated.ask("courtesy-letter", id, "--out", str(out))["state"] == "prepared"
    (page,) = pypdfium2.PdfDocument(out.read_bytes())
    assert "Kính gửi: Bà Hoàng Thị Vân" in page.get_textpage().get_text_range()
    seated.ask("printed", id)
    seated.ask("delivered", id, "--way", "home")
    assert seated.ask("report", "2026-11")["letters"]["apology"]["delivered"] == 1


def test_what_is_wrong_is_said_at_once_and_nothing_is_written(seated: Terminal) -> None:
    wrong = seated.file("wrong.json", {**LATE, "to_address": "", "again": "17/11/2026", "why": "số 079099001234"})
    codes = [one["code"] for one in seated.refused(2, "courtesy", "apology", wrong)["problems"]]
    assert sorted(codes) == ["courtesy-address-empty", "courtesy-again-not-after", "courtesy-personal-number"]
    strange = seated.file("strange.json", {"address": "12 Lê Lợi"})
    assert seated.refused(2, "courtesy", "thanks", strange)["trouble"]["code"] == "unknown-fields"
    assert seated.ask("letters", "--pending", "--out", str(seated.root / "x.pdf"))["letters"] == []
