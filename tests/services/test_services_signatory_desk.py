"""Signatories of a real desk: added, ended, corrected, never taken from under a letter; letters keep theirs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hand_clock import Clock
from test_services_letters import DEATH, text_of
from test_services_registering import BIRTH, entered

from desk_app.domain.office import EVERY
from desk_app.services.desk import Desk
from desk_app.services.hamlets import HamletDesk, word_in
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.print_desk import PrintDesk
from desk_app.services.signatory_desk import SignatoryDesk, Typed
from desk_app.services.stored import any_letter
from desk_app.services.today import Today
from desk_app.services.trouble import Mistake, Trouble

DEPUTY = "KT. Chủ tịch / Phó Chủ tịch"


def letter_of(desk: Desk, draft: object) -> int:
    result = desk.letters.prepare([entered(desk.register.enter(draft)).id], Wish())
    assert isinstance(result, Prepared), result
    return result.letter


def test_the_chair_condoles_the_deputy_congratulates_and_what_was_written_never_moves(desk: Desk) -> None:
    signers, today = SignatoryDesk(desk.seat), desk.seat.today()
    (chair,) = signers.all()
    signers.add(Typed("Vũ Thị Thanh Hà", DEPUTY, today, None, (EVERY,)))
    signers.change(chair.one, Typed(chair.one.name, "Chủ tịch", chair.one.valid_from, None, ("death",)))
    glad, sad = letter_of(desk, BIRTH), letter_of(desk, DEATH)
    pages = {letter: desk.letters.pdf([letter]) for letter in (glad, sad)}
    assert "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH" in text_of(pages[glad]).replace("\r", "")
    assert "Vũ Thị Thanh Hà" in text_of(pages[glad])
    assert "Phạm Quốc Thịnh" in text_of(pages[sad])

    deputy = next(each.one for each in signers.all() if each.one.name == "Vũ Thị Thanh Hà")
    assert signers.has_signed(deputy)
    with pytest.raises(Mistake, match="signatory-signed"):
        signers.remove(deputy)
    with pytest.raises(Mistake, match="signatory-signed"):
        signers.change(deputy, Typed("Vũ Thị Thanh Hà Sửa", DEPUTY, today))
    assert signers.end(deputy, today) == 0
    signers.add(Typed("Lò Thị Hoa", "Q. Chủ tịch", today + timedelta(days=1)))
    assert {letter: desk.letters.pdf([letter]) for letter in pages} == pages


def test_a_slip_in_one_that_signed_nothing_is_corrected_or_taken_out(desk: Desk) -> None:
    signers, today = SignatoryDesk(desk.seat), desk.seat.today()
    wrong = signers.add(Typed("Vũ Thị Than Hà", DEPUTY, today))
    assert signers.change(wrong, Typed("Vũ Thị Thanh Hà", DEPUTY, today)) == 0
    with pytest.raises(Mistake, match="signatory-gone"):
        signers.remove(wrong)
    right = next(each.one for each in signers.all() if each.first)
    signers.remove(right)
    assert [each.one.name for each in signers.all()] == ["Phạm Quốc Thịnh"]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (Typed(" ", "Chủ tịch", date(2026, 1, 1)), "signatory-empty"),
        (Typed("Lê An", " / ", date(2026, 1, 1)), "signatory-empty"),
        (Typed("Lê An", "TM. A / KT. B / C / D", date(2026, 1, 1)), "signatory-lines"),
        (Typed("Lê An", "Chủ tịch", date(2026, 1, 2), date(2026, 1, 1)), "signatory-days"),
        (Typed("Phạm Quốc Thịnh", "chủ tịch", date(2027, 1, 1)), "signatory-there"),
    ],
)
def test_an_entry_that_cannot_be_is_named_and_nothing_is_kept(desk: Desk, typed: Typed, code: str) -> None:
    signers = SignatoryDesk(desk.seat)
    before = signers.all()
    with pytest.raises(Mistake, match=code):
        signers.add(typed)
    assert signers.all() == before


def test_whose_term_ended_yesterday_signs_nothing_today_and_the_sheet_says_who_and_where(
    desk: Desk, clock: Clock
) -> None:
    signers, today = SignatoryDesk(desk.seat), desk.seat.today()
    early = letter_of(desk, BIRTH)
    (chair,) = signers.all()
    assert signers.end(chair.one, today) == 0
    assert any(one.goes == "settings" and "Phạm Quốc Thịnh" in one.text for one in Today(desk.seat).view().reminders)
    clock.moment += timedelta(days=1)
    id = entered(desk.register.enter(DEATH)).id
    (problem,) = desk.letters.prepare([id], Wish())  # type: ignore[misc]
    assert (problem.code, problem.field) == ("letter-signatory-ended", "signatory")
    table = PrintDesk(desk.seat)
    row = next(row for row in table.waiting() if row.covers == (id,))
    sheet = table.sheet(row, "colour")
    assert sheet.mend == "settings"
    assert any("Phạm Quốc Thịnh ký đến hết" in stop for stop in sheet.stops)
    with desk.seat.reading() as reading:
        assert "Phạm Quốc Thịnh".encode() in any_letter(reading, early).page


def test_what_was_chosen_waits_with_the_letter_until_somebody_signs_again(desk: Desk, clock: Clock) -> None:
    signers, today = SignatoryDesk(desk.seat), desk.seat.today()
    (chair,) = signers.all()
    signers.end(chair.one, today)
    clock.moment += timedelta(days=1)
    id = entered(desk.register.enter(BIRTH)).id
    assert not isinstance(desk.letters.prepare([id], Wish(free_line="Cả xã mừng cùng gia đình.")), Prepared)
    signers.add(Typed("Lò Thị Hoa", "Q. Chủ tịch", desk.seat.today()))
    done = desk.letters.prepare([id], Wish())
    assert isinstance(done, Prepared), done
    told = " ".join(text_of(desk.letters.pdf([done.letter])).split())
    assert "Cả xã mừng cùng gia đình." in told
    assert "Q. CHỦ TỊCH" in told


def test_a_letter_of_a_later_day_that_bears_the_name_is_counted_when_the_end_is_written_down(
    desk: Desk, clock: Clock
) -> None:
    signers = SignatoryDesk(desk.seat)
    (chair,) = signers.all()
    clock.moment += timedelta(days=2)
    letter = letter_of(desk, BIRTH)
    yesterday = desk.seat.today() - timedelta(days=1)
    assert signers.end(chair.one, yesterday) == 1
    (ended,) = signers.all()
    signers.remove(ended.one)
    signers.add(Typed(chair.one.name, "Q. Chủ tịch", yesterday - timedelta(days=1)))
    (acting,) = signers.all()
    with desk.seat.reading() as reading:
        (id,) = reading.letters.get(letter).covers  # type: ignore[union-attr]
    desk.register.void(id, "ghi thử")
    assert signers.end(acting.one, yesterday) == 0


def test_who_signs_from_today_takes_the_place_of_whoever_signed_by_default(desk: Desk) -> None:
    signers = SignatoryDesk(desk.seat)
    (chair,) = signers.all()
    signers.change(chair.one, Typed(chair.one.name, "Chủ tịch", chair.one.valid_from, None, (EVERY,)))
    desk.settings.sign_from_today("Lò Thị Hoa", "Phó Chủ tịch")
    assert [each.one.name for each in signers.all() if each.first] == ["Lò Thị Hoa"]


def test_only_whoever_may_change_settings_says_who_signs(desk: Desk) -> None:
    with pytest.raises(Trouble, match="not-allowed"):
        SignatoryDesk(replace(desk.seat, role="leader")).add(Typed("Lê An", "Chủ tịch", date(2026, 1, 1)))


def test_a_letter_says_the_word_of_its_hamlet(desk: Desk) -> None:
    hamlets = HamletDesk(desk.seat)
    hamlets.put("Bản Nà Hà", "bản làng")
    entered(desk.register.enter(replace(BIRTH, hamlet="Thôn Bến Trà")))
    assert [(one.hamlet, one.word) for one in hamlets.all()] == [("Bản Nà Hà", "bản làng"), ("Thôn Bến Trà", "")]
    letter = letter_of(desk, replace(BIRTH, child_name="Lò Minh Anh", hamlet="bản na ha", number="9"))
    assert "bản làng" in " ".join(text_of(desk.letters.pdf([letter])).split())
    hamlets.put("BẢN NÀ HÀ", "")
    assert not any(one.word for one in hamlets.all())
    with pytest.raises(Mistake, match="hamlet-empty"):
        hamlets.put("  ", "xóm làng")


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("Thôn Bến Trà", "khu phố"),
        ("bến trà", "khu phố"),
        ("Bản Nà Hà", "bản làng"),
        ("Thôn Nà Hà", ""),
        ("Nà Hà", "bản làng"),
        ("Ấp 3", ""),
        ("", ""),
    ],
)
def test_hamlets_match_without_their_kind_where_no_other_is_meant(typed: str, word: str) -> None:
    words = {"Bến Trà": "khu phố", "Bản Nà Hà": "bản làng", "Thôn 3": "xóm làng"}
    assert word_in(words, typed) == word
