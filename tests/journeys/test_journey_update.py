"""The whole road of an update: the office gathers and signs it, the desk tells it, uses it, writes letters and counts
reports by it, and goes back."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
from test_journey_month import district
from update_samples import NEW_WORDS, calendar, letter, questions
from window_door import NOW
from window_robot import Tied

from window_kit import LOGIN  # isort: skip

from desk_app.app.options import Asked
from desk_app.domain.drafts import MarriageDraft
from desk_app.house import open_desk
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.question_sets import QuestionDesk
from desk_app.services.updates import Updates

WEDDING = MarriageDraft(
    husband_name="Trần Quốc Việt",
    husband_born="1998",
    wife_name="Nguyễn Thị Hồng Gấm",
    wife_born="1999",
    registered_on="20/11/2026",
)


def words_of_a_letter(desk: Desk, day: str) -> str:
    entered = desk.register.enter(replace(WEDDING, registered_on=day))
    made = desk.letters.prepare([entered.id], Wish())  # type: ignore[union-attr]
    assert isinstance(made, Prepared)
    pages = pypdfium2.PdfDocument(desk.letters.pdf([made.letter]))
    return " ".join(pages[0].get_textpage().get_text_range().split())


def test_what_the_office_signs_is_in_force_at_the_desk_until_it_is_put_back(tied: Tied, tmp_path: Path) -> None:
    above, made = shutil.copytree(tied.above, tmp_path / "huyện"), shutil.copytree(tied.desk, tmp_path / "quầy")
    handed, usb = tmp_path / "gửi xã", tmp_path / "usb"
    for folder in (handed, usb):
        folder.mkdir()
    (handed / "marriage-card.txt").write_text(letter()["text"], encoding="utf-8")
    (handed / "lịch.json").write_text(json.dumps(calendar()), encoding="utf-8")
    (handed / "câu hỏi.json").write_text(json.dumps(questions()), encoding="utf-8")
    district(above, "update", str(handed), "--from", "2026-11-20", "--out", str(usb))

    desk = open_desk(made, Asked(made, NOW).world(), LOGIN)
    try:
        updates = Updates(desk.seat)
        path = updates.found_in([usb])
        assert path is not None
        assert NEW_WORDS not in words_of_a_letter(desk, "18/11/2026")
        updates.take(path, updates.look(path).document)
        assert NEW_WORDS in words_of_a_letter(desk, "19/11/2026")
        assert desk.seat.calendars().read_period("2026-Q4@quy-14").last == date(2026, 12, 20)
        (quarter,) = (one for one in desk.yearly.asked() if one.period.name == "2026-Q4@quy-14")
        assert quarter.due == date(2026, 12, 25)
        assert QuestionDesk(desk.seat).in_force().mark == "service-3/2"
        updates.put_back()
        assert NEW_WORDS not in words_of_a_letter(desk, "20/11/2026")
        assert desk.seat.calendars().read_period("2026-Q4@quy-14").last == date(2026, 12, 14)
    finally:
        desk.close()
