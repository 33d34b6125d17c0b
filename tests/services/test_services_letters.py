"""Letters as the office prepares, prints and hands them over."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pypdfium2
from test_services_registering import BIRTH, entered

from desk_app.domain.drafts import DeathDraft
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Prepared, Wish

DEATH = DeathDraft(
    deceased_name="Đặng Văn Khoan", sex="nam", born="1940", died_on="05/11/2026", registered_on="06/11/2026"
)


def prepared(result: object) -> Prepared:
    assert isinstance(result, Prepared), result
    return result


def text_of(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    assert len(pages) == 1
    return str(pages[0].get_textpage().get_text_range())


def test_a_desk_without_a_district_prints_letters_without_a_code(desk: Desk) -> None:
    id = entered(desk.register.enter(BIRTH)).id
    letter = prepared(desk.letters.prepare([id], Wish()))
    assert (letter.code, letter.link) == ("", "")
    assert "NGUYỄN TRẦN MINH ANH" in text_of(desk.letters.pdf([letter.letter]))


def test_a_letter_asked_for_again_is_the_archived_page(desk: Desk) -> None:
    id = entered(desk.register.enter(BIRTH)).id
    first = prepared(desk.letters.prepare([id], Wish()))
    sheet = desk.letters.pdf([first.letter])
    again = prepared(desk.letters.prepare([id], Wish()))
    assert (again.letter, again.again) == (first.letter, True)
    assert desk.letters.pdf([again.letter]) == sheet


def test_twins_share_one_sheet(desk: Desk) -> None:
    one = entered(desk.register.enter(BIRTH)).id
    two = entered(desk.register.enter(replace(BIRTH, child_name="Nguyễn Trần Minh Khang", sex="nam"))).id
    assert desk.letters.pending() == ((one, two),)
    letter = prepared(desk.letters.prepare([one, two], Wish()))
    assert letter.covers == (one, two)
    text = text_of(desk.letters.pdf([letter.letter]))
    assert "MINH ANH" in text
    assert "MINH KHANG" in text
    assert desk.letters.pending() == ()


def test_strangers_never_share_a_sheet(desk: Desk) -> None:
    one = entered(desk.register.enter(BIRTH)).id
    other = replace(BIRTH, child_name="Lê Gia Hân", mother_name="Lê Thị Hoa")
    two = entered(desk.register.enter(other)).id
    result = desk.letters.prepare([one, two], Wish())
    assert isinstance(result, tuple)
    assert [problem.code for problem in result] == ["letter-not-one-sheet"]


def test_a_letter_held_back_opens_only_with_a_reason(desk: Desk) -> None:
    draft = replace(DEATH, born="2015", deceased_name="Đặng Gia Bảo")
    id = entered(desk.register.enter(draft)).id
    held = desk.letters.prepare([id], Wish())
    assert isinstance(held, tuple)
    assert {problem.code for problem in held} == {"letter-held"}
    opened = desk.letters.prepare([id], Wish(anyway="gia đình đồng ý"))
    assert isinstance(opened, (Prepared, tuple))
    if isinstance(opened, tuple):
        assert "letter-held" not in {problem.code for problem in opened}


def test_a_family_that_said_no_gets_no_letter_at_all(desk: Desk) -> None:
    id = entered(desk.register.enter(replace(BIRTH, case="opted_out"))).id
    result = desk.letters.prepare([id], Wish(anyway="cứ in"))
    assert isinstance(result, tuple)
    assert {problem.code for problem in result} == {"letter-never"}


def test_a_glad_letter_waits_when_the_child_has_died(desk: Desk) -> None:
    id = entered(desk.register.enter(BIRTH)).id
    death = replace(DEATH, deceased_name="Nguyễn Trần Minh Anh", born="09/11/2026", died_on="15/11/2026")
    entered(desk.register.enter(replace(death, registered_on="16/11/2026")))
    result = desk.letters.prepare([id], Wish())
    assert isinstance(result, tuple)
    assert [(problem.code, problem.details["reason"]) for problem in result] == [("letter-held", "child-died")]


def test_amending_the_name_takes_the_old_letter_back(desk: Desk) -> None:
    id = entered(desk.register.enter(BIRTH)).id
    first = prepared(desk.letters.prepare([id], Wish()))
    desk.letters.printed([first.letter])
    desk.register.amend(id, {"child_name": "Nguyễn Trần Minh Ánh"}, "gõ nhầm")
    second = prepared(desk.letters.prepare([id], Wish()))
    assert second.letter != first.letter
    report = desk.reports.report("2026-11")
    assert report.letters["birth"] == {"prepared": 1, "printed": 0, "delivered": 0}


def test_delivered_letters_are_counted_by_registrations_covered(desk: Desk) -> None:
    ids = [entered(desk.register.enter(BIRTH)).id]
    ids.append(entered(desk.register.enter(replace(BIRTH, child_name="Nguyễn Trần Minh Khang"))).id)
    letter = prepared(desk.letters.prepare(ids, Wish())).letter
    desk.letters.printed([letter])
    desk.letters.delivered([letter], "home", "good")
    report = desk.reports.report("2026-11")
    assert report.letters["birth"] == {"prepared": 2, "printed": 2, "delivered": 2}
    assert report.reactions == {"good": 2, "bad": 0, "none": 0}
    desk.register.void(ids[0], "trùng")
    assert desk.reports.report("2026-11").letters["birth"]["delivered"] == 1


def test_the_archived_page_is_journaled_by_its_digest(desk: Desk) -> None:
    id = entered(desk.register.enter(BIRTH)).id
    letter = prepared(desk.letters.prepare([id], Wish())).letter
    with desk.seat.register.reading() as reading:
        kept = reading.letters.get(letter)
        assert kept is not None
        homes = [part.body for part in reading.journal.home_parts(1, reading.journal.head()[0])]
    assert any(kept.digest.encode() in body for body in homes)


def test_a_registration_with_a_replaced_letter_can_be_voided(desk: Desk) -> None:
    id = entered(desk.register.enter(BIRTH)).id
    prepared(desk.letters.prepare([id], Wish()))
    desk.register.amend(id, {"child_name": "Nguyễn Trần Minh Ánh"}, "gõ nhầm")
    second = prepared(desk.letters.prepare([id], Wish())).letter
    assert desk.register.void(id, "ghi trùng").letters == (second,)
    assert desk.reports.report("2026-11").letters["birth"]["prepared"] == 0


def test_a_sheet_never_printed_is_written_anew_when_its_record_changed(desk: Desk) -> None:
    first, twin = (
        entered(desk.register.enter(replace(BIRTH, child_name=f"Nguyễn Trần {name}"))).id for name in ("An", "Anh")
    )
    other = entered(desk.register.enter(replace(BIRTH, child_name="Lê Văn Bộ", mother_name="Hồ Thị Tư"))).id
    sheets, _ = desk.letters.prepare_pending()
    assert [sheet.covers for sheet in sheets] == [(first, twin), (other,)]
    desk.register.amend(other, {"child_name": "Lê Văn Bổ"}, "gõ nhầm")
    desk.register.void(twin, "ghi trùng")
    anew, held = desk.letters.prepare_pending()
    assert [sheet.covers for sheet in anew] == [(first,), (other,)]
    text = " ".join(text_of(desk.letters.pdf([sheet.letter])) for sheet in anew)
    assert "LÊ VĂN BỔ" in text
    assert "TRẦN ANH" not in text
    assert held == ()


def test_a_word_heard_later_changes_the_reaction_and_not_the_month(desk: Desk, clock: Any) -> None:
    letter = prepared(desk.letters.prepare([entered(desk.register.enter(BIRTH)).id], Wish())).letter
    desk.letters.printed([letter])
    desk.letters.delivered([letter], "post", "none")
    clock.forward(20)
    desk.letters.delivered([letter], "post", "good")
    assert desk.reports.report("2026-11").reactions == {"good": 1, "bad": 0, "none": 0}
    assert desk.reports.report("2026-12").letters["birth"]["delivered"] == 0
