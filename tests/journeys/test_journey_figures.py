"""A leader who distrusts every number: desk, district and a plain recount agree through random weeks."""

from __future__ import annotations

import json
import re
import secrets
import shutil
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random
from typing import Any

import pypdfium2
import pytest
from cheap_passwords import cheapen
from click.testing import CliRunner
from figures_model import DeskModel, DistrictModel
from figures_papers import as_figures, span_of
from figures_play import Clock, Play

from common.periods import read_period
from desk_app.cli.commands import main as desk_cli
from desk_app.house import Login, World, open_desk, set_up
from desk_app.services.desk import Desk
from desk_app.services.setup import Wished
from district import house as district_house
from district.cli.commands import main as district_cli
from district.enrolling import Order
from district.house import District
from district.keyring import Cost
from district.paths import Folder
from district.reports import figures
from district.store.office import OfficeFacts
from district.users import Member, Newcomer

VIETNAM = timezone(timedelta(hours=7))
START = datetime(2026, 9, 10, 9, 30, tzinfo=VIETNAM)
LOGIN = Login("clerk", "demo")
UNITS = ("26461", "25195")
MONTHS = ("2026-08", "2026-09", "2026-10", "2026-11", "2026-12", "2027-01")
LONGER = ("2026-Q3", "2026-Q4", "2026-H1", "2026-H2", "2026-9M", "2026", "2027")
SPANS = ("2026-09-15..2026-10-14", "2026-10-15..2026-11-14", "2026-11-30..2026-12-01", "2026-10-31..2026-10-31")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two empty desks and an empty district, to be copied."""
    root = tmp_path_factory.mktemp("made")
    for number, unit in enumerate(UNITS):
        world = World(Clock(START), secrets.token_bytes, practice=True)
        set_up(root / f"desk-{number}", world, LOGIN, Wished(unit, leader="Phạm Quốc Thịnh", phone="0200 3555 018"))
        cheapen(root / f"desk-{number}", LOGIN.user, LOGIN.password)
    facts = OfficeFacts("75", "gopy.example", "", START.date().isoformat(), True, 5)
    first = Newcomer("officer", "administrator", "demo")
    world_above = district_house.World(Clock(START), secrets.token_bytes)
    folder = Folder(root / "district")
    district_house.make_district((folder, None), world_above, facts, first, Cost(64, 1, 1)).close()
    return root


def opened(made: Path, folder: Path, desks: tuple[int, ...]) -> Play:
    """Copies of the empty desks (a number twice: two desks of one commune, each its own register) and the district."""
    clock = Clock(START)
    found = []
    for place, number in enumerate(desks):
        if number in desks[:place]:
            world = World(clock, secrets.token_bytes, practice=True)
            set_up(folder / f"desk-{place}", world, LOGIN, Wished(UNITS[number], leader="Phạm Quốc Thịnh"))
        else:
            shutil.copytree(made / f"desk-{number}", folder / f"desk-{place}")
        found.append(open_desk(folder / f"desk-{place}", World(clock, secrets.token_bytes, practice=True), LOGIN))
    shutil.copytree(made / "district", folder / "district")
    above = district_house.open_district(
        Folder(folder / "district"), None, district_house.World(clock, secrets.token_bytes)
    )
    return make_play(found, above, above.users.log_in("officer", "demo"), clock, folder)


def make_play(desks: list[Desk], district: District, member: Member, clock: Clock, folder: Path) -> Play:
    """The district takes the desks in; their first lines are their own business."""
    models = []
    for number, desk in enumerate(desks):
        unit = desk.seat.register.identity.unit
        desk.district.card(folder / f"the-{number}.mctt")
        order = Order(unit)
        enrolled = district.enrolling(member).enrol((folder / f"the-{number}.mctt").read_bytes(), order)
        (folder / "khoa.mctt").write_bytes(enrolled.raw)
        desk.district.enrol(folder / "khoa.mctt")
        models.append(DeskModel(unit, [("local",)]))
    return Play(desks, district, district.sitting(member), clock, Random(0), folder, DistrictModel(models))


def compare(play: Play) -> None:
    """Every report over every period, on both sides, against the plain recount."""
    days = {f"{batch['on']}..{batch['on']}" for batch in play.model.batches}
    for name in (*MONTHS, *LONGER, *SPANS, *sorted(days)):
        period = read_period(name)
        span = span_of(period)
        for number, desk in enumerate(play.desks):
            assert as_figures(desk.reports.report(name)) == play.model.desks[number].report(*span), (name, number)
        with play.district.store.reading() as work:
            rows = work.desks.all()
            for unit in ("", *sorted({row.unit for row in rows})):
                chosen = [row for row in rows if unit in ("", row.unit)]
                told = as_figures(figures(work, chosen, period))
                assert told == play.model.report(*span, unit), (name, unit)


@pytest.mark.parametrize(("seed", "desks"), [(30, (0, 1)), (49, (0, 0))])
def test_desk_district_and_a_plain_recount_tell_the_same_figures(
    made: Path, tmp_path: Path, seed: int, desks: tuple[int, ...]
) -> None:
    play = opened(made, tmp_path, desks)
    try:
        play.chance = Random(seed)
        for turn in range(240):
            play.step()
            if turn % 80 == 79:
                compare(play)
        play.settle()
        compare(play)
        assert len(play.model.batches) > 1
        assert all(batch["n"] >= 3 for batch in play.model.batches)
    finally:
        play.close()


def test_paper_json_and_both_command_lines_tell_the_same_in_every_form_of_period(made: Path, tmp_path: Path) -> None:
    play = opened(made, tmp_path, (0,))
    try:
        play.chance = Random(38)
        for _ in range(100):
            play.step()
        play.settle()
    finally:
        play.close()
    for period in ("2026-10", *LONGER, "2026-09-15..2026-10-14", "15/9/2026..14/10/2026"):
        desk = asked(desk_cli, tmp_path / "desk-0", period)
        above = asked(district_cli, tmp_path / "district", period)
        assert above == desk
        assert shape(desk) == shape_of_contract()
    kept = json.loads((tmp_path / "desk-0.json").read_text(encoding="utf-8"))["content"]["figures"]["report"]
    ratings = {name: kept["ratings"][name] for name in desk["ratings"]}
    written = {"period": kept["period"]["name"], "ratings": ratings, **{name: kept[name] for name in FIGURES}}
    assert written == desk
    for program, side in ((desk_cli, "desk-0"), (district_cli, "district")):
        told = asked(program, tmp_path / side, "2026", ".pdf")
        assert paper_rows((tmp_path / f"{side}.pdf").read_bytes()) == rows_of(told)


FIGURES = ("events", "letters", "reactions")


def asked(program: Any, folder: Path, period: str, form: str = ".json") -> Any:
    """A side's answer, also written as a file beside its folder."""
    names = {"desk": "clerk", "district": "officer"}[folder.name.split("-")[0]]
    room = {"desk": "DESK", "district": "DISTRICT"}[folder.name.split("-")[0]]
    secret = {f"{room}_USER": names, f"{room}_PASSWORD": "demo"}
    line = ["--data", str(folder), "--now", "2027-01-31T09:00", "report", period, "--json"]
    result = CliRunner().invoke(program, [*line, "--out", str(folder.with_suffix(form))], env=secret)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def shape(value: Any) -> Any:
    """Keys and types, the open tallies of the ratings left out."""
    if isinstance(value, dict):
        return {name: "tally" if name.startswith("by_") else shape(held) for name, held in value.items()}
    return type(value).__name__


def shape_of_contract() -> Any:
    """ARCHITECTURE.md 7 `report`, word for word."""
    stages = dict.fromkeys(("prepared", "printed", "delivered"), "int")
    return {
        "period": "str",
        "events": dict.fromkeys(("birth", "marriage", "death"), "int"),
        "letters": dict.fromkeys(("birth", "marriage", "death", "thanks", "apology"), stages),
        "ratings": {"n": "int", "by_score": "tally", "by_channel": "tally"},
        "reactions": dict.fromkeys(("good", "bad", "none"), "int"),
    }


def paper_rows(pdf: bytes) -> list[list[int]]:
    """Registered, prepared, printed, delivered of each event as they stand on the paper."""
    text = "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))
    found = [re.search(rf"{word}, thư [^0-9]+ ([0-9 ]+)", text) for word in ("sinh", "hôn", "tử")]
    numbers = [[int(number) for number in match[1].split()] for match in found if match]
    return [[row[0], *row[2:5]] for row in numbers]


def rows_of(report: Any) -> list[list[int]]:
    """The same figures out of the JSON."""
    return [[report["events"][event], *report["letters"][event].values()] for event in ("birth", "marriage", "death")]
