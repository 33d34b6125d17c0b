"""What an input method rubbed out tells which key it swallowed; what a scanner lost tells where a mark is missing."""

from __future__ import annotations

from datetime import date

import pytest

from desk_app.domain import scan_signs
from desk_app.domain.cards import read_card, renewal_age
from desk_app.domain.scan_keys import MEDDLED, replayed
from desk_app.domain.scan_signs import is_vietnamese, lost_marks, place_lost_marks
from desk_app.domain.scan_text import Refused, mended


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("ê ba\bà", "ê baf"),
        ("ê ba\bá", "ê bas"),
        ("ê ba\bã", "ê bax"),
        ("ê ba\bả", "ê bar"),
        ("ê ba\bạ", "ê baj"),
        ("ê ba\bâ", "ê baa"),
        ("ê bE\bÊ", "ê bEe"),
        ("ê ba\bă", "ê baw"),
        ("ê bo\bơ", "ê bow"),
        ("ê bu\bư", "ê buw"),
        ("ê ad\bđ", "ê add"),
        ("ê aD\bĐ", "ê aDd"),
        ("ê hoan\b\bàn", "ê hoanf"),
        ("ê hoan\b\bân", "ê hoana"),
        ("ê hoad\b\bàd", "ê hoadf"),
        ("ê b1a\bà", "ê b1a2"),
        ("ê b1a\bá", "ê b1a1"),
        ("ê b1a\bã", "ê b1a4"),
        ("ê b1a\bả", "ê b1a3"),
        ("ê b1a\bạ", "ê b1a5"),
        ("ê b1a\bâ", "ê b1a6"),
        ("ê b1o\bơ", "ê b1o7"),
        ("ê b1a\bă", "ê b1a8"),
        ("ê b1d\bđ", "ê b1d9"),
        ("ê b1D\bĐ", "ê b1D9"),
        ("ê a\bà", "ê a2"),
        ("ê|a\bà", "ê|a2"),
        ("ê|HOA\bÀ", "ê|HOAF"),
        ("ê|HOA\bÀ|x", "ê|HOAF|x"),
        ("ê|HO\bÒ|ABC", "ê|HOf|ABC"),
        ("ê|HO\bÒA|x", "ê|HOFA|x"),
        ("AB|cdê|HOA\bÀ", "AB|cdê|HOAF"),
        ("ê|le HOA\bÀ", "ê|le HOAf"),
        ("ê|HOA\bÀ le|x", "ê|HOAf le|x"),
    ],
)
def test_a_scanner_of_finished_letters_meant_the_keys_that_were_swallowed(typed: str, sent: str) -> None:
    notes: list[str] = []
    assert replayed(typed, notes) == sent
    assert notes == ["unikey-undone"]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Hoa\bà", "Hoà"),
        ("ê ba\bầ", "ê bầ"),
        ("ê ba\bb", "ê bb"),
        ("ê \bà", "êà"),
        (f"ê ba\bà{MEDDLED}", "ê bà"),
    ],
)
def test_where_no_single_key_tells_it_what_is_shown_stands(typed: str, shown: str) -> None:
    notes: list[str] = []
    assert replayed(typed, notes) == shown
    assert notes == ["unikey-changed"]


def test_a_scan_that_nothing_meddled_with_is_left_alone() -> None:
    notes: list[str] = []
    assert replayed("Nguyễn|1", notes) == "Nguyễn|1"
    assert notes == []


@pytest.mark.parametrize(
    ("place", "lost"),
    [
        ("Thôn 1, Xã Á, Tinh Bình Định", True),
        ("Tinh Nhuệ, Huyện Bá", False),
        ("Xa Dung, Huyện Bá", False),
        ("Xa Á, Xa Bá", True),
        ("Xa Á, Tinh Bá, Huyện Cá", True),
        ("Huyen Á", True),
        ("Huyenx Á", False),
        ("Huyen", False),
        ("Thanh Pho Huế", True),
        ("Thành phố Huế", False),
        ("So 5, Huyện Á", True),
        ("tổ 3, to 4, Huyện Á", True),
        ("Số 5, Huyện Á", False),
        ("SO 5, Huyện Á", True),
        ("", False),
    ],
)
def test_an_address_lost_its_marks_where_kinds_of_units_stand_bare(place: str, lost: bool) -> None:
    assert place_lost_marks(place) is lost


