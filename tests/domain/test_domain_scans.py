"""What happens to a card between its symbol and the form: undone where that is sure, told where it is not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scan_distortions import SPOILT, WHOLE, Printed, digits_of_the_vietnamese_layout, halves, telex

from common.dates import PartialDate
from common.words.labels import CARD_NOTE_WORDS
from demo import names
from desk_app.domain.cards import MENDED, IdentityCard, read_card, renewal_age
from desk_app.domain.scan_keys import MEDDLED

KINH = Printed(
    "001099000001",
    "012345678",
    "Nguyễn Văn Mẫu",
    "01021999",
    "Nam",
    "Thôn Ví Dụ, Xã Thử, Huyện Mẫu, Tỉnh Giả",
    "15032021",
)
HIGHLAND = Printed(
    "066199000002", "", "H'Er Ksor", "00001999", "Nữ", "Buôn Ea Sar, Xã Ea Sô, Tỉnh Đắk Lắk", "01082024", new=True
)
NAME_NOTES = {"name-unreadable", "name-has-digits", "name-letters-missing", "name-without-marks", "name-doubtful"}


def printed_in(card: IdentityCard) -> tuple[str, ...]:
    sex = {"male": "Nam", "female": "Nữ"}.get(card.sex, "")
    return card.citizen_id.digits, card.old_id, card.name.text if card.name else "", sex, card.residence


def as_printed(card: Printed) -> tuple[str, ...]:
    return card.number, card.old, card.name, card.sex, card.home


def told_of_the_name(card: IdentityCard) -> bool:
    return not {*NAME_NOTES, "unikey-changed"}.isdisjoint(card.notes)


@st.composite
def cards(draw: st.DrawFn) -> Printed:
    sex = draw(st.sampled_from(["male", "female"]))
    name = draw(
        st.sampled_from(names.HIGHLAND[sex])
        | st.tuples(*map(st.sampled_from, (list(names.FAMILIES), names.MIDDLES[sex], names.GIVEN[sex]))).map(" ".join)
    )
    name = name.upper() if draw(st.integers(0, 9)) == 0 else name
    year = draw(st.integers(1935, 2012))
    number = f"052{(year // 100 - 19) * 2 + (sex == 'female')}{year % 100:02d}{draw(st.integers(0, 999999)):06d}"
    home = [
        draw(st.sampled_from(["Thôn Bến Trà", "Tổ 3", "Ấp Mỹ Lợi", "Số 12A1 Trần Phú", "Khu phố 5"])),
        draw(st.sampled_from(["Xã Phước Quang", "Xã Ea H'Leo", "Phường Đống Đa", "Xã SRó", "Thị trấn Diêu Trì"])),
        *draw(st.sampled_from([(), ("Huyện Tuy Phước",), ("Thị xã An Nhơn",)])),
        draw(st.sampled_from(["Tỉnh Bình Định", "Tỉnh Gia Lai", "Thành phố Cần Thơ", "Tỉnh Đắk Lắk"])),
    ]
    born = draw(st.sampled_from([f"0503{year}", f"2811{year}", f"0000{year}", f"{year}", f"00{draw(MONTHS)}{year}"]))
    return Printed(
        number=number,
        old=draw(st.just("") | st.from_regex("[0-9]{9}", fullmatch=True)),
        name=name,
        born=born,
        sex={"male": "Nam", "female": "Nữ"}[sex],
        home=", ".join(home),
        issued=draw(st.sampled_from(["15032021", "01082024"])),
        new=draw(st.booleans()),
    )


MONTHS = st.sampled_from(["01", "07", "12"])
SCANS = settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])


@SCANS
@given(card=cards(), distortion=st.sampled_from(sorted(WHOLE)))
def test_a_card_reads_exactly_as_printed_through_everything_that_can_be_undone(card, distortion):
    read = read_card(WHOLE[distortion](card)).value
    assert read is not None
    assert printed_in(read) == as_printed(card)
    assert read.born == PartialDate.parse(card.born.removeprefix("0000").removeprefix("00"))
    assert not told_of_the_name(read)


@SCANS
@given(card=cards(), distortion=st.sampled_from(sorted(SPOILT)))
def test_no_scan_ever_gives_another_number_and_none_another_name_without_saying_so(card, distortion):
    read = read_card(SPOILT[distortion](card)).value
    if read is None:
        return
    assert read.citizen_id.digits == card.number
    assert printed_in(read)[2] == card.name or told_of_the_name(read)
    assert printed_in(read)[4] == card.home or told_of_the_name(read) or "residence-unreadable" in read.notes


@settings(deadline=None, max_examples=3)
@given(first=cards(), second=cards())
def test_a_scan_cut_off_anywhere_and_run_into_the_next_never_mixes_two_people(first, second):
    people = {as_printed(card)[::2] for card in (first, second)}
    for half in halves(first):
        for scan in (half, half + second.code):
            read = read_card(scan).value
            if read is not None and "number-only" not in read.notes:
                assert printed_in(read)[::2] in people


@pytest.mark.parametrize(
    ("distortion", "card", "note"),
    [
        ("UniKey", HIGHLAND, "unikey-undone"),
        ("Caps Lock on the keyboard's letters", KINH, "caps-lock"),
        ("Caps Lock on all letters", HIGHLAND, "caps-lock"),
        ("UTF-8 as Latin-1", KINH, "encoding-mended"),
        ("UTF-8 as Windows-1252", replace(KINH, name="Lê Thành Công", home="Thôn Bình Lâm"), "encoding-mended"),
        ("marks apart", KINH, "marks-composed"),
        ("a German layout", HIGHLAND, "separator-changed"),
        ("a French layout", KINH, "separator-changed"),
        ("no separator", KINH, "separator-changed"),
        ("empty parts doubled", HIGHLAND, "parts-shifted"),
        ("every separator doubled", KINH, "parts-shifted"),
        ("scanned twice in one line", HIGHLAND, "scanned-twice"),
        ("the household behind", KINH, "extra-parts-dropped"),
    ],
)  # fmt: skip
def test_what_was_undone_is_told_in_one_sentence_and_asks_for_nothing(distortion, card, note):
    read = read_card({**WHOLE, **SPOILT}[distortion](card)).value
    assert read is not None
    assert printed_in(read) == as_printed(card)
    assert note in read.notes
    assert set(read.notes) <= set(MENDED)
    assert ". " not in CARD_NOTE_WORDS[note].replace(". Lần sau tắt UniKey", "")


@pytest.mark.parametrize(
    ("distortion", "note"),
    [
        ("question marks", "name-unreadable"),
        ("replacement signs", "name-unreadable"),
        ("Alt codes", "name-unreadable"),
        ("Alt codes of DOS", "name-unreadable"),
        ("UTF-8 as GBK", "name-unreadable"),
        ("letters lost beyond Latin", "name-letters-missing"),
        ("base letters", "name-without-marks"),
        ("base letters everywhere", "name-without-marks"),
        ("typed as Telex", "name-without-marks"),
    ],
)
def test_what_cannot_be_undone_is_told_with_what_to_do(distortion, note):
    read = read_card(SPOILT[distortion](KINH)).value
    assert read is not None
    assert note in read.notes
    assert "Unicode" in CARD_NOTE_WORDS[note]


@pytest.mark.parametrize(
    ("name", "home", "note"),
    [
        ("Hoàng Tho", "Thôn Bn Trà, Xã Phc Quang", "name-doubtful"),
        ("Lê Mù", "Thôn Bên Trà, TÉnh Bình Đ\u00cbnh", "name-doubtful"),
        ("Y Moan", "Buon Ea Sar, Xa Ea So, Tinh Dak Lak", "name-doubtful"),
        ("H’Lan", "Buon Ea Sar, Xa Ea So, Tinh Dak Lak", "name-doubtful"),
        ("Mai Lan Anh", "Thôn Ví Dụ, Xã Thử", None),
        ("La Kim Trang", "Tổ 3, Phường Mẫu", None),
        ("Nguyn Hà", "Tổ 3, Phường Mẫu", "name-without-marks"),
        ("Trần Đuc Việt", "Tổ 3, Phường Mẫu", "name-without-marks"),
        ("nguyễn văn mẫu", "Tổ 3, Phường Mẫu", "name-unreadable"),
    ],
)
def test_a_name_that_still_looks_like_one_is_doubted_where_the_rest_of_the_card_suffered(name, home, note):
    read = read_card(f"001099000001||{name}|01021999|Nam|{home}|15032021").value
    assert read is not None
    assert NAME_NOTES.intersection(read.notes) == ({note} if note else set())


def test_the_letter_d_of_another_alphabet_becomes_the_vietnamese_one():
    read = read_card("001099000001||Ðặng Văn Mẫu|01021999|Nam|Xã Ðại Mẫu|15032021").value
    assert read is not None
    assert (read.name.text, read.residence, read.notes) == ("Đặng Văn Mẫu", "Xã Đại Mẫu", ("letters-mended",))


# ---- input methods


def test_what_an_input_method_made_of_plain_keys_is_what_the_scanner_meant():
    read = read_card("001099000001||Tran\b\bần Th\bhi Lan|01021999|Nam|Ha\bà|15032021").value
    assert read is not None
    assert read.name.text == "Trần Thi Lan"
    assert "unikey-changed" in read.notes


def test_a_digit_behind_a_lone_letter_of_an_address_comes_back_from_vni():
    read = read_card("001099000001||Lê Mẫu|01021999|Nam|Nhà A\bÁ, Phường Thử|15032021").value
    assert read is not None
    assert (read.residence, read.notes) == ("Nhà A1, Phường Thử", ("unikey-undone",))


def test_where_another_input_method_wrote_and_nobody_knows_what_the_clerk_is_asked_to_look():
    read = read_card(KINH.code + MEDDLED).value
    assert read is not None
    assert printed_in(read) == as_printed(KINH)
    assert read.notes == ("unikey-changed",)


def test_the_double_keys_of_highland_names_survive_unikey():
    typed = telex("001099000001||Y Soor Niê|01021999|Nam|Xã Ea Sô|15032021", lambda before, shown: f"\b{shown[-1]}")
    assert "\b" in typed
    read = read_card(typed).value
    assert read is not None
    assert read.name.text == "Y Soor Niê"


# ---- what is no card


@pytest.mark.parametrize(
    ("scan", "code"),
    [
        (digits_of_the_vietnamese_layout(KINH.code), "card-keyboard"),
        (KINH.code.translate(str.maketrans("0123456789", "à&é\"'(-è_ç")), "card-keyboard"),
        ("IDVNM0990000011001099000001<<5\n9902011M3902015VNM<<<<<<<<<<<4\nNGUYEN<<VAN<MAU<", "card-machine-lines"),
        ("https://namhai.example/goi-hang/123", "card-other-code"),
        ("SPXVN0123456789", "card-other-code"),
        ("001234567890SPX", "card-other-code"),
        ("012345678\r", "card-old-number"),
        ("001099000001001099000002", "card-two-scans"),
        (f"{KINH.code}{HIGHLAND.code}", "card-two-scans"),
        (f"{KINH.code[:20]}\r{HIGHLAND.code}", "card-two-scans"),
        ("001099000001|a|b|c|d|e|f|g", "card-not-read"),
        ("001099000001|x|Lê Mẫu|Trần Thử|01021999|Nam|Xã Thử|15032021", "card-two-scans"),
    ],
)  # fmt: skip
def test_what_is_no_card_is_named_for_what_it_is(scan, code):
    outcome = read_card(scan)
    assert outcome.value is None
    assert [problem.code for problem in outcome.problems] == [code]


@pytest.mark.parametrize("scan", ["001099000001001099000001", "001099000001\r001099000001\r"])
def test_a_bar_code_read_twice_is_one_number(scan):
    read = read_card(scan).value
    assert read is not None
    assert (read.citizen_id.digits, read.generation) == ("001099000001", "barcode")


# ---- which card, and whether it is still in force


@pytest.mark.parametrize(
    ("scan", "generation"), [(KINH.code, "chip"), (HIGHLAND.code, "new"), ("001099000001", "barcode")]
)
def test_the_generation_of_a_card_is_known(scan, generation):
    read = read_card(scan).value
    assert read is not None
    assert read.generation == generation


@pytest.mark.parametrize(
    ("born", "issued", "age"),
    [
        ("20111999", "15032021", 25),
        ("20112001", "15032021", 25),
        ("21112001", "15032021", None),
        ("20112001", "20112024", None),
        ("05031986", "06032024", None),
        ("05031986", "04032024", 40),
        ("01011966", "15032021", 60),
        ("29022012", "15032021", 14),
        ("00001966", "15032021", None),
        ("01011950", "15032021", None),
    ],
)
def test_a_card_past_its_age_of_renewal_is_known_to_the_day(born, issued, age):
    read = read_card(f"001099000001||Lê Mẫu|{born}|Nam|Xã Thử|{issued}").value
    assert read is not None
    assert renewal_age(read, PartialDate.parse("20/11/2026").earliest()) == age
