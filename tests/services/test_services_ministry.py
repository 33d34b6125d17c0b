"""Back to the ministry: what is exported is read again as the same, names go with a reason, a month is compared."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from intake_kit import birth, births

from common.periods import read_period
from demo import names
from desk_app.domain.drafts import BirthDraft, DeathDraft, Draft, MarriageDraft
from desk_app.services.desk import Desk
from desk_app.services.intake import Look
from desk_app.services.ministry import Wanted, days_between
from desk_app.services.registering import Entered
from desk_app.services.trouble import Mistake, Trouble

YEAR = read_period("2026")
DAY = date(2026, 11, 2)


def taken_again(desk: Desk, path: Path) -> Iterator[Look]:
    opened = desk.intake.open(path)
    for sheet in range(len(opened.sheets)):
        yield desk.intake.look(desk.intake.choose(opened, sheet))


def varied(n: int) -> Draft:
    """All that a register may hold: partial days, names of every people, strangers, blanks, late and repeated ones."""
    chance = Random(n)
    day = DAY - timedelta(days=n % 90)
    told = {"registered_on": f"{day:%d/%m/%Y}", "number": f"{n:02d}/2026" if n % 7 else str(n), "hamlet": "Thôn Ví Dụ"}
    anyway = {"reasons": {"looks-alike": "người khác", "bride-under-age": "sổ cũ", "groom-under-age": "sổ cũ"}}
    if n % 4 == 1:
        return MarriageDraft(
            **told,
            **anyway,
            husband_name=["Y Wăn Niê", "John O'Neil Smith", "Nguyễn Văn Thử"][n % 3]
            + f" {names.grown_up(chance, 'male')}",
            husband_born=["1990", "03/1991", "29/02/1992"][n % 3],
            husband_nationality="Hoa Kỳ" if n % 3 == 1 else "",
            husband_id_paper="Hộ chiếu C1234567" if n % 3 == 1 else "CMND 012345678",
            wife_name=["H'Hen Niê", "Trần Thị Giả", "Ksor H’Bơ̆"][n % 3] + f" {names.grown_up(chance, 'female')}",
            wife_born="05/06/1995",
            wife_citizen_id=f"0011950{n:05d}",
            wife_residence="Thôn Thử, xã An Liên",
            case="foreign_element opted_out" if n % 3 == 1 else "",
            declarant_name="Lò Văn Khai",
        )
    if n % 4 == 2:
        return DeathDraft(
            **told,
            **anyway,
            deceased_name=names.grown_up(chance, "male"),
            born=["1939", "", "07/1950"][n % 3],
            sex=["nam", "nữ", "chưa xác định"][n % 3],
            died_on=f"{day - timedelta(days=2 + 40 * (n % 3 == 0)):%d/%m/%Y}",
            died_at="14:30" if n % 3 else "",
            cause="Tuổi cao" if n % 2 else "- không rõ",
            notice_kind="Giấy báo tử",
            notice_number="05/GBT",
            notice_date=f"{day:%d/%m/%Y}",
            ethnic_group="Ê Đê",
            mother_name="Nguyễn Thị Già" if n % 3 else "",
        )
    return BirthDraft(
        **told,
        **anyway,
        child_name=names.child(chance, "male", "Hồ"),
        born=f"{day - timedelta(days=30 + 60 * (n % 5 == 0)):%d/%m/%Y}",
        sex="nữ" if n % 2 else "3",
        mother_name=names.grown_up(chance, "female"),
        mother_born="1996",
        mother_ethnic_group="Cơ Ho",
        father_name="" if n % 3 == 0 else names.grown_up(chance, "male"),
        case="father_unknown" if n % 3 == 0 else "",
        father_residence="" if n % 3 == 0 else "Số 5, ngõ 7, tổ 3",
        registration_type="2" if n % 11 == 0 else "",
        declarant_relation="Bà nội",
        born_in_words="Ngày mồng hai" if n % 13 == 0 else "",
        twin_group="A1" if n % 17 == 0 else "",
    )


@pytest.fixture
def two_hundred(desk: Desk) -> Desk:
    for n in range(1, 201):
        entered = desk.register.enter(varied(n))
        assert isinstance(entered, Entered), entered
    for id in range(1, 201, 9):
        assert not isinstance(desk.register.amend(id, {"hamlet": "Thôn Mới"}, "chia thôn"), tuple)
    desk.register.void(200, "ghi nhầm")
    return desk


def test_whatever_is_exported_is_the_same_when_it_is_taken_in_again(two_hundred: Desk, tmp_path: Path) -> None:
    for name, whole in (("so.xlsx", True), ("so-it.xlsx", False), ("so.csv", True)):
        done = two_hundred.ministry.export(Wanted("đối chiếu tháng", YEAR, whole=whole), tmp_path / name)
        assert done.counts == {"birth": 99, "marriage": 50, "death": 50}
        looks = [look for file in done.files for look in taken_again(two_hundred, file)]
        odd = [(row.line, row.pile, row.changes, row.told) for look in looks for row in look.rows if row.pile != "same"]
        assert odd == []
        assert sum(len(look.rows) for look in looks) == 199


def test_an_export_says_why_in_one_line_and_keeps_back_what_is_not_asked_for(desk: Desk, tmp_path: Path) -> None:
    desk.intake.take(desk.intake.beside([birth(1, mother_ethnic_group="Tày", mother_citizen_id="001196000001")]))
    with pytest.raises(Mistake, match="reason-empty"):
        desk.ministry.export(Wanted("  ", YEAR), tmp_path / "a.csv")
    with pytest.raises(Mistake, match="nothing-for-ministry"):
        desk.ministry.export(Wanted("thử", read_period("2020")), tmp_path / "a.csv")
    with pytest.raises(Mistake, match="no-such-table-form"):
        desk.ministry.export(Wanted("thử", YEAR), tmp_path / "a.txt")
    with pytest.raises(Mistake, match="nothing-for-ministry"):
        desk.ministry.export(Wanted("thử", YEAR, event="death"), tmp_path / "a.csv")
    with pytest.raises(Mistake, match="export-days"):
        days_between("02/11/2026", "01/11/2026")
    desk.ministry.export(Wanted("gửi phần mềm của Bộ", ids=(1,)), tmp_path / "it.csv")
    desk.ministry.export(Wanted("gửi phần mềm của Bộ", ids=(1,), whole=True), tmp_path / "du.csv")
    little, whole = ((tmp_path / name).read_bytes() for name in ("it.csv", "du.csv"))
    assert little.startswith(b"\xef\xbb\xbfSTT,so,quyenSo,trangSo,ngayDangKy")
    assert "Tày".encode() not in little
    assert "Tày".encode() in whole
    assert b"001196000001" in whole
    with desk.seat.reading() as reading:
        homes = [json.loads(part.body) for part in reading.journal.home_parts(1, 99)]
    told = [home for home in homes if home.get("act") == "ministry-export"]
    assert [(home["reason"], home["counts"]) for home in told] == [("gửi phần mềm của Bộ", {"birth": 1})] * 2


def test_a_clerk_copies_field_by_field_and_sees_what_a_clerk_may_see(desk: Desk) -> None:
    desk.intake.take(desk.intake.beside([birth(1, mother_ethnic_group="Tày", mother_citizen_id="001196000001")]))
    fields = desk.ministry.fields(1)
    assert [one.key for one in fields[:4]] == ["so", "quyenSo", "ngayDangKy", "loaiDangKy"]
    sex = next(one for one in fields if one.key == "nksGioiTinh")
    assert (sex.value, sex.shown, sex.other, sex.caption) == ("1", "Nam", "1", "Giới tính của trẻ")
    day = next(one for one in fields if one.key == "ngayDangKy")
    assert (day.shown, day.other) == ("02.11.2026", "02/11/2026")
    assert next(one.value for one in fields if one.key == "meDanToc") == "Tày"

    clerk = replace(desk.ministry, seat=replace(desk.seat, role="clerk"))
    group = next(one for one in clerk.fields(1) if one.key == "meDanToc")
    assert (group.value, group.hidden) == ("", True)
    with pytest.raises(Trouble, match="not-allowed"):
        clerk.export(Wanted("thử", YEAR, whole=True), Path("a.csv"))


def test_a_month_of_the_ministry_is_compared_with_ours(desk: Desk) -> None:
    desk.intake.take(desk.intake.beside(births(4)))
    look = desk.intake.beside([birth(1), birth(2, birth_place="Khác"), birth(9)])
    compared = desk.ministry.compare(read_period("2026-11"), look)
    assert [row.number for row in compared.only_there] == ["9/2026"]
    assert [kept.registration.number for kept in compared.only_here] == ["3/2026", "4/2026"]
    assert ([row.number for row in compared.different], compared.same) == (["2/2026"], 1)
