"""Every commune of the country can write its letters, however long its name is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from letter_orders import (
    CODE,
    OFFICE,
    usual_apology,
    usual_birth,
    usual_death,
    usual_marriage,
    usual_official_birth,
    usual_thanks,
)
from test_letters_beauty import end_of

from common.units import UnitTable
from desk_app.domain.office import Office
from desk_app.letters.compose import compose
from desk_app.letters.heads import AGENCY, BEFORE_DATE, DATE
from desk_app.letters.order import Order
from desk_app.letters.stock import Stock

DAY = date(2026, 11, 21)
MOST = 40
LETTERS = (usual_birth, usual_official_birth, usual_marriage, usual_death, usual_thanks, usual_apology)
HANOI = replace(
    OFFICE,
    unit_name="phường Văn Miếu - Quốc Tử Giám",
    parent_name="thành phố Hà Nội",
    place="Văn Miếu - Quốc Tử Giám",
)
"""The commune with the longest name of all."""


@pytest.fixture(scope="module")
def offices(stock: Stock) -> list[Office]:
    """The communes whose names are widest in capitals."""
    table = UnitTable.read((Path(__file__).parents[2] / "resources" / "units" / "units.tsv").read_bytes())
    units = sorted(table.communes(DAY), key=lambda unit: -stock.shaper.width(unit.full_name.upper(), AGENCY[1]))[:MOST]
    named = [(unit, table.parent(unit, DAY)) for unit in units]
    return [
        replace(OFFICE, unit=unit.code, unit_name=unit.full_name, parent_name=above.full_name, place=unit.name)
        for unit, above in named
        if above
    ]


@pytest.mark.parametrize("letter", LETTERS)
def test_the_communes_with_the_longest_names_write_every_letter(
    letter: Callable[..., Order], offices: list[Office], stock: Stock
) -> None:
    assert len(offices) == MOST
    assert offices[0].unit_name == HANOI.unit_name
    told = {office.unit_name: compose(letter(office=office), stock) for office in offices}
    assert {name: outcome.problems for name, outcome in told.items() if outcome.value is None} == {}


@pytest.mark.parametrize("letter", [usual_birth, usual_marriage, usual_death])
def test_agency_and_date_keep_their_distance(letter: Callable[..., Order], offices: list[Office], stock: Stock) -> None:
    for office in offices:
        composed = compose(letter(office=office), stock).value
        assert composed is not None
        runs = composed.page.runs
        agency = [run for run in runs if run.font in {style.font for style in AGENCY} and run.tracking == 20][:3]
        (dated,) = (run for run in runs if run.font == DATE.font and "tháng 11 năm 2026" in run.text and run.y < 24000)
        beside = [run for run in agency if run.y < 24000]
        assert dated.x / 1000 >= max(end_of(run, stock) for run in beside) + BEFORE_DATE - 0.05, office.unit_name


def test_a_name_too_long_for_its_line_stands_under_the_committee(stock: Stock) -> None:
    usual, long = (compose(usual_birth(office=office), stock).value for office in (OFFICE, HANOI))
    assert usual is not None
    assert long is not None
    told = [[run.text for run in each.page.runs if run.y < 24000] for each in (usual, long)]
    assert told[0][:2] == ["TỈNH NAM HẢI", "ỦY BAN NHÂN DÂN XÃ AN LIÊN"]
    assert told[1][:3] == ["THÀNH PHỐ HÀ NỘI", "ỦY BAN NHÂN DÂN", "PHƯỜNG VĂN MIẾU - QUỐC TỬ GIÁM"]


@pytest.mark.parametrize("letter", [usual_official_birth, usual_apology])
def test_a_long_name_on_a4_is_parted_between_its_groups_and_keeps_its_size(
    letter: Callable[..., Order], offices: list[Office], stock: Stock
) -> None:
    for office in (*offices, OFFICE):
        composed = compose(letter(office=office), stock).value
        assert composed is not None
        runs = [run for run in composed.page.runs if run.y < 60000]
        head = [run for run in runs if run.font == "LiberationSerif-Bold" and run.text.isupper() and run.x < 63000]
        committee = next(place for place, run in enumerate(head) if run.text == "ỦY BAN NHÂN DÂN")
        name = [run for run in head[committee + 1 :] if run.x < 100000]
        assert " ".join(run.text for run in name) == office.unit_name.upper()
        assert {run.size for run in name} == {head[committee].size}, office.unit_name
        if office.unit_name == HANOI.unit_name:
            assert [run.text for run in name] == ["PHƯỜNG VĂN MIẾU -", "QUỐC TỬ GIÁM"]
        (number,) = (run for run in runs if run.text.startswith("Số:"))
        assert number.y - name[-1].y == pytest.approx(8600, abs=1)


def test_an_agency_of_its_own_words_that_fits_nowhere_is_told_at_its_field(stock: Stock) -> None:
    office = replace(OFFICE, unit_name="xã " + "Nguyễn Bỉnh Khiêm " * 4, place="An Liên")
    outcome = compose(usual_birth(office=office, code=CODE), stock)
    assert outcome.value is None
    assert [(one.field, one.code) for one in outcome.problems] == [("office_unit_name", "letter-too-long")]
