"""Hour and day of a death in words, as the paper book has them."""

from __future__ import annotations

from datetime import date

import pytest

from desk_app.domain.drafts import DeathDraft
from desk_app.domain.events import Death
from desk_app.domain.reading import read_death
from desk_app.domain.rules import Rules

DAY = "ngày mười bảy tháng mười một năm hai nghìn không trăm hai mươi sáu"


@pytest.mark.parametrize(
    ("died_on", "died_at", "told"),
    [
        ("17/11/2026", "", DAY),
        ("17/11/2026", "17:30", f"mười bảy giờ ba mươi phút, {DAY}"),
        ("17/11/2026", "5 giờ 30 chiều", f"mười bảy giờ ba mươi phút, {DAY}"),
        ("17/11/2026", "0h05", f"không giờ năm phút, {DAY}"),
        ("17/11/2026", "6:00", f"sáu giờ, {DAY}"),
        ("17/11/2026", "9 giờ tối", f"hai mươi mốt giờ, {DAY}"),
        ("17/11/2026", "gần sáng", DAY),
        ("11/2026", "", "tháng mười một năm hai nghìn không trăm hai mươi sáu"),
        ("2026", "", "năm hai nghìn không trăm hai mươi sáu"),
    ],
)
def test_the_words_say_what_is_known_of_hour_and_day(died_on: str, died_at: str, told: str) -> None:
    draft = DeathDraft(deceased_name="Đặng Văn Khoan", died_on=died_on, died_at=died_at, registered_on="20/11/2026")
    death = read_death(draft, Rules.standard("26461"), date(2026, 11, 20)).value
    assert isinstance(death, Death)
    assert death.died_in_words == told