def test_a_name_lost_its_marks_where_a_family_or_a_syllable_stands_bare() -> None:
    told = {"Nguyễn Hieu": True, "Nguyễn Đuc": True, "Nguyn Hà": True, "Nguyễn Đức": False, "": False, "Anna": False}
    assert {name: lost_marks(name) for name in told} == told


CARD = "001099000001|{old}|{name}|{born}|{sex}|{home}|15032021"
GOOD = {"old": "", "name": "Lê Mẫu", "born": "01021999", "sex": "Nam", "home": "Xã Thử"}


def notes_of(**changed: str) -> tuple[str, ...]:
    """What is noted of a card."""
    read = read_card(CARD.format(**(GOOD | changed))).value
    assert read is not None
    return read.notes


@pytest.mark.parametrize(
    ("changed", "notes"),
    [
        ({}, ()),
        ({"old": "210 000 001"}, ()),
        ({"old": "210000001"}, ()),
        ({"old": "21000000"}, ("old-id-unusual",)),
        ({"born": "01011880"}, ()),
        ({"born": "31121879"}, ("born-unreadable",)),
        ({"sex": "Nu", "name": "Mai Lan"}, ("name-doubtful",)),
        ({"sex": "NU", "name": "Mai Lan"}, ("name-doubtful",)),
        ({"sex": "Nữ", "name": "Mai Lan"}, ()),
        ({"name": "Y Moan", "home": "Ea Sar"}, ()),
        ({"name": "Y Moan", "home": "Buon Ea Sar"}, ("name-doubtful",)),
        ({"name": "Y Moan", "home": "Buôn Ea Sar"}, ()),
        ({"home": "nGuyên"}, ("residence-unreadable", "name-doubtful")),
        ({"home": "Thôn Bn Trà"}, ("residence-unreadable", "name-doubtful")),
        ({"home": "Xã ?"}, ("residence-unreadable", "name-doubtful")),
    ],
)
def test_what_a_scan_did_to_one_part_is_held_against_the_name(changed: dict[str, str], notes: tuple[str, ...]) -> None:
    assert notes_of(**changed) == notes


def test_an_old_number_is_kept_without_its_spaces() -> None:
    read = read_card(CARD.format(**GOOD | {"old": "210 000 001"})).value
    assert read is not None
    assert read.old_id == "210000001"


@pytest.mark.parametrize(
    ("scan", "home"),
    [
        ("001099000001,,Lê Mẫu,01021999,Nam,Thôn 1,Xã Thử,15032021", "Thôn 1, Xã Thử"),
        ("001099000001..Lê Mẫu.01021999.Nam.Thôn 1.Xã Thử.15032021", "Thôn 1. Xã Thử"),
        ("001099000001--Lê Mẫu-01021999-Nam-Ba-Na-15032021", "Ba-Na"),
    ],
)
def test_an_address_that_the_separator_cut_is_put_together_again(scan: str, home: str) -> None:
    read = read_card(scan).value
    assert read is not None
    assert (read.residence, read.notes) == (home, ("separator-changed", "parts-shifted"))


def test_two_names_on_one_card_are_two_cards() -> None:
    outcome = read_card("001099000001||Lê|Mẫu|01021999|Nam|Xã Thử|15032021")
    assert [problem.code for problem in outcome.problems] == ["card-two-scans"]


def test_a_bar_code_says_nothing_of_renewal() -> None:
    read = read_card("001099000001").value
    assert read is not None
    assert renewal_age(read, date(2026, 11, 20)) is None


