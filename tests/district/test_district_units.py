"""The office signs a table of units for its desks, and goes by it itself."""

import json
import os
import shutil

import pytest
from click.testing import CliRunner
from pretend_desk import Clock, PretendDesk, enrol

from common.periods import read_period
from district import upkeep
from district.cli.commands import main
from district.enrolling import Order
from district.house import World, open_district
from district.paths import Folder
from district.reports import figures
from district.store.batches import Batch
from exchange.update import open_update

TABLE = """motcua-units/1
V\t{edition}
E\told\t2008-08-01\t2025-06-30\tcũ
E\tnew\t2025-07-01\t\tQuyết định 19/2025/QĐ-TTg
U\t{unit}\t\tTỉnh\tNam Hải\told\tnam hai
U\t{unit}\t\tThành phố\tNam Hải\tnew\tnam hai
"""


@pytest.fixture
def folder(made, tmp_path):
    return shutil.copytree(made, tmp_path / "district")


def run(folder, *words):
    environment = {"DISTRICT_USER": "officer", "DISTRICT_PASSWORD": "demo"}
    given = ["--data", str(folder), "--now", "2026-11-05T12:00", *map(str, words), "--json"]
    done = CliRunner().invoke(main, given, env=environment, catch_exceptions=False)
    return done.exit_code, json.loads(done.stdout)


def opened(folder):
    return open_district(Folder(folder), None, World(Clock(), os.urandom))


def table(tmp_path, edition, unit, **words):
    text = TABLE.format(edition=edition, unit=unit)
    for old, new in words.items():
        text = text.replace(old, new)
    path = tmp_path / "units.tsv"
    path.write_bytes(text.encode())
    return path


def test_the_table_is_signed_for_all_desks_and_used_here_and_in_the_backup(folder, tmp_path):
    before = opened(folder)
    unit, verify = before.facts.unit, before.users.log_in("officer", "demo").open_secrets().keys.public.verify
    before.close()
    path = table(tmp_path, "2027-01-01", unit)
    code, told = run(folder, "update", path, "--out", tmp_path)
    assert (code, told["edition"], told["file"]) == (0, "2027-01-01", str(tmp_path / f"CN-{unit}_2027-01-01.mctt"))
    update = open_update((tmp_path / f"CN-{unit}_2027-01-01.mctt").read_bytes(), verify)
    assert (update.document, update.raw) == (told["document"], path.read_bytes())
    after = opened(folder)
    try:
        assert after.unit_on_day(unit).full_name == "thành phố Nam Hải"
        assert "units.json" in upkeep.backup(after, tmp_path / "copy")
        raw = after.folder.units.read_bytes()
        after.folder.units.write_bytes(raw[:-9] + bytes([raw[-9] ^ 1]) + raw[-8:])
    finally:
        after.close()
    again = opened(folder)
    assert again.unit_on_day(unit).full_name == "thành phố Nam Hải"
    again.folder.units.with_stem("units.spare").write_bytes(b"{")
    assert [flaw.code for flaw in upkeep.flaws(again)] == ["unit-table-damaged"]
    again.close()


def a_batch(unit, name, n=6):
    told = {"by_score": {"3": n}, "by_channel": {"qr": n}, "reasons": {}, "comments": (), "contradicted": 0}
    return Batch(name * 32, unit, "2026-11-01", ("birth",), n, **told)


def test_desks_whose_communes_merge_keep_number_and_answers_and_are_told_only_their_own(district, officer):
    one, other = (PretendDesk(seed=unit, unit=unit) for unit in ("00070", "00082"))
    numbers = [enrol(district, desk, officer).number for desk in (one, other)]
    with district.store.work() as work:
        for unit, name in (("00070", "a"), ("00082", "b")):
            work.batches.add(a_batch(unit, name))
        work.batches.mark_sent(numbers[0], 1, ["a" * 32])
    for desk, number in zip((one, other), numbers, strict=True):
        desk.unit = "00091"
        again = district.enrolling(officer).enrol(desk.card().raw, Order("00091"))
        assert again.desk == number
    year = read_period("2026")
    with district.store.reading() as work:
        desks = work.desks.all()
        assert [desk.unit for desk in desks] == ["00091", "00091"]
        assert figures(work, desks, year).ratings.n == 12
        first, second = (work.batches.first_sent(number) for number in numbers)
    assert first == {"a" * 32: 1, "b" * 32: 0}
    assert second == {"a" * 32: 0}


def test_the_report_of_a_unit_that_is_no_more_counts_what_was_done_in_its_time(district, officer, sitting, tmp_path):
    ma, buom = (PretendDesk(seed=unit, unit=unit) for unit in ("00043", "00046"))
    for desk, births in ((ma, 2), (buom, 1)):
        enrol(district, desk, officer)
        for _ in range(births):
            desk.register_birth("2025-06-10")
        desk.prepare_letter(1, on="2025-06-11")
        assert sitting.receive(desk.bundle()).verdict == "accepted"
    for desk in (ma, buom):
        desk.unit = "00070"
        desk.take_enrolment(district.enrolling(officer).enrol(desk.card().raw, Order("00070")).raw)
    sent = len(ma.lines)
    ma.register_birth("2025-07-05")
    ma.prepare_letter(2, on="2025-07-05")
    figures_of = {"event": "birth", "registered_on": "2025-06-30", "registration_type": 1, "late": 0}
    ma.add("registered", {**figures_of, "unit": "00043"}, on="2025-07-06")
    ma.add("registered", {**figures_of, "unit": "00046"}, on="2025-07-06")
    assert sitting.receive(ma.bundle(basis=sent)).verdict == "accepted"

    def told(unit, *more):
        code, value = run(tmp_path / "district", "report", "2025", "--unit", unit, *more)
        return code, value["events"]["birth"], value["letters"]["birth"]["prepared"]

    assert told("00043", "--out", tmp_path / "cu.pdf") == (0, 3, 1), "what came into its book later too"
    assert (tmp_path / "cu.pdf").read_bytes().startswith(b"%PDF")
    assert told("00046") == (0, 2, 1)
    assert told("002") == (0, 5, 2), "the district under which both lay until their last day"
    assert told("00070") == (0, 6, 3)


def test_a_table_that_is_old_unsound_or_without_this_office_is_not_signed(folder, tmp_path):
    office = opened(folder)
    unit = office.facts.unit
    office.close()
    told = run(folder, "update", table(tmp_path, "2026-01-01", unit), "--out", tmp_path)[1]
    assert told["trouble"]["code"] == "unit-table-older"
    for path in (
        table(tmp_path, "2027-01-01", "99"),
        table(tmp_path, "2027-01-01", unit, Tỉnh="Làng"),
        table(tmp_path, "2027-01-01", unit, **{"motcua-units/1": "thứ khác"}),
    ):
        code, said = run(folder, "update", path, "--out", tmp_path)
        assert (code, said["trouble"]["code"]) == (2, "bad-unit-table")
        assert not list(tmp_path.glob("CN-*"))
    assert run(folder, "update", tmp_path / "none.tsv", "--out", tmp_path)[1]["trouble"]["code"] == "file-unreadable"
    assert not Folder(folder).units.exists()
