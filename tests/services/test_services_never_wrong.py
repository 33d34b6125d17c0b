"""Never a wrong letter (LOOK 3.5 "Held back"): a row for each case, entered for real; what is said, where it is mended,
and that none of it goes out in a batch."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from test_services_letters import DEATH, prepared
from test_services_registering import BIRTH, entered

from common.words.problems import sentence
from desk_app.domain.drafts import Draft, MarriageDraft
from desk_app.domain.office import Signatory
from desk_app.services.ceremonies import Ceremonies
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.office import keep_signatories
from desk_app.services.opt_outs import OptOutDesk
from desk_app.services.print_desk import PrintDesk
from desk_app.services.today import Today

ASK, NEVER = "letter-held", "letter-never"
WEDDING = MarriageDraft(
    husband_name="Lê Hoàng Nam",
    husband_born="03/04/1995",
    wife_name="Phan Thị Thu Thủy",
    wife_born="05/06/1997",
    registered_on="20/11/2026",
)


@dataclass(frozen=True)
class Case:
    """What is entered; and of its letter the verdict, the words, the field where it is mended ("record": another's)."""

    draft: Draft
    verdict: str
    words: str
    field: str
    beside: tuple[Draft, ...] = ()


def died(name: str, born: str, day: str = "18/11/2026") -> Draft:
    return replace(DEATH, deceased_name=name, born=born, died_on=day, registered_on="19/11/2026")


CASES = {
    "under 24 hours": Case(
        replace(BIRTH, case="under_24_hours"), NEVER, "Cháu sống dưới 24 giờ", "case:under_24_hours"
    ),
    "the child has died": Case(
        BIRTH, ASK, "Cháu đã mất", "record", (died("Nguyễn Trần Minh Anh", "9/11/2026", "15/11/2026"),)
    ),
    "the mother died months ago": Case(
        BIRTH,
        ASK,
        "Cha hoặc mẹ của cháu đã mất",
        "record",
        (died("Trần Thị Ngọc Lan", "02/03/1998", "09/03/2026"),),
    ),
    "one of the couple has died since": Case(
        replace(WEDDING, registered_on="20/08/2026"),
        ASK,
        "Một trong hai người đã mất",
        "record",
        (died("Lê Hoàng Nam", "1995", "01/09/2026"),),
    ),
    "a house in mourning": Case(
        BIRTH, ASK, "Nhà đang có tang", "record", (died("Trần Thị Ngọc Lan", "1998", "15/11/2026"),)
    ),
    "abandoned": Case(
        replace(BIRTH, case="abandoned", mother_name="", mother_born="", father_name="", father_born=""),
        ASK,
        "Trẻ bị bỏ rơi",
        "case:abandoned",
    ),
    "both parents unknown": Case(
        replace(
            BIRTH,
            case="mother_unknown father_unknown",
            mother_name="",
            mother_born="",
            father_name="",
            father_born="",
        ),
        ASK,
        "Chưa xác định cả cha lẫn mẹ",
        "mother_name",
    ),
    "a guardian": Case(
        replace(BIRTH, declarant_name="Lê Thị Tư", declarant_relation="bà nội, giám hộ"),
        ASK,
        "Người giám hộ, người nuôi dưỡng đi khai",
        "declarant_relation",
    ),
    "a child without a name": Case(replace(BIRTH, child_name="Chưa đặt tên"), ASK, "Cháu chưa có tên", "child_name"),
    "a child over 5": Case(replace(BIRTH, born="19/11/2020"), ASK, "Cháu đã trên 5 tuổi", "born"),
    "a grown person": Case(replace(BIRTH, born="1990", mother_born="1960", father_born="1960"), NEVER, "đủ 18", "born"),
    "registered again": Case(replace(BIRTH, registration_type="2"), ASK, "Đăng ký lại", "registration_type"),
    "noted from abroad": Case(replace(WEDDING, registration_type="3"), ASK, "ở nước ngoài", "registration_type"),
    "suicide": Case(replace(DEATH, cause="tự tử"), ASK, "tự tử", "cause"),
    "execution": Case(replace(DEATH, cause="thi hành án tử hình"), ASK, "thi hành án", "cause"),
    "the cause is being examined": Case(replace(DEATH, cause="đang xác minh"), ASK, "đang xác minh", "cause"),
    "died over a year ago": Case(replace(DEATH, died_on="05/11/2025"), ASK, "quá một năm", "died_on"),
    "a child's death": Case(replace(DEATH, born="2015"), ASK, "chưa đủ 18 tuổi", "born"),
    "a dead person without a name": Case(
        replace(DEATH, deceased_name="Vô danh"), ASK, "chưa rõ họ tên", "deceased_name"
    ),
    "a court said so": Case(
        replace(DEATH, case="court_declared", notice_date="01/10/2026"), ASK, "Tòa án", "case:court_declared"
    ),
    "the family said no": Case(replace(WEDDING, case="opted_out"), NEVER, "không nhận thư", "case:opted_out"),
    "an officer declares": Case(
        replace(DEATH, declarant_name="Vũ Văn Tám", declarant_relation="cán bộ xã"),
        ASK,
        "Cán bộ đứng khai",
        "declarant_relation",
    ),
    "died over 120 years old": Case(replace(DEATH, born="1904"), ASK, "trên 120, xem lại năm sinh", "born"),
    "a mother over 120": Case(replace(BIRTH, mother_born="1898"), ASK, "Mẹ trên 120 tuổi", "mother_born"),
    "a groom over 120": Case(replace(WEDDING, husband_born="1895"), ASK, "Chồng trên 120 tuổi", "husband_born"),
}


SYLLABLES = (
    "An Bình Chi Diệp Giang Hà Khang Linh Mai Nam Oanh Phong Quân Sơn Tâm Uyên Vinh Xuân Yến Đạt Ân Hải Kiên Lộc Thu"
)
NAMES = ("child_name", "mother_name", "father_name", "husband_name", "wife_name", "deceased_name", "declarant_name")


UNNAMED = ("Vô danh", "Chưa đặt tên")


def of_a_house_of_its_own(draft: Draft, syllable: str) -> Draft:
    """The same case in another family, so that no case says anything of another."""
    named = {name: f"{text} {syllable}" for name in NAMES if (text := getattr(draft, name, "")) and text not in UNNAMED}
    return replace(draft, **named)


def test_each_case_is_held_named_and_leads_to_where_it_is_mended(desk: Desk) -> None:
    """All of them stand in the register at once; none goes out in the batch."""
    houses = dict(zip(CASES, SYLLABLES.split(), strict=True))
    ids, deaths = {}, {}
    for name, case in CASES.items():
        ids[name] = entered(desk.register.enter(of_a_house_of_its_own(case.draft, houses[name]))).id
        beside = [of_a_house_of_its_own(one, houses[name]) for one in case.beside]
        deaths[name] = [entered(desk.register.enter(one)).id for one in beside]
    done, _ = desk.letters.prepare_pending()
    table = PrintDesk(desk.seat)
    queue = {id: row for row in table.waiting(sorted(ids.values())) for id in row.covers}
    look = next(one for one in Today(desk.seat).queues() if one.id == "look")
    noted = {id: row for row in look.rows for id in row.covers}
    assert [sheet for sheet in done if set(sheet.covers) & set(ids.values())] == []
    for name, case in CASES.items():
        id, row = ids[name], queue[ids[name]]
        held = desk.letters.prepare([id], Wish())
        assert isinstance(held, tuple), name
        told = [one for one in held if case.words in sentence(one.code, one.details)]
        assert [one.code for one in told] == [case.verdict], (name, held)
        assert {one.code for one in held} == {case.verdict}, name
        assert [one.field for one in told] == (["letter"] if deaths[name] else [case.field]), name
        assert any(case.words in reason for reason in row.held), name
        assert (row.because in deaths[name]) if deaths[name] else (row.because == 0 and bool(row.at)), name
        if case.verdict == ASK and id in noted:
            assert case.words in noted[id].note, name
            assert bool(noted[id].because or noted[id].at), name
        assert (id in noted) == (case.verdict == ASK), name
        again = desk.letters.prepare([id], Wish(anyway="gia đình mong nhận thư"))
        lacks = {"letter-missing-field", "letter-needs-address"}
        assert isinstance(again, Prepared) or case.verdict == NEVER or {one.code for one in again} <= lacks, name
    for name, mend in (("suicide", "record"), ("the child has died", "death")):
        assert table.sheet(queue[ids[name]], "black").mend == mend


def test_what_came_to_pass_after_a_letter_was_written_holds_it_until_it_is_on_paper(desk: Desk) -> None:
    """Written in the morning, the death registered at noon: the sheet must not leave the desk in the evening."""
    birth = entered(desk.register.enter(BIRTH)).id
    wedding = entered(desk.register.enter(replace(WEDDING, registered_on="20/08/2026"))).id
    letters, held = desk.letters.prepare_pending()
    assert (len(letters), held) == (2, ())
    lost = died("Nguyễn Trần Minh Anh", "9/11/2026", "19/11/2026")
    entered(desk.register.enter(replace(lost, registered_on="20/11/2026")))
    OptOutDesk(desk.seat).keep(wedding)
    done, held = desk.letters.prepare_pending()
    assert done == ()
    reasons = {(one.covers, problem.details["reason"]) for one in held for problem in one.problems}
    assert {one for one in reasons if one[0] in ((birth,), (wedding,))} == {
        ((birth,), "child-died"),
        ((wedding,), "opted-out"),
    }
    rows = {row.covers: row for row in PrintDesk(desk.seat).waiting()}
    assert all(rows[covers].held for covers in ((birth,), (wedding,)))
    (prints,) = (queue for queue in Today(desk.seat).queues() if queue.id == "print")
    assert [row for row in prints.rows if row.covers in rows] == []
    opened = prepared(desk.letters.prepare([birth], Wish(anyway="gia đình xin giữ làm kỷ niệm")))
    assert prepared(desk.letters.prepare([birth], Wish())).letter == opened.letter


def test_namesakes_and_earlier_deaths_hold_no_letter(desk: Desk) -> None:
    for beside in (
        died("Trần Thị Ngọc Lan", "1998", "01/06/2024"),
        died("Nguyễn Văn Bình", "12/05/1956", "02/01/2026"),
        replace(died("Lê Hoàng Nam", "1995", "01/03/2026"), registered_on="02/03/2026"),
    ):
        entered(desk.register.enter(beside))
    ids = [entered(desk.register.enter(one)).id for one in (BIRTH, WEDDING)]
    assert [type(desk.letters.prepare([id], Wish())) for id in ids] == [Prepared, Prepared]


def test_two_numbers_that_differ_are_two_people_and_one_number_is_one(desk: Desk) -> None:
    number, other = "001098000001", "001098000002"
    gone = replace(died("Trần Thị Ngọc Lan", "1998", "02/05/2026"), registered_on="03/05/2026", citizen_id=number)
    entered(desk.register.enter(replace(gone, sex="nữ")))
    apart = entered(desk.register.enter(replace(BIRTH, mother_citizen_id=other))).id
    assert isinstance(desk.letters.prepare([apart], Wish()), Prepared)
    same = replace(
        BIRTH, child_name="Lê Gia Hân", mother_name="Trần Ngọc Lan", mother_born="", mother_citizen_id=number
    )
    held = desk.letters.prepare([entered(desk.register.enter(same)).id], Wish())
    assert isinstance(held, tuple)
    assert [one.details["reason"] for one in held] == ["parent-died"]


def test_a_letter_that_nobody_may_sign_names_who_signs(desk: Desk) -> None:
    with desk.seat.work() as work:
        keep_signatories(work.office, (Signatory("Vũ Thị Hà", ("CHỦ TỊCH",), date(2025, 1, 1), date(2026, 10, 31)),))
        work.commit()
    refused = desk.letters.prepare([entered(desk.register.enter(BIRTH)).id], Wish())
    assert isinstance(refused, tuple)
    assert [(one.field, one.code) for one in refused] == [("signatory", "letter-signatory-ended")]
    (row,) = PrintDesk(desk.seat).waiting()
    assert PrintDesk(desk.seat).sheet(row, "black").mend == "settings"


def test_a_letter_no_font_can_print_names_the_field_of_the_name(desk: Desk) -> None:
    id = entered(desk.register.enter(replace(BIRTH, mother_name="Trần 鳳"))).id
    refused = desk.letters.prepare([id], Wish())
    assert isinstance(refused, tuple)
    assert [(one.field, one.code) for one in refused] == [("mother_name", "letter-unmapped-glyph")]


def test_an_age_over_120_is_looked_at_before_it_is_saved(desk: Desk) -> None:
    for draft, field in (
        (replace(WEDDING, wife_born="1897"), "wife_born"),
        (replace(BIRTH, born="1890", mother_born="", father_born=""), "born"),
    ):
        told = [(one.field, one.level) for one in desk.register.check(draft).problems if one.code == "age-over-120"]
        assert told == [(field, "warning")]


def test_no_ceremony_is_offered_a_letter_whose_child_died_after_it_was_written(desk: Desk) -> None:
    birth = entered(desk.register.enter(BIRTH)).id
    prepared(desk.letters.prepare([birth], Wish()))
    lost = died("Nguyễn Trần Minh Anh", "9/11/2026", "19/11/2026")
    entered(desk.register.enter(replace(lost, registered_on="20/11/2026")))
    ceremonies = Ceremonies(desk.seat)
    (offer,) = [one for one in ceremonies.offers() if birth in one.place.registrations]
    assert offer.refused == "Cháu đã mất"


def test_of_twins_of_whom_one_has_died_neither_the_sheet_of_both_nor_the_letter_of_the_other_goes_out(
    desk: Desk,
) -> None:
    twin = replace(BIRTH, twin_group="S1")
    one, other = (entered(desk.register.enter(replace(twin, child_name=name))).id for name in ("Lê An", "Lê Bình"))
    assert isinstance(desk.letters.prepare([one, other], Wish()), Prepared)
    entered(desk.register.enter(died("Lê Bình", BIRTH.born, "19/11/2026")))
    for ids, told in (([one, other], "Một cháu trên tờ này đã mất"), ([one], "Cháu sinh cùng đã mất")):
        problems = desk.letters.prepare(ids, Wish())
        assert isinstance(problems, tuple)
        assert [(each.code, told in sentence(each.code, each.details)) for each in problems] == [(ASK, True)]
    done, _ = desk.letters.prepare_pending()
    assert done == ()
