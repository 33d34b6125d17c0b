"""The sheet of a period holds the figures of the page, and no share of under five answers."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from test_services_ratings_view import batch, told

from desk_app.services.desk import Desk
from desk_app.services.ratings_view import voices
from desk_app.services.voice_paper import voice_paper
from tools.pretend_office import PretendOffice


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    told = " ".join(" ".join(str(page.get_textpage().get_text_range()).split()) for page in document)
    document.close()
    return told


def test_the_sheet_says_what_the_page_says(desk: Desk, tmp_path: Path) -> None:
    office = PretendOffice(tmp_path)
    desk.district.enrol(office.enrol(desk))
    few = text_of(voice_paper(desk.seat, "2026-Q4"))
    assert "Hài lòng trở lên: chưa đủ số liệu" in few
    assert [f"{number}. " in few for number in range(1, 6)] == [True, True, True, True, False]
    assert "Quý IV năm 2026, đến 20/11/2026" in few
    told(desk, office, tmp_path, batch(9, ("birth",), 2), batch(6, ("marriage",)))
    desk.voice.take({"channel": "slip", "score": "1"})
    shown = voices(desk.seat, "2026-Q4@quy-14")
    paper = text_of(voice_paper(desk.seat, "2026-Q4@quy-14"))
    assert (shown.content, shown.answers.n) == (13, 15)
    assert "13 trong 15 góp ý, 87%, khoảng 62 đến 96%" in paper
    assert "Quý IV: 15/09/2026 đến 20/11/2026" in paper
    assert "phiếu giấy 1" in paper
    assert "Nguyễn" not in paper
