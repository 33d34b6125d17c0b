"""A new table of units: looked at, taken in, put back; in every copy, and never without the key of the office."""

from __future__ import annotations

import json
import shutil
import zlib
from base64 import b64encode
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from hand_clock import Clock
from test_services_registering import BIRTH, entered

from desk_app.db.updates import KeptUpdate, UpdatePaper
from desk_app.house import Login, World, open_desk
from desk_app.services.access_log import AccessLog
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.outlook import outlook
from desk_app.services.places import PlaceOffers
from desk_app.services.trouble import Mistake, Trouble
from desk_app.services.unit_changes import table_in_force
from desk_app.services.updates import Updates
from exchange.update import UNITS
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


def file_of(office: PretendOffice, units: str, edition: str = "2026-11-30", **changed: str) -> Path:
    """An update on a stick."""
    raw = ERAS.format(edition=edition) + units
    if units == FOREIGN:
        raw = raw.replace("U\t26461\t741\tXã\tXuân Định\told\txuan dinh\n", "")
    return office.update({UNITS: raw.encode()}, edition, **changed)


def take(updates: Updates, path: Path) -> None:
    updates.take(path, updates.look(path).document)


def test_our_own_commune_is_renamed_by_a_file_and_the_letters_follow_its_day(
    desk: Desk, office: PretendOffice, updates: Updates, clock: Clock
) -> None:
    path = file_of(office, RENAMED)
    look = updates.look(path)
    preview = look.units
    assert preview is not None
    (own,) = preview.own
    assert (own.since, own.name, own.parent) == (date(2026, 12, 1), "phường Xuân An", "thành phố Đồng Nai")
    assert (preview.changes.renamed, preview.changes.added, preview.changes.corrected) == (1, 0, 1)
    assert preview.changes.lost > 10_000
    assert "không còn 14." in preview.told()[1]
    assert preview.changes.since == date(2026, 12, 1)
    assert any("Từ 01/12/2026 xã mình là phường Xuân An" in sentence for sentence in preview.told())
    assert updates.standing().last is None

    updates.take(path, look.document)
    assert updates.standing().units == date(2026, 11, 30)
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

    assert updates.put_back().document == look.document
    assert updates.standing().last is None
    assert outlook(desk.seat).unit == "xã Xuân Định"
    assert desk.letters.pdf([letter.letter]) == sheet
    with pytest.raises(Mistake, match="no-update-before"):
        updates.put_back()
    acts = [row.act for row in AccessLog(desk.seat).rows(date(2026, 11, 1), date(2026, 12, 31))]
    assert {"update-taken", "update-put-back"} <= set(acts)


def test_a_merged_desk_writes_under_its_new_code_and_the_level_above_still_knows_it(
    desk: Desk, office: PretendOffice, updates: Updates, clock: Clock, tmp_path: Path
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
    desk: Desk, office: PretendOffice, updates: Updates, world: World, desk_folder: Path, tmp_path: Path
) -> None:
    take(updates, file_of(office, RENAMED))
    copied = tmp_path / "copy"
    desk.seat.register.backup_to(tmp_path / "copy.db", None)
    desk.close()
    shutil.copytree(desk_folder, copied)
    for folder in (desk_folder, copied):
        opened = open_desk(folder, world, LOGIN)
        try:
            last = Updates(opened.seat).standing().last
            assert last is not None
            assert (last.by, last.taken_on) == ("clerk", date(2026, 11, 20))
            assert [one.full_name for one in opened.seat.units.known("26461")][-1] == "phường Xuân An"
            Updates(opened.seat).put_back()
            assert Updates(opened.seat).standing().last is None
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
    desk: Desk, wrong: dict[str, Path], updates: Updates
) -> None:
    before = updates.standing()
    for code, path in wrong.items():
        with pytest.raises(Trouble, match=code):
            updates.look(path)
        with pytest.raises(Trouble, match=code):
            updates.take(path, "")
    assert updates.standing() == before


