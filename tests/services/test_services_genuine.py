"""Is this letter ours: every answer that a code can get, on a real register with real keys."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from test_services_registering import BIRTH, entered

from desk_app.services.delivery import Delivery, Given
from desk_app.services.desk import Desk
from desk_app.services.erasing import Erasing
from desk_app.services.genuine import Genuine
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.sync.link import IN_FORCE, read_link
from exchange.token import ALPHABET, Token, mint, spaced
from tools.pretend_office import PretendOffice


@pytest.fixture
def letter(desk: Desk, tmp_path: Path) -> Prepared:
    desk.district.enrol(PretendOffice(tmp_path).enrol(desk))
    done = desk.letters.prepare([entered(desk.register.enter(BIRTH)).id], Wish())
    assert isinstance(done, Prepared)
    desk.letters.printed([done.letter])
    return done


def key_of(desk: Desk) -> tuple[bytes, int]:
    with desk.seat.reading() as reading:
        tie = read_link(reading.office.get(IN_FORCE))
    assert tie is not None
    return tie.token_key, tie.desk


def other(code: str, place: int) -> str:
    """The code with another character at one place."""
    return code[:place] + ALPHABET[(ALPHABET.index(code[place]) + 7) % 32] + code[place + 1 :]


def test_a_letter_of_ours_is_told_with_what_must_stand_on_the_paper(desk: Desk, letter: Prepared) -> None:
    Delivery(desk.seat).hand_over([letter.letter], Given("home", "good"))
    looked = Genuine(desk.seat)
    typed = (
        letter.code,
        spaced(letter.code).lower(),
        letter.link,
        f" Mã {letter.code.replace('0', 'O').replace('1', 'l')} ",
    )
    verdicts = [looked.look(text) for text in typed]
    assert {(one.code, one.letter, one.warning) for one in verdicts} == {("ours", letter.letter, "")}
    facts = dict(verdicts[0].facts)
    assert (facts["Gửi"], facts["Ngày trên thư"], facts["Người ký"]) == (
        "Nguyễn Trần Minh Anh",
        "20/11/2026",
        "Phạm Quốc Thịnh",
    )
    assert (facts["Đã in"], facts["Đã trao"]) == ("20/11/2026, 1 tờ", "20/11/2026, trao tại nhà")
    assert "chép được mã" in verdicts[0].text
    page = looked.redrawn(letter.letter)
    assert len(page.pixels) == page.width * page.height * 3
    acts = [note.act for note in desk.seat.sitting.notes]
    assert acts.count("letter-compared") == 4, "every look is noted"


def test_a_true_code_over_a_false_address_is_warned_of(desk: Desk, letter: Prepared) -> None:
    verdict = Genuine(desk.seat).look(f"https://qua-tang.example/G/{letter.code}")
    assert (verdict.code, verdict.tone) == ("ours", "son")
    assert verdict.warning.startswith("Ô vuông dẫn tới qua-tang.example, không phải ")


def test_a_forged_code_is_not_ours_and_a_slip_names_the_letter_that_may_be_meant(desk: Desk, letter: Prepared) -> None:
    looked = Genuine(desk.seat)
    slip = looked.look(other(letter.code.replace("-", ""), 14))
    assert (slip.code, slip.tone, slip.letter) == ("not-minted", "son", 0)
    assert slip.near is not None
    assert (slip.near.letter, slip.near.differs) == (letter.letter, 1)
    _, desk_number = key_of(desk)
    forged = looked.look(mint(Token("birth", desk_number, 99), bytes(32)))
    assert (forged.code, forged.near) == ("not-minted", None)
    assert [note.act for note in desk.seat.sitting.notes].count("code-looked-up") == 2


def test_codes_of_other_desks_and_of_letters_that_a_restore_took_are_told_apart(desk: Desk, letter: Prepared) -> None:
    key, number = key_of(desk)
    looked = Genuine(desk.seat)
    lost = looked.look(mint(Token("birth", number, 4_000_001), key))
    assert (lost.code, "Cần ghi lại" in lost.text) == ("not-here", True)
    elsewhere = looked.look(mint(Token("marriage", number + 5, 77), bytes(32)))
    assert elsewhere.code == "elsewhere"
    assert f"quầy số {number + 5}, quầy ta là số {number}" in elsewhere.text


def test_a_letter_taken_back_names_the_one_in_its_place(desk: Desk, letter: Prepared) -> None:
    id = letter.covers[0]
    desk.register.amend(id, {"child_name": "Nguyễn Trần Minh Ánh"}, "gõ nhầm")
    after = desk.letters.prepare([id], Wish())
    assert isinstance(after, Prepared)
    verdict = Genuine(desk.seat).look(letter.code)
    assert (verdict.code, verdict.letter) == ("taken-back", letter.letter)
    assert dict(verdict.facts)["Thư thay thế"] == f"thư ngày 20/11/2026, mã {after.code}"


def test_an_erased_letter_is_ours_and_shows_nobody(desk: Desk, letter: Prepared) -> None:
    Delivery(desk.seat).hand_over([letter.letter], Given("home", "good", evidence="bà Lan nhà bên nhận hộ"))
    with desk.seat.reading() as reading:
        kept = reading.registrations.get(letter.covers[0])
    assert kept is not None
    Erasing(desk.seat).erase(kept.id, "người dân yêu cầu", kept.registration.number)
    verdict = Genuine(desk.seat).look(letter.code)
    assert (verdict.code, verdict.letter, verdict.drawn) == ("erased", letter.letter, False)
    assert "Gửi" not in dict(verdict.facts)
    assert "Minh Anh" not in str(verdict)
    with desk.seat.reading() as reading:
        assert reading.handings.of([letter.letter]) == {}, "the proof may name people too"


def test_what_is_no_code_a_specimen_and_a_desk_without_a_key_say_what_to_do(desk: Desk) -> None:
    looked = Genuine(desk.seat)
    assert looked.look("7K3M 9QXF").text.count("đang đọc được 8 chữ") == 1
    assert "đang đọc được 17 chữ" in looked.look("7" * 17).text
    assert "đang đọc được 12 chữ" in looked.look("7K3M 9QXF 7K3M UUUU").text
    assert [looked.look(text).code for text in ("", "XXXX-XXXX-XXXX-XXXX")] == ["not-a-code", "specimen"]
    assert looked.look(mint(Token("birth", 3, 9), bytes(32))).code == "no-tie"
    assert Genuine(replace(desk.seat, training=True)).look("7K3M-9QXF-2D4T-8A6H").code == "training"
