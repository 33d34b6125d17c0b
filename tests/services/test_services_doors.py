"""What a month-end is asked for must be a month that has come."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk_app.services.desk import Desk
from desk_app.services.trouble import Mistake
from tools.pretend_office import PretendOffice


@pytest.fixture
def office(tmp_path: Path, desk: Desk) -> PretendOffice:
    level_above = PretendOffice(tmp_path)
    desk.district.enrol(level_above.enrol(desk))
    return level_above


@pytest.mark.parametrize(
    ("period", "code"),
    [("2026-Q4", "not-a-month"), ("2026", "not-a-month"), ("2099-01", "month-to-come"), ("2026-13", "not-a-period")],
)
def test_a_bundle_is_of_one_month_that_has_come(
    desk: Desk, office: PretendOffice, tmp_path: Path, period: str, code: str
) -> None:
    with pytest.raises(Mistake) as refused:
        desk.month.close(tmp_path / "usb", period)
    assert refused.value.code == code
    assert not (tmp_path / "usb").exists()
