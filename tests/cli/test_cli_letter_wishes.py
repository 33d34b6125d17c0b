"""A letter chosen at the command line: what is named changes, what was chosen before stands."""

from __future__ import annotations

import pypdfium2
from desk_terminal import BIRTH, Terminal


def pages(out: str) -> list[str]:
    document = pypdfium2.PdfDocument(out)
    texts = [" ".join(str(page.get_textpage().get_text_range()).split()) for page in document]
    document.close()
    return texts


def test_options_of_a_letter_are_kept_until_others_are_named(seated: Terminal) -> None:
    id = str(seated.ask("enter", "birth", seated.file("birth.json", BIRTH))["id"])
    out = str(seated.root / "letter.pdf")
    wish = ["--choice", "to-mother", "--address", "mother=bà", "--english", "--undated"]
    first = seated.ask("letter", id, "--out", out, *wish)
    front, back = pages(out)
    assert first["pages"] == 2
    assert "Thân gửi bà Trần Thị Ngọc Lan, Ngày bà đến khai sinh" in front
    assert "ngày tháng năm 2026" in front
    assert back.startswith("A translation for the family")
    assert seated.ask("letter", id, "--out", out)["letter"] == first["letter"]
    anew = seated.ask(
        "letter", id, "--out", out, "--no-english", "--dated", "--free-line", "Xã gửi tặng cháu cây bưởi."
    )
    assert (anew["pages"], anew["letter"] != first["letter"]) == (1, True)
    assert "Thân gửi bà Trần Thị Ngọc Lan" in pages(out)[0]
    seated.ask("printed", str(anew["letter"]))
    held = seated.refused(2, "letter", id, "--out", out, "--free-line", "")
    assert "đã in với lời khác" in held["problems"][0]["sentence"]
    refused = seated.run("letter", id, "--out", out, "--address", "neighbour=bác")
    assert (refused.exit_code, "neighbour=bác" in refused.output) == (2, True)
    seated.ask("letter", id, "--out", out, "--free-line", "", "--anyway", "gia đình xin thôi câu ấy")
    assert "cây bưởi" not in pages(out)[0]
