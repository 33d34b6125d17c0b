"""Every special case of a commune's day through the real register: entered, read back, counted, and its letter."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from hand_clock import Clock

from desk_app.domain.drafts import draft_from
from desk_app.domain.events import AGAIN, FROM_ABROAD, LATE, NO_TYPE, ON_TIME, Birth
from desk_app.domain.reading import draft_of
from desk_app.house import Login, World, open_desk
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.lines import registration_figures
from desk_app.services.registering import Entered
from desk_app.services.sheets import what_holds

DAY = "20/11/2026"
BIRTH = {
    "child_name": "Lê Gia Hân",
    "born": "05/10/2026",
    "sex": "nữ",
    "mother_name": "Trần Thị Thử",
    "mother_born": "1996",
    "father_name": "Lê Văn Ví",
    "father_born": "1994",
    "registered_on": DAY,
}
MARRIAGE = {
    "husband_name": "Nguyễn Văn Mẫu",
    "husband_born": "01/02/1999",
    "wife_name": "Trần Thị Thử",
    "wife_born": "05/11/2000",
    "registered_on": DAY,
}
DEATH = {"deceased_name": "Đặng Văn Ví", "born": "1940", "sex": "nam", "died_on": "18/11/2026", "registered_on": DAY}
PLAIN = {"birth": BIRTH, "marriage": MARRIAGE, "death": DEATH}
NO_MOTHER, NO_FATHER = ({f"{role}_name": "", f"{role}_born": ""} for role in ("mother", "father"))
COURT = {"case": "court_declared", "died_on": "01/01/2020", "notice_kind": "Quyết định của Tòa án"}


@dataclass(frozen=True)
class Case:
    """What is typed besides the plain draft, and what must come of it."""

    event: str
    typed: dict[str, object] = field(default_factory=dict)
    warned: tuple[str, ...] = ()
    counted: tuple[int, str] = (ON_TIME, "on-time")
    held: tuple[str, ...] = ()
    never: bool = False


CASES = {
    "the father is not known": Case("birth", {**NO_FATHER, "case": "father_unknown"}),
    "the mother is not known": Case("birth", {**NO_MOTHER, "case": "mother_unknown"}),
    "a child was abandoned, the day it was found is its birthday": Case(
        "birth",
        {**NO_MOTHER, **NO_FATHER, "case": "abandoned", "declarant_relation": "cơ sở bảo trợ"},
        held=("abandoned", "guardian", "parents-unknown"),
    ),
    "a child was abandoned, only its year is guessed": Case(
        "birth",
        {**NO_MOTHER, **NO_FATHER, "case": "abandoned", "born": "2026"},
        ("event-date-unclear", "late-unclear"),
        (ON_TIME, "unknown"),
        ("abandoned", "parents-unknown"),
    ),
    "a surrogate bore the child": Case("birth", {"case": "surrogacy"}),
    "a child lived under a day": Case("birth", {"case": "under_24_hours"}, held=("under-24-hours",), never=True),
    "the office came to the house": Case("birth", {"case": "mobile"}),
    "the family wants no letter": Case(
        "birth",
        {"child_name": "Ngô Minh An", "mother_name": "Ngô Thị Bưởi", "father_name": "Ngô Văn Cam", "case": "opted_out"},
        held=("opted-out",),
        never=True,
    ),
    "a father from abroad has one Latin name and a passport": Case(
        "birth",
        {"father_name": "Madonna", "father_nationality": "Mỹ", "father_id_paper": "Hộ chiếu 123456789"},
    ),
    "a child with a foreign parent has a name without marks": Case(
        "birth", {"child_name": "Anna Smith", "father_name": "John Smith", "father_nationality": "Mỹ"}
    ),
    "a foreign name is written in its own letters": Case("birth", {"father_name": "Jörg Müller-Lüdenscheidt"}),
    "a birth of long ago is registered again": Case(
        "birth",
        {"registration_type": "2", "born": "1970", "mother_born": "1945", "father_born": "1940"},
        counted=(AGAIN, "unknown"),
        held=("re-registration", "grown-up"),
        never=True,
    ),
    "a birth abroad is noted": Case(
        "birth",
        {"registration_type": "3", "birth_place": "Berlin, Đức"},
        counted=(FROM_ABROAD, "on-time"),
        held=("noted-from-abroad",),
    ),
    "a birth comes late": Case("birth", {"born": "12/08/2023"}, ("late-birth",), (LATE, "over-1-year")),
    "the sixtieth day is in time": Case("birth", {"born": "21/09/2026"}),
    "nothing is known of the type": Case("birth", {"registration_type": "0"}, counted=(NO_TYPE, "on-time")),
    "a clerk's own words for the day": Case("birth", {"born_in_words": "mùng năm tháng mười năm hai ngàn hai sáu"},
                                            ("words-beside-date",)),
    "two cards of the same sex at a wedding": Case(
        "marriage",
        {"husband_citizen_id": "052199000001", "wife_citizen_id": "052300000002"},
        ("citizen-id-sex", "same-sex-spouses"),
        (ON_TIME, "none"),
    ),
    "the groom comes from abroad": Case(
        "marriage",
        {"husband_name": "John Smith", "husband_nationality": "Mỹ", "husband_id_paper": "Hộ chiếu 123456789",
         "case": "foreign_element"},
        counted=(ON_TIME, "none"),
    ),
    "the groom was too young long ago, for a reason": Case(
        "marriage",
        {"husband_born": "21/11/2006", "reasons": {"groom-under-age": "bản cũ"}},
        ("groom-under-age",),
        (ON_TIME, "none"),
    ),
    "only the groom's year is known": Case(
        "marriage", {"husband_born": "2006"}, ("groom-age-unclear",), (ON_TIME, "none")
    ),
    "the bride was born on the leap day": Case(
        "marriage",
        {"wife_born": "29/02/2008", "registered_on": "28/02/2026"},
        ("bride-age-unclear",),
        (ON_TIME, "none"),
    ),
    "a second marriage, at the house": Case("marriage", {"case": "remarriage mobile"}, counted=(ON_TIME, "none")),
    "a marriage is registered again": Case(
        "marriage", {"registration_type": "2"}, counted=(AGAIN, "none"), held=("re-registration",)
    ),
    "a death without paper, hour, cause or birthday": Case(
        "death", {"born": "", "sex": "3", "died_at": "", "cause": ""}
    ),
    "a child died, its parents are named": Case(
        "death",
        {"born": "01/11/2026", "mother_name": "Trần Thị Thử", "father_name": "Lê Văn Ví"},
        held=("deceased-child",),
    ),
    "a court declared a death, the time runs from the judgment": Case(
        "death",
        {**COURT, "notice_date": "10/11/2026"},
        held=("court-declared", "died-over-a-year-ago"),
    ),
    "a court declared a death, its judgment's day is not at hand": Case(
        "death",
        {**COURT},
        ("judgment-day-empty",),
        (NO_TYPE, "unknown"),
        ("court-declared", "died-over-a-year-ago"),
    ),
    "a death of many years ago": Case(
        "death",
        {"died_on": "1972", "born": "1950"},
        ("late-death",),
        (LATE, "unknown"),
        ("died-over-a-year-ago",),
    ),
    "somebody without a known name was found dead": Case(
        "death",
        {"deceased_name": "Chưa rõ họ tên", "born": "", "sex": "3", "died_place": "Bờ sông, thôn Bến Trà"},
        held=("deceased-unnamed",),
    ),
    "a death abroad is noted": Case(
        "death",
        {"registration_type": "3", "died_place": "Osaka, Nhật Bản"},
        counted=(FROM_ABROAD, "on-time"),
        held=("noted-from-abroad",),
    ),
    "a foreigner died here": Case(
        "death", {"deceased_name": "John Smith", "nationality": "Mỹ", "id_paper": "Hộ chiếu 1234567"}
    ),
    "the officer registered by himself": Case(
        "death", {"declarant_relation": "công chức tư pháp - hộ tịch"}, held=("declarant-officer",)
    ),
    "somebody of 111 years died": Case("death", {"born": "1915"}, ("very-old",)),
    "two figures of a birthday may be a child's or a very old person's": Case(
        "death", {"born": "1/1/20"}, ("year-two-readings",), held=("deceased-child",)
    ),
    "a paper older than the death": Case("death", {"notice_date": "17/11/2026"}, ("notice-before-death",)),
    "the hour was typed with a dot": Case("death", {"died_at": "17.30"}),
    "the hour was said as people say it": Case("death", {"died_at": "5 giờ 30 chiều"}),
}  # fmt: skip


@pytest.fixture(scope="module")
def one_desk(tmp_path_factory: pytest.TempPathFactory, made_once: Path) -> Iterator[Desk]:
    folder = Path(shutil.copytree(made_once, tmp_path_factory.mktemp("cases") / "quầy 1"))
    opened = open_desk(folder, World(Clock(), secrets.token_bytes, practice=True), Login("clerk", "demo"))
    yield opened
    opened.close()


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_special_case_is_entered_reads_back_counts_and_holds_its_letter_as_the_law_has_it(
    case: Case, one_desk: Desk
) -> None:
    draft = draft_from(case.event, {**PLAIN[case.event], **case.typed})
    entered = one_desk.register.enter(draft)
    assert isinstance(entered, Entered), entered
    assert sorted(one.code for one in entered.warnings) == sorted(case.warned)
    first = one_desk.register.show(entered.id).registration
    again = one_desk.register.check(replace(draft_of(first), reasons=draft.reasons, number="999"))
    assert again.value == replace(first, number="999")
    figures = registration_figures(first)
    assert (figures["registration_type"], figures["lateness"]) == case.counted
    seat = one_desk.register.seat
    with seat.reading() as reading:
        holds = what_holds(reading, [first], seat.today(), "")
        opened = what_holds(reading, [first], seat.today(), "gia đình xin")
    assert [one.details["reason"] for one in holds] == list(case.held)
    assert bool(opened) is case.never
    one_desk.register.void(entered.id, "bản thử")


def test_the_words_of_the_birthday_follow_it_when_it_is_mended(one_desk: Desk) -> None:
    entered = one_desk.register.enter(draft_from("birth", BIRTH))
    assert isinstance(entered, Entered)
    one_desk.register.amend(entered.id, {"born": "06/10/2026"}, "gõ nhầm")
    mended = one_desk.register.show(entered.id).registration
    assert isinstance(mended, Birth)
    assert mended.born_in_words == "ngày mồng sáu tháng mười năm hai nghìn không trăm hai mươi sáu"
    one_desk.register.void(entered.id, "bản thử")


def test_five_children_of_one_birth_share_one_letter_and_are_no_duplicates(one_desk: Desk) -> None:
    names = [f"Lê Gia {last}" for last in ("An", "Bình", "Cường", "Dũng", "Em")]
    family = {**BIRTH, "twin_group": "sinh năm a1"}
    entered = [one_desk.register.enter(draft_from("birth", {**family, "child_name": name})) for name in names]
    assert [one.warnings for one in entered if isinstance(one, Entered)] == [()] * 5
    ids = tuple(one.id for one in entered if isinstance(one, Entered))
    assert ids in one_desk.letters.pending()
    sheet = one_desk.letters.prepare(ids, Wish())
    assert isinstance(sheet, Prepared), sheet
    assert sheet.covers == ids
    assert [draft_of(one_desk.register.show(id).registration).twin_group for id in ids] == ["sinh năm a1"] * 5
    for id in ids:
        one_desk.register.void(id, "bản thử")
