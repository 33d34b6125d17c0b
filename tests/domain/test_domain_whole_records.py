"""A form filled in to its last field becomes the registration with every field of it, and nothing more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from test_domain_rows_of_law import RULES, TODAY

from common.dates import PartialDate
from common.names import PersonName
from desk_app.domain.drafts import draft_from
from desk_app.domain.events import Birth, Death, Marriage, Notice
from desk_app.domain.people import CitizenId, Declarant, Person
from desk_app.domain.reading import draft_of, read_draft

FOOT = {
    "declarant_name": "Lê Thị Hoa",
    "declarant_relation": "bà nội",
    "declarant_residence": "Thôn Đông",
    "declarant_citizen_id": "052160000009",
    "registered_on": "20/11/2026",
    "number": "7/2026",
    "book": "01/2026",
    "unit": "21970",
    "registration_type": "1",
    "hamlet": "Bến Trà",
}
CAME = Declarant(PersonName("Lê Thị Hoa"), "bà nội", "Thôn Đông", CitizenId("052160000009"))
COMMON = {
    "registered_on": TODAY,
    "number": "7/2026",
    "book": "01/2026",
    "unit": "21970",
    "registration_type": 1,
    "hamlet": "Bến Trà",
    "declarant": CAME,
}


def typed(role: str, name: str, born: str, number: str) -> dict[str, str]:
    """Everything that a form asks of a person."""
    told = {"name": name, "born": born, "citizen_id": number, "residence": f"nhà {name}", "id_paper": f"giấy {name}"}
    told |= {"ethnic_group": f"dân tộc {name}", "nationality": f"nước {name}"}
    return {f"{role}_{part}": text for part, text in told.items()}


def somebody(name: str, born: str, number: str, sex: str) -> Person:
    """The same as a person."""
    return Person(
        PersonName(name),
        PartialDate.parse(born),
        "female" if sex == "nữ" else "male",
        f"nhà {name}",
        CitizenId(number),
        f"giấy {name}",
        f"dân tộc {name}",
        f"nước {name}",
    )


def read(event: str, told: dict[str, str]) -> object:
    """The registration; the draft made of it says the same."""
    outcome = read_draft(draft_from(event, told), RULES, TODAY)
    assert outcome.value is not None, outcome.problems
    again = read_draft(draft_of(outcome.value), RULES, TODAY)
    assert again.value == outcome.value
    return outcome.value


def test_a_birth_is_whole() -> None:
    told = {
        "child_name": "Lê Gia Hân",
        "child_citizen_id": "052326000001",
        "born": "05/10/2026",
        "born_in_words": "ngày mồng năm tháng mười năm hai nghìn không trăm hai mươi sáu",
        "sex": "nữ",
        "birth_place": "Trạm y tế",
        "home_town": "Xã An Liên",
        "ethnic_group": "Kinh",
        "nationality": "Việt Nam",
        "twin_group": "đôi 1",
        "case": "mobile",
        **typed("mother", "Trần Thị Thử", "1996", "052196000001"),
        **typed("father", "Lê Văn Ví", "1994", "052094000001"),
    }
    child = Person(
        PersonName("Lê Gia Hân"),
        PartialDate(2026, 10, 5),
        "female",
        citizen_id=CitizenId("052326000001"),
        ethnic_group="Kinh",
        nationality="Việt Nam",
    )
    assert read("birth", told | FOOT) == Birth(
        **COMMON,
        cases=frozenset({"mobile"}),
        child=child,
        birth_place="Trạm y tế",
        home_town="Xã An Liên",
        born_in_words="ngày mồng năm tháng mười năm hai nghìn không trăm hai mươi sáu",
        twin_group="đôi 1",
        mother=somebody("Trần Thị Thử", "1996", "052196000001", "nữ"),
        father=somebody("Lê Văn Ví", "1994", "052094000001", "nam"),
    )


def test_a_marriage_is_whole() -> None:
    told = {
        **typed("husband", "Nguyễn Văn Mẫu", "01/02/1999", "052099000001"),
        **typed("wife", "Trần Thị Thử", "05/11/2000", "052300000001"),
        "case": "remarriage",
    }
    assert read("marriage", told | FOOT) == Marriage(
        **COMMON,
        cases=frozenset({"remarriage"}),
        husband=somebody("Nguyễn Văn Mẫu", "01/02/1999", "052099000001", "nam"),
        wife=somebody("Trần Thị Thử", "05/11/2000", "052300000001", "nữ"),
    )


def test_a_death_is_whole() -> None:
    told = {
        "deceased_name": "Đặng Văn Ví",
        "born": "1940",
        "sex": "nam",
        "citizen_id": "052040000001",
        "id_paper": "CMND 210000001",
        "ethnic_group": "Kinh",
        "nationality": "Việt Nam",
        "last_residence": "Thôn Đông",
        "died_on": "18/11/2026",
        "died_at": "5 giờ 30 chiều",
        "died_place": "Tại nhà",
        "cause": "Tuổi già",
        "notice_kind": "Giấy báo tử",
        "notice_number": "12",
        "notice_issuer": "Trạm y tế",
        "notice_date": "19/11/2026",
        "mother_name": "Lê Thị Ba",
        "father_name": "Đặng Văn Bốn",
    }
    deceased = Person(
        PersonName("Đặng Văn Ví"),
        PartialDate(1940),
        "male",
        citizen_id=CitizenId("052040000001"),
        id_paper="CMND 210000001",
        ethnic_group="Kinh",
        nationality="Việt Nam",
    )
    assert read("death", told | FOOT) == Death(
        **COMMON,
        deceased=deceased,
        last_residence="Thôn Đông",
        died_on=PartialDate(2026, 11, 18),
        died_at="17:30",
        died_place="Tại nhà",
        cause="Tuổi già",
        notice=Notice("Giấy báo tử", "12", "Trạm y tế", PartialDate.of(date(2026, 11, 19))),
        mother_name=PersonName("Lê Thị Ba"),
        father_name=PersonName("Đặng Văn Bốn"),
    )


def test_what_is_left_blank_stays_blank() -> None:
    least = {"deceased_name": "Đặng Văn Ví", "died_on": "18/11/2026", "registered_on": "20/11/2026", "sex": "nam"}
    assert read("death", least) == Death(
        registered_on=TODAY,
        unit="21964",
        deceased=Person(PersonName("Đặng Văn Ví"), sex="male"),
        died_on=PartialDate(2026, 11, 18),
    )
    born = {"child_name": "Lê Gia Hân", "born": "05/10/2026", "registered_on": "20/11/2026", "case": "abandoned"}
    assert read("birth", born) == Birth(
        registered_on=TODAY,
        unit="21964",
        cases=frozenset({"abandoned"}),
        child=Person(PersonName("Lê Gia Hân"), PartialDate(2026, 10, 5)),
        born_in_words="ngày mồng năm tháng mười năm hai nghìn không trăm hai mươi sáu",
    )


def test_how_a_registration_stands_to_its_time() -> None:
    least = {"child_name": "Lê Gia Hân", "registered_on": "20/11/2026", "sex": "nữ", "case": "abandoned"}
    told = {
        ("05/10/2026", ""): (1, False),
        ("05/09/2026", ""): (4, True),
        ("09/2026", ""): (1, False),
        ("09/2026", "4"): (4, True),
        ("05/09/2026", "2"): (2, False),
        ("05/09/2026", "3"): (3, False),
        ("05/09/2026", "1"): (1, True),
        ("05/10/2026", "4"): (4, False),
        ("05/10/2026", "0"): (0, False),
    }
    for (born, kind), (registration_type, late) in told.items():
        one = read_draft(draft_from("birth", least | {"born": born, "registration_type": kind}), RULES, TODAY).value
        assert one is not None
        assert (one.registration_type, one.late) == (registration_type, late), (born, kind)
    old = least | {"born": "05/09/1990", "registered_on": "20/11/1990"}
    one = read_draft(draft_from("birth", old), RULES, TODAY).value
    assert one is not None
    assert (one.registration_type, one.late) == (0, False)


def test_a_draft_leaves_to_the_form_what_the_form_works_out_itself() -> None:
    born = {"child_name": "Lê Gia Hân", "registered_on": "20/11/2026", "sex": "nữ", "case": "opted_out abandoned"}
    drafts = []
    for day, kind in (("05/10/2026", ""), ("05/09/2026", ""), ("05/10/2026", "4"), ("10/2026", ""), ("09/2026", "4")):
        one = read_draft(draft_from("birth", born | {"born": day, "registration_type": kind}), RULES, TODAY).value
        assert one is not None
        drafts.append(draft_of(one))
    assert [(one.registration_type, one.born_in_words) for one in drafts] == [
        ("", ""),
        ("", ""),
        ("4", ""),
        ("1", ""),
        ("4", ""),
    ]
    assert {one.case for one in drafts} == {"abandoned opted_out"}


def test_a_death_that_a_court_declared_on_an_unknown_day_keeps_its_type() -> None:
    told = {"deceased_name": "Đặng Văn Ví", "died_on": "18/11/2026", "registered_on": "20/11/2026", "sex": "nam"}
    one = read_draft(draft_from("death", told | {"case": "court_declared"}), RULES, TODAY).value
    assert one is not None
    assert (one.counted_from, draft_of(one).registration_type) == (None, str(one.registration_type))
    judged = read_draft(replace(draft_of(one), notice_date="01/11/2026"), RULES, TODAY).value
    assert judged is not None
    assert judged.counted_from == PartialDate(2026, 11, 1)
