"""What a form reads back in words, and that nobody has to type past it."""

from __future__ import annotations

from form_hands import Hands
from PySide6.QtWidgets import QLabel

from desk_app.services.desk import Desk
from desk_app.services.lookup import Lookup
from desk_app.ui.form.model import Saved


def told(hands: Hands) -> str:
    line = hands.box("told:died_in_words").entry
    assert isinstance(line, QLabel)
    return line.text() if line.isVisible() else ""


def test_hour_and_day_of_a_death_are_read_back_in_words_while_they_are_typed(hands: Hands, desk: Desk) -> None:
    hands.page.arrive(event="death")
    assert (told(hands), hands.page.form.model.untouched) == ("", True)
    hands.compose("Đặng Văn Khoan")
    hands.page.form.sections.focus("died_on")
    hands.compose("17/11")
    day = "ngày mười bảy tháng mười một năm hai nghìn không trăm hai mươi sáu"
    assert told(hands) == f"Bằng chữ: {day}"
    hands.type("\n")
    hands.compose("17:30")
    assert told(hands) == f"Bằng chữ: mười bảy giờ ba mươi phút, {day}"
    hands.type("\n\n")
    assert hands.at() == "cause"
    hands.page.form.model.check()
    saved = next(one for one in (hands.page.form.model.save() for _ in range(2)) if isinstance(one, Saved))
    assert ("Bằng chữ", f"mười bảy giờ ba mươi phút, {day}") in Lookup(desk.seat).record(saved.id).facts