def test_older_same_foreign_and_changed_files_are_refused(desk: Desk, office: PretendOffice, updates: Updates) -> None:
    with pytest.raises(Mistake, match="update-older"):
        updates.look(file_of(office, STAYS, "2026-11-01"))
    with pytest.raises(Mistake, match="update-own-unit"):
        updates.look(file_of(office, FOREIGN))
    path = file_of(office, STAYS)
    looked = updates.look(path)
    assert looked.units is not None
    assert looked.units.own == ()
    file_of(office, RENAMED)
    with pytest.raises(Mistake, match="update-changed"):
        updates.take(path, looked.document)
    take(updates, file_of(office, STAYS))
    with pytest.raises(Mistake, match="update-in-force"):
        updates.look(path)
    with pytest.raises(Mistake, match="update-older"):
        updates.look(file_of(office, STAYS, issued_at="2026-11-20T02:00:00Z"))
    take(updates, file_of(office, RENAMED, issued_at="2026-11-20T04:00:00Z"))
    updates.put_back()
    assert updates.standing().units == date(2026, 11, 30)
    assert [one.full_name for one in desk.seat.units.known("26461")][-1] == "xã Xuân Định"


def test_only_the_administrator_takes_a_table_in_and_only_from_a_known_office(
    desk: Desk, updates: Updates, tmp_path: Path
) -> None:
    stranger = PretendOffice(tmp_path)
    with pytest.raises(Mistake, match="update-no-office"):
        updates.look(file_of(stranger, STAYS))
    clerk = Updates(type(desk.seat)(**{**_fields(desk), "role": "clerk"}))
    for act in (lambda: clerk.take(tmp_path / "CN.mctt", ""), clerk.put_back):
        with pytest.raises(Trouble, match="not-allowed"):
            act()


def _fields(desk: Desk) -> dict[str, object]:
    return {name: getattr(desk.seat, name) for name in type(desk.seat).__dataclass_fields__}


def test_a_program_that_comes_with_a_newer_table_uses_its_own(
    desk: Desk, office: PretendOffice, updates: Updates
) -> None:
    take(updates, file_of(office, RENAMED))
    packed = desk.seat.tables.packed
    newer, same = (replace(packed, edition=date(2026, 11, day)) for day in (30, 29))
    later = replace(packed, edition=date(2026, 12, 1))
    with desk.seat.reading() as reading:
        found = [table_in_force(reading, table) for table in (later, newer, same)]
    with desk.seat.work() as work:
        work.updates.add(
            KeptUpdate(0, "", date(2026, 12, 30), "", date(2026, 12, 30)), [UpdatePaper("units", "", b"x")]
        )
        assert table_in_force(work, packed) is packed
    assert found[0] is later
    assert [one.edition for one in found[1:]] == [date(2026, 11, 30)] * 2
    assert [len(list(one.every())) for one in found[1:]] == [6, 6]


def test_tables_that_a_program_of_before_kept_among_the_papers_are_adopted_at_the_next_opening(
    desk: Desk, office: PretendOffice, updates: Updates, world: World, desk_folder: Path
) -> None:
    raw = (ERAS.format(edition="2026-11-30") + RENAMED).encode()
    kept = {"edition": "2026-11-30", "issued_at": office.at, "taken_on": "2026-11-20", "by": "clerk"}
    with desk.seat.work() as work:
        work.office.put("units-before", "packed")
        work.office.put("units-before-table", "")
        work.office.put("units", json.dumps({"document": "ab" * 32, **kept}))
        work.office.put("units-table", b64encode(zlib.compress(raw, 9)).decode())
        work.commit()
    desk.close()
    for _ in range(2):
        opened = open_desk(desk_folder, world, LOGIN)
        try:
            stands = Updates(opened.seat).standing()
            assert [one.document for one in stands.taken] == ["ab" * 32]
            assert (stands.units, stands.units_taken_on) == (date(2026, 11, 30), date(2026, 11, 20))
        finally:
            opened.close()