@pytest.mark.parametrize(
    ("scan", "code", "found"),
    [
        ("00109900000||Lê Mẫu|01021999|Nam|Xã Thử|15032021", "citizen-id-length", "11"),
        ("001099000001~Lê Mẫu~01021999~Nam~Xã Thử", "card-not-read", None),
        ("0\nAbc", "card-parts-missing", "2"),
        ("ABCDEFG", "card-other-code", None),
        ("ABCDEF", "card-not-read", None),
        ("ă" * 30, "card-other-code", None),
        ("ă" * 31, "card-keyboard", None),
        ("ă" * 12 + "a" * 20, "card-keyboard", None),
        ("001099000001|a|b|c|d|e|f", "card-not-read", None),
        ("001099000001|a|b|c|d|e", "card-parts-missing", "6"),
        ("", "card-empty", None),
        ("x" * 4001, "card-not-read", None),
        ("x" * 4000, "card-other-code", None),
    ],
)
def test_what_is_no_card_is_told_with_what_was_found(scan: str, code: str, found: str | None) -> None:
    (problem,) = read_card(scan).problems
    assert (problem.field, problem.code, problem.level) == ("card", code, "error")
    assert problem.details == ({} if found is None else {"found": found})


@pytest.mark.parametrize(
    ("scan", "told"),
    [
        ("001099000001~Lê Mẫu~01021999~Nam~Xã Thử~15032021", ("separator-changed", "parts-shifted")),
        ("001099000001,,Lê Mẫu,01021999,Nam,Xã Thử,15032021", ("separator-changed",)),
        ("001099000001\r\rLê Mẫu\r01021999\rNam\rXã Thử\r15032021", ("separator-changed",)),
        ("001099000001\t\tLê Mẫu\t01021999\tNam\tXã Thử\t15032021", ("separator-changed",)),
        ("001099000001||Lê Mẫu|01021999|?|Xã Thử|x", ("sex-from-number", "issued-unreadable")),
        ("001099000001||Lê Mẫu|x|Nam|Xã Thử|x", ("born-unreadable", "issued-unreadable")),
    ],
)
def test_parts_are_taken_by_their_place_where_one_of_them_stands_right(scan: str, told: tuple[str, ...]) -> None:
    read = read_card(scan).value
    assert read is not None
    assert read.name is not None
    assert (read.name.text, read.residence, read.notes) == ("Lê Mẫu", "Xã Thử", told)


def test_a_name_may_hold_the_word_of_a_sex_and_an_address_may_be_missing() -> None:
    read = read_card("001099000001,,Lê,Văn,Nam,01021999,Nam,Xã Thử,15032021").value
    assert read is not None
    assert read.name is not None
    assert (read.name.text, read.residence) == ("Lê, Văn, Nam", "Xã Thử")
    bare = read_card("001099000001||Lê Mẫu|01021999|Nam|15032021").value
    assert bare is not None
    assert bare.issued is not None
    assert (bare.residence, bare.issued.iso()) == ("", "2021-03-15")


def test_a_bar_code_read_twice_says_so() -> None:
    read = read_card("001099000001 001099000001").value
    assert read is not None
    assert read.notes == ("number-only", "scanned-twice")


def test_letters_that_no_name_of_viet_nam_has_are_unreadable() -> None:
    scan_signs._may_stand.cache_clear()
    told = {"Ṇ": False, "Ǵ": False, "Ñ": True, "Č": True, "Ŏ": True, "ŏ̃": True, "Ạ": True, "Ž": False}
    assert {letter: is_vietnamese(letter) for letter in told} == told


def test_a_refusal_is_an_error_of_its_code() -> None:
    assert str(Refused("card-empty")) == "card-empty"
    assert Refused("card-empty", found="0").problem.details == {"found": "0"}


def test_lines_end_in_newlines_whatever_the_scanner_sends_between_them() -> None:
    assert mended("a\rb\tc\r\nd\ne\r", []) == "a\nb\nc\nd\ne"


def test_a_text_that_is_of_another_tongue_when_read_again_stays_as_it_came() -> None:
    notes: list[str] = []
    assert mended("æ„›", notes) == "æ„›"
    assert "encoding-mended" not in notes
