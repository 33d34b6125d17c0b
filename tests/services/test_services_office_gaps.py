"""What letters lack of the office: named before a letter waits for it, and where it is mended."""

from __future__ import annotations

from datetime import date

import pytest
from test_services_letters import DEATH
from test_services_registering import BIRTH, entered

from common.words import office_gaps as words
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Wish
from desk_app.services.office import Letterhead
from desk_app.services.office_gaps import _name, office_gaps
from desk_app.services.print_desk import PrintDesk
from desk_app.services.signatory_desk import SignatoryDesk
from desk_app.services.today import Today


def lacking(desk: Desk) -> list[str]:
    with desk.seat.reading() as reading:
        return [gap.field for gap in office_gaps(desk.seat, reading)]


def test_a_whole_office_lacks_nothing_and_each_gap_is_named(desk: Desk) -> None:
    assert lacking(desk) == []
    for name in ("community", "home-word", "phone", "officer-title"):
        desk.settings.put(name, " ")
    desk.settings.put("officer", "Trịnh Văn Lâm")
    signers = SignatoryDesk(desk.seat)
    signers.remove(signers.all()[0].one)
    assert lacking(desk) == ["signatory", "community", "home-word", "officer-title", "phone"]
    cards = [one for one in Today(desk.seat).view().reminders if one.goes == "settings"]
    assert [one.title for one in cards if one.icon == "mail"] == [words.TITLES["community"]]


@pytest.mark.parametrize(
    ("setting", "draft", "code"),
    [("community", BIRTH, "office_community"), ("officer-title", DEATH, "office_officer_title")],
)
def test_a_letter_that_needs_it_is_refused_with_the_field_where_it_is_mended(
    desk: Desk, setting: str, draft: object, code: str
) -> None:
    desk.settings.put("officer", "Trịnh Văn Lâm")
    desk.settings.put(setting, "")
    id = entered(desk.register.enter(draft)).id  # type: ignore[arg-type]
    (problem,) = desk.letters.prepare([id], Wish())  # type: ignore[misc]
    assert (problem.code, problem.field) == ("letter-missing-field", code)
    table = PrintDesk(desk.seat)
    sheet = table.sheet(table.waiting()[0], "colour")
    assert (sheet.mend, sheet.field) == ("settings", setting)


def test_a_condolence_without_a_telephone_is_written_and_says_so(desk: Desk) -> None:
    desk.settings.put("phone", "")
    entered(desk.register.enter(DEATH))
    table = PrintDesk(desk.seat)
    sheet = table.sheet(table.waiting()[0], "colour")
    assert sheet.pdf
    assert any("chưa có số điện thoại" in note for note in sheet.notes)


def test_a_contact_who_left_the_desk_is_named(desk: Desk) -> None:
    desk.settings.put("officer", "trịnh văn lâm")
    with desk.seat.work() as work:
        work.office.put("former-users", '{"lam": {"role": "clerk", "on": "2026-11-01", "by": "clerk", "reason": "x"}}')
        work.office.put("people", '{"lam": {"name": "Trịnh Văn Lâm", "address": "", "title": ""}}')
        work.commit()
    assert lacking(desk) == ["officer"]


def test_a_name_typed_for_the_unit_before_is_named_with_both(desk: Desk) -> None:
    head = Letterhead("21979", name="xã Phước Nghĩa Hạ", named_on="2025-06-27")
    assert list(_name(head, desk.seat.units, date(2025, 6, 30))) == []
    (gap,) = _name(head, desk.seat.units, date(2025, 7, 2))
    assert gap.field == "name"
    assert gap.details["before"] == "xã Phước Nghĩa Hạ"
    assert gap.details["now"] in gap.told
    assert list(_name(Letterhead("21979", named_on="2025-06-27"), desk.seat.units, date(2025, 7, 2))) == []
