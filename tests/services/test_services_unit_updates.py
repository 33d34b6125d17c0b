"""A new table of units: looked at, taken in, put back; in every copy, and never without the key of the office."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from hand_clock import Clock
from test_services_registering import BIRTH, entered

from desk_app.house import Login, World, open_desk
from desk_app.services.access_log import AccessLog
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.outlook import outlook
from desk_app.services.places import PlaceOffers
from desk_app.services.trouble import Mistake, Trouble
from desk_app.services.unit_updates import UnitUpdates, table_in_force, told_of
from exchange.update import UNITS, Update, write_update
from tools.pretend_office import PretendOffice

LOGIN = Login("clerk", "demo")
ERAS = """motcua-units/1
V\t{edition}
E\told\t2008-08-01\t2025-06-30\tcũ
E\tnew\t2025-07-01\t\tQuyết định 19/2025/QĐ-TTg
E\tnew-1\t2025-07-01\t2026-11-30\ttới lần nhập sau
E\tnext\t2026-12-01\t\tnghị quyết của ngày ấy
U\t75\t\tTỉnh\tĐồng Nai\told\tdong nai
U\t75\t\tThành phố\tĐồng Nai\tnew\tdong nai
U\t741\t75\tHuyện\tXuân Lộc\told\txuan loc
U\t26461\t741\tXã\tXuân Định\told\txuan dinh
"""
STAYS = "U\t26461\t75\tXã\tXuân Định\tnew\txuan dinh\nS\t741\t26461\n"
RENAMED = "U\t26461\t75\tXã\tXuân Định\tnew-1\txuan dinh\nU\t26461\t75\tPhường\tXuân An\tnext\txuan an\nS\t741\t26461\n"
MERGED = """U\t26461\t75\tXã\tXuân Định\tnew-1\txuan dinh
U\t26999\t75\tPhường\tLong Khánh\tnext\tlong khanh
S\t741\t26461
S\t26461\t2026-12-01\t26999
"""
FOREIGN = "U\t26999\t75\tXã\tLong Khánh\tnew\tlong khanh\nS\t741\t26999\n"


@pytest.fixture
def office(desk: Desk, tmp_path: Path) -> PretendOffice:
    above = PretendOffice(tmp_path)
    desk.district.enrol(above.enrol(desk))
    return above


@pytest.fixture
def updates(desk: Desk) -> UnitUpdates:
    return UnitUpdates(desk.seat)


def file_of(office: PretendOffice, units: str, edition: str = "2026-11-30", **changed: str) -> Path:
    """An update on a stick."""
    fields = {"office": office.keys.public.verify, "office_unit": "75", "issued_at": office.at, "app": "test"}
    update = Update(edition=edition, **{**fields, **changed})  # type: ignore[arg-type]
    path = office.folder / "CN.mctt"
    raw = ERAS.format(edition=edition) + units
    if units == FOREIGN:
        raw = raw.replace("U\t26461\t741\tXã\tXuân Định\told\txuan dinh\n", "")
    path.write_bytes(write_update(update, office.keys, {UNITS: raw.encode()}).raw)
    return path


def take(updates: UnitUpdates, path: Path) -> None:
    updates.take(path, updates.look(path).document)


def test_our_own_commune_is_renamed_by_a_file_and_the_letters_follow_its_day(
    desk: Desk, office: PretendOffice, updates: UnitUpdates, clock: Clock
) -> None:
    path = file_of(office, RENAMED)
    preview = updates.look(path)
    (own,) = preview.own
    assert (own.since, own.name, own.parent) == (date(2026, 12, 1), "phường Xuân An", "thành phố Đồng Nai")
    assert (preview.changes.renamed, preview.changes.added, preview.changes.corrected) == (1, 0, 1)
    assert preview.changes.lost > 10_000
    assert "không còn 14." in told_of(preview)[0]
    assert preview.changes.since == date(2026, 12, 1)
    assert any("Từ 01/12/2026 xã mình là phường Xuân An" in sentence for sentence in told_of(preview))
    assert updates.in_force().kept is None

    updates.take(path, preview.document)
    assert updates.in_force().edition == date(2026, 11, 30)
    assert outlook(desk.seat).unit == "xã Xuân Định"
    clock.forward(15)
    assert outlook(desk.seat).unit == "phường Xuân An"
    id = entered(desk.register.enter(BIRTH)).id
    letter = desk.letters.prepare([id], Wish())
    assert isinstance(letter, Prepared)
    sheet = desk.letters.pdf([letter.letter])
    page = pypdfium2.PdfDocument(sheet)[0].get_textpage().get_text_range()
    assert "PHƯỜNG XUÂN AN" in page
    assert [one.text for one in PlaceOffers(desk.seat).offered("birth_place", "xuan an")][:1] == [
        "phường Xuân An, thành phố Đồng Nai"
    ]

    back = updates.put_back()
    assert (back.kept, back.way_back) == (None, False)
    assert outlook(desk.seat).unit == "xã Xuân Định"
    assert desk.letters.pdf([letter.letter]) == sheet
    with pytest.raises(Mistake, match="no-table-before"):
        updates.put_back()
    acts = [row.act for row in AccessLog(desk.seat).rows(date(2026, 11, 1), date(2026, 12, 31))]
    assert {"units-updated", "units-put-back"} <= set(acts)


def test_a_merged_desk_writes_under_its_new_code_and_the_level_above_still_knows_it(
    desk: Desk, office: PretendOffice, updates: UnitUpdates, clock: Clock, tmp_path: Path
) -> None:
    take(updates, file_of(office, MERGED))
    clock.forward(15)
    entered(desk.register.enter(replace(BIRTH, registered_on="02/12/2026")))
    (bundle,) = desk.month.close(tmp_path, "2026-11")
    opened = office.opened(bundle.path.read_bytes())
    assert opened.manifest.unit == "26461"
    assert any(b'"unit":"26999"' in line.raw for line in opened.lines)
    again = desk.district.enrol(office.enrol(desk, number=2))
    assert (again.unit, again.desk) == ("26999", 7)


def test_the_table_is_in_every_copy_of_the_register_and_in_the_next_opening(
    desk: Desk, office: PretendOffice, updates: UnitUpdates, world: World, desk_folder: Path, tmp_path: Path
) -> None:
    take(updates, file_of(office, RENAMED))
    copied = tmp_path / "copy"
    desk.seat.register.backup_to(tmp_path / "copy.db", None)
    desk.close()
    shutil.copytree(desk_folder, copied)
    for folder in (desk_folder, copied):
        opened = open_desk(folder, world, LOGIN)
        try:
            stands = UnitUpdates(opened.seat).in_force()
            assert stands.way_back
            assert stands.kept is not None
            assert (stands.kept.by, stands.kept.taken_on) == ("clerk", "2026-11-20")
            assert [one.full_name for one in opened.seat.units.known("26461")][-1] == "phường Xuân An"
            assert UnitUpdates(opened.seat).put_back().kept is None
            assert len(opened.seat.units.communes(date(2026, 11, 20))) == 3321
        finally:
            opened.close()


@pytest.fixture
def wrong(office: PretendOffice, tmp_path: Path) -> dict[str, Path]:
    """Files that must not be taken, by the code they are refused with."""
    other = PretendOffice(tmp_path / "other")
    other.folder.mkdir()
    cut = tmp_path / "cut.mctt"
    good = file_of(office, STAYS).read_bytes()
    cut.write_bytes(good[: len(good) // 2])
    bent = tmp_path / "bent.mctt"
    bent.write_bytes(good[:60] + bytes([good[60] ^ 1]) + good[61:])
    return {
        "update-unknown-sender": file_of(other, STAYS),
        "update-not-a-bundle": cut,
        "update-damaged": bent,
    }


def test_a_file_that_is_not_the_offices_is_refused_and_nothing_changes(
    desk: Desk, wrong: dict[str, Path], updates: UnitUpdates
) -> None:
    before = updates.in_force()
    for code, path in wrong.items():
        with pytest.raises(Trouble, match=code):
            updates.look(path)
        with pytest.raises(Trouble, match=code):
            updates.take(path, "")
    assert updates.in_force() == before


def test_older_same_foreign_and_changed_files_are_refused(
    desk: Desk, office: PretendOffice, updates: UnitUpdates
) -> None:
    with pytest.raises(Mistake, match="update-older"):
        updates.look(file_of(office, STAYS, "2026-11-01"))
    with pytest.raises(Mistake, match="update-own-unit"):
        updates.look(file_of(office, FOREIGN))
    path = file_of(office, STAYS)
    looked = updates.look(path)
    assert looked.own == ()
    file_of(office, RENAMED)
    with pytest.raises(Mistake, match="update-changed"):
        updates.take(path, looked.document)
    take(updates, file_of(office, STAYS))
    with pytest.raises(Mistake, match="update-in-force"):
        updates.look(path)
    with pytest.raises(Mistake, match="update-older"):
        updates.look(file_of(office, STAYS, issued_at="2026-11-20T02:00:00Z"))
    take(updates, file_of(office, RENAMED, issued_at="2026-11-20T04:00:00Z"))
    assert updates.put_back().edition == date(2026, 11, 30)
    assert [one.full_name for one in desk.seat.units.known("26461")][-1] == "xã Xuân Định"


def test_only_the_administrator_takes_a_table_in_and_only_from_a_known_office(
    desk: Desk, updates: UnitUpdates, tmp_path: Path
) -> None:
    stranger = PretendOffice(tmp_path)
    with pytest.raises(Mistake, match="update-no-office"):
        updates.look(file_of(stranger, STAYS))
    clerk = UnitUpdates(type(desk.seat)(**{**_fields(desk), "role": "clerk"}))
    for act in (lambda: clerk.take(tmp_path / "CN.mctt", ""), clerk.put_back):
        with pytest.raises(Trouble, match="not-allowed"):
            act()


def _fields(desk: Desk) -> dict[str, object]:
    return {name: getattr(desk.seat, name) for name in type(desk.seat).__dataclass_fields__}


def test_a_program_that_comes_with_a_newer_table_uses_its_own(
    desk: Desk, office: PretendOffice, updates: UnitUpdates
) -> None:
    take(updates, file_of(office, RENAMED))
    packed = desk.seat.tables.packed
    newer, same = (replace(packed, edition=date(2026, 11, day)) for day in (30, 29))
    later = replace(packed, edition=date(2026, 12, 1))
    with desk.seat.reading() as reading:
        found = [table_in_force(reading.office, table) for table in (later, newer, same)]
    with desk.seat.work() as work:
        work.office.put("units-table", "xxxx")
        assert table_in_force(work.office, packed) is packed
    assert found[0] is later
    assert [one.edition for one in found[1:]] == [date(2026, 11, 30)] * 2
    assert [len(list(one.every())) for one in found[1:]] == [6, 6]
