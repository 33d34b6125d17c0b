"""Scans of identity cards, of both generations and as badly as hand scanners send them. Every card is invented."""

import unicodedata
from dataclasses import fields
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_app.domain.cards import CARD_NOTES, LONGEST_SCAN, IdentityCard, read_card

OLD_CARD = "001099000001|012345678|Nguyễn Văn Mẫu|01021999|Nam|Thôn Ví Dụ, Xã Thử, Huyện Mẫu, Tỉnh Giả|15032021"
NO_OLD_NUMBER = "001199000002||Trần Thị Thử|05111999|Nữ|Tổ 3, Phường Mẫu, Tỉnh Giả|20062021"
NEW_CARD = "001200000003||Lê Văn Ví|09092000|Nam|Thôn Ví Dụ, Xã Thử, Tỉnh Giả|01082024||||"


def card(scan: str) -> IdentityCard:
    outcome = read_card(scan)
    assert outcome.problems == ()
    assert outcome.value is not None
    return outcome.value


def facts(scan: str) -> tuple[str, ...]:
    read = card(scan)
    name = read.name.text if read.name else ""
    return (
        read.citizen_id.digits,
        read.old_id,
        name,
        str(read.born or ""),
        read.sex,
        read.residence,
        str(read.issued or ""),
    )


OLD_FACTS = (
    "001099000001",
    "012345678",
    "Nguyễn Văn Mẫu",
    "1999-02-01",
    "male",
    "Thôn Ví Dụ, Xã Thử, Huyện Mẫu, Tỉnh Giả",
    "2021-03-15",
)
SHORT_FACTS = (
    "001199000002",
    "",
    "Trần Thị Thử",
    "1999-11-05",
    "female",
    "Tổ 3, Phường Mẫu, Tỉnh Giả",
    "2021-06-20",
)
NEW_FACTS = (
    "001200000003",
    "",
    "Lê Văn Ví",
    "2000-09-09",
    "male",
    "Thôn Ví Dụ, Xã Thử, Tỉnh Giả",
    "2024-08-01",
)


@pytest.mark.parametrize(
    ("scan", "expected", "notes"),
    [
        (OLD_CARD, OLD_FACTS, ()),
        (NO_OLD_NUMBER, SHORT_FACTS, ()),
        (NEW_CARD, NEW_FACTS, ()),
        (OLD_CARD + "\r\n", OLD_FACTS, ()),
        (OLD_CARD + "\t", OLD_FACTS, ()),
        ("\ufeff" + NEW_CARD + "\r", NEW_FACTS, ()),
        ("\x02" + NEW_CARD + "\x03", NEW_FACTS, ()),
        ("]Q3" + NEW_CARD, NEW_FACTS, ()),
        (unicodedata.normalize("NFD", OLD_CARD), OLD_FACTS, ("marks-composed",)),
        (OLD_CARD.replace("|", " | "), OLD_FACTS, ()),
        (OLD_CARD.replace("|", ";"), OLD_FACTS, ("separator-changed",)),
        (NEW_CARD.replace("|", ";"), NEW_FACTS, ("separator-changed",)),
        (OLD_CARD.replace("|", "\n"), OLD_FACTS, ("separator-changed",)),
        (NEW_CARD.replace("|", "\r\n"), NEW_FACTS, ("separator-changed",)),
        (NO_OLD_NUMBER.replace("|", "\t"), SHORT_FACTS, ("separator-changed",)),
        (NO_OLD_NUMBER.replace("|", "~"), SHORT_FACTS, ("separator-changed",)),
        (NO_OLD_NUMBER.replace("||", "|"), SHORT_FACTS, ("parts-shifted",)),
        (NEW_CARD.replace("3||", "3|"), NEW_FACTS, ("parts-shifted",)),
        (NO_OLD_NUMBER.replace("||", "\n").replace("|", "\n"), SHORT_FACTS, ("separator-changed", "parts-shifted")),
        (NEW_CARD[:-2] + "Mẹ Khác|Vợ Khác", NEW_FACTS, ("extra-parts-dropped",)),
        (OLD_CARD + "\n" + OLD_CARD + "\n", OLD_FACTS, ("scanned-twice",)),
        ("001099000001|" + OLD_CARD, OLD_FACTS, ("parts-shifted",)),
    ],
)
def test_a_card_reads_the_same_however_the_scanner_sends_it(scan, expected, notes):
    assert facts(scan) == expected
    assert card(scan).notes == notes


@pytest.mark.parametrize(
    ("place", "part", "note"),
    [
        (2, "Nguy?n V?n M?u", "name-unreadable"),
        (2, "Nguy\ufffdn Văn Mẫu", "name-unreadable"),
        (2, "Nguyá»…n VÄƒn Máº«u", "name-unreadable"),
        (2, "", "name-unreadable"),
        (2, "Nguye64n Va8n Ma64u", "name-has-digits"),
        (2, "Nguyễn Vn Mẫu", "name-letters-missing"),
        (2, "Nguyen Van Mau", "name-without-marks"),
        (2, "NGUYỄN VĂN MẪU", "name-in-capitals"),
        (3, "31021999", "born-unreadable"),
        (3, "", "born-unreadable"),
        (6, "1503", "issued-unreadable"),
        (3, "1503", "born-unreadable"),
        (6, "", "issued-unreadable"),
        (1, "12345678", "old-id-unusual"),
        (1, "O12345678", "old-id-unusual"),
        (4, "N?", "sex-from-number"),
        (4, "", "sex-from-number"),
        (5, "Th?n Ví Dụ", "residence-unreadable"),
    ],
)
def test_what_was_mangled_is_kept_for_the_preview_and_noted(place, part, note):
    parts = OLD_CARD.split("|")
    parts[place] = part
    assert note in card("|".join(parts)).notes


