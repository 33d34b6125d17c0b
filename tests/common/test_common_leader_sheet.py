"""The leader's sheet is one page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
from model_reports import HEADING, full_report

from common.paper.fonts import Fonts
from common.paper.leader_sheet import LeaderSheet, leader_pdf
from common.words import leader_sheet as words

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"


def test_it_stays_one_page_however_much_there_is_to_tell() -> None:
    report = full_report()
    owed = [words.report_owed(f"tháng {month} năm 2026", date(2026, month, 5)) for month in range(1, 12)]
    late = words.late(12, 3, owed, 40)
    told = (
        (words.DONE, words.done(report)),
        (words.SAID, words.said(report.figures)),
        (words.LATE, late),
        (words.PRAISE, words.praise(report.figures.year)),
        (words.COMING, owed),
    )
    sheet = LeaderSheet("THÁNG 11", "", told, report.months, words.FOOT.format(day="30/11/2026"))
    document = pypdfium2.PdfDocument(leader_pdf(sheet, HEADING, Fonts(FONTS)))
    assert len(document) == 1
    assert "và 10 việc nữa" in " ".join(document[0].get_textpage().get_text_range().split())