def test_a_card_without_issue_date_shows_none():
    assert card(OLD_CARD.rsplit("|", 1)[0] + "|").issued is None


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("01021999", "1999-02-01"),
        ("021999", "1999-02"),
        ("1999", "1999"),
        ("00021999", "1999-02"),
        ("00001950", "1950"),
        ("001950", "1950"),
    ],
)
def test_a_birth_date_of_eight_six_or_four_digits_is_as_partial_as_it_is(written, expected):
    assert str(card(OLD_CARD.replace("01021999", written)).born) == expected


@pytest.mark.parametrize("name", ["H'Hen Niê", "H’Hen Niê", "Y Moan Êban", "K'Brôi", "Thảo", "Y Moan"])
def test_highland_and_single_names_are_taken_without_a_note(name):
    read = card(OLD_CARD.replace("Nguyễn Văn Mẫu", name))
    assert (read.name.text, read.notes) == (name, ())


@pytest.mark.parametrize("scan", ["001099000001", " 001099000001\r\n", "001099 000001"])
def test_twelve_digits_alone_are_the_bar_code_of_older_cards(scan):
    read = card(scan)
    assert read == IdentityCard(read.citizen_id, notes=("number-only",))
    assert read.citizen_id.digits == "001099000001"


@pytest.mark.parametrize(
    ("scan", "code"),
    [
        ("", "card-empty"),
        ("\ufeff\r\n", "card-empty"),
        ("xin chào", "card-not-read"),
        ("a" * (LONGEST_SCAN + 1), "card-not-read"),
        ("001099000001|012345678|Nguyễn Văn Mẫu|01021999", "card-parts-missing"),
        ("001099000001|012345678|Nguyễn Văn Mẫu|01021999|Nam|Thôn Ví", "card-parts-missing"),
        ("Trần Thị Thử|05111999|Nữ|Tổ 3|20062021", "card-parts-missing"),
        ("00109900001", "citizen-id-length"),
        ("012345678", "card-old-number"),
        (OLD_CARD[1:], "citizen-id-length"),
        ("OO" + OLD_CARD[2:], "citizen-id-letters"),
        (OLD_CARD + "\n" + NEW_CARD, "card-two-scans"),
    ],
)
def test_what_cannot_be_a_card_is_refused_with_its_code(scan, code):
    outcome = read_card(scan)
    assert outcome.value is None
    assert [(problem.field, problem.code, problem.level) for problem in outcome.problems] == [("card", code, "error")]


SECRET = "Bí Mật"


@pytest.mark.parametrize("scan", [OLD_CARD + f"|{SECRET}", NEW_CARD[:-3] + SECRET, f"001|{SECRET}", SECRET])
def test_nothing_behind_the_seventh_part_and_no_refused_scan_is_kept(scan):
    assert SECRET not in repr(read_card(scan))


PARTS = st.text(st.characters(exclude_characters="|;\n\r\t", exclude_categories=["Cs"]), max_size=12)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(scan=st.text(max_size=80) | st.lists(PARTS | st.sampled_from(OLD_CARD.split("|")), max_size=12).map("|".join))
def test_any_text_at_all_ends_in_a_card_or_a_named_problem(scan):
    outcome = read_card(scan)
    if outcome.value is None:
        assert len(outcome.problems) == 1
    else:
        assert set(outcome.value.notes) <= set(CARD_NOTES)
        assert len(outcome.value.notes) == len(set(outcome.value.notes))


LETTERS = st.text(st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạếễỷ"), min_size=1, max_size=6)
NAMES = st.lists(LETTERS.map(str.capitalize), min_size=1, max_size=8).map(" ".join)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    name=NAMES,
    day=st.dates(min_value=date(1880, 1, 1)),
    old=st.just("") | st.from_regex(r"[0-9]{9}", fullmatch=True),
    place=NAMES,
    tail=st.sampled_from(["", "||||", "\r\n", "||||\r"]),
    form=st.sampled_from(["NFC", "NFD"]),
)
def test_every_good_card_reads_back_exactly(name, day, old, place, tail, form):
    written = f"{day.day:02d}{day.month:02d}{day.year:04d}"
    scan = unicodedata.normalize(form, f"052199000001|{old}|{name}|{written}|Nữ|{place}|{written}{tail}")
    read = card(scan)
    assert (read.name.text, read.old_id, read.residence, read.sex) == (name, old, place, "female")
    assert read.born.exact() == read.issued.exact() == day


def test_a_card_has_no_room_for_the_raw_scan():
    assert [one.name for one in fields(IdentityCard)] == [
        "citizen_id",
        "old_id",
        "name",
        "born",
        "sex",
        "residence",
        "issued",
        "notes",
    ]
