"""The vendored cuts: every letter that a Vietnamese office writes, and the numbers a line is set by."""

import unicodedata
from pathlib import Path

import pytest

from common.paper.fonts import CUTS, Fonts
from desk_app.letters.shaping import Shaper, Style
from desk_app.letters.stock import Stock

VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
VIETNAMESE = "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES) + "đ"
HIGHLAND = "ƀɃĕĔĭĬŏŎŭŬčČñÑ\u0306"
NAMES = "ƯỜNG Ẫ Ỹ Ỡ Ặ đ Đ H’Hen H'Hen Niê Êban Ƀ Ĭ Ŏ Ŭ Č"
RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.mark.parametrize("font", CUTS)
def test_each_font_has_every_letter_of_vietnamese_and_highland_names(stock: Stock, font: str) -> None:
    wanted = VIETNAMESE + VIETNAMESE.upper() + HIGHLAND + NAMES + "–“”…№₫"
    assert stock.fonts.covers(font, wanted) == ""


def test_the_alphabet_of_this_test_holds_all_134_accented_letters() -> None:
    accented = {letter for letter in VIETNAMESE + VIETNAMESE.upper() if not letter.isascii()}
    assert len(accented) == 134


def test_a_letter_outside_the_fonts_is_named_once(stock: Stock) -> None:
    assert stock.fonts.covers("EBGaramond", "Lê 愛 ខ 愛") == "愛ខ"


def test_every_cut_lies_beside_its_licence() -> None:
    for family in ("EBGaramond", "NotoSans", "LiberationSerif"):
        licence = (RESOURCES / "fonts" / f"OFL-{family}.txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence


def test_a_digest_names_the_exact_file(stock: Stock) -> None:
    digests = {stock.fonts.digest(font) for font in CUTS}
    assert len(digests) == len(CUTS)
    assert all(len(digest) == 16 for digest in digests)


@pytest.mark.parametrize(
    ("font", "text", "thousandths"),
    [  # measured with HarfBuzz on the variable fonts
        ("EBGaramond-MediumItalic", "Thư chúc mừng", 6136),
        ("EBGaramond-MediumItalic", "Trăm năm hạnh phúc", 8584),
        ("EBGaramond-Bold", "Nguyễn Văn Bình", 7429),
        ("EBGaramond-Italic", "sinh ngày 09 tháng 11 năm 2026", 12348),
        ("EBGaramond", "và Nhân dân xã An Liên, tôi xin chúc mừng gia đình và thân ái chào đón cháu", 29603),
        ("NotoSans", "Không hỏi mật khẩu, mã OTP", 13720),
    ],
)
def test_kerned_widths_agree_with_a_shaping_engine(stock: Stock, font: str, text: str, thousandths: int) -> None:
    assert stock.shaper.shape(text, Style(font, 12)).width == pytest.approx(thousandths, abs=0.5)


def test_spacing_widens_between_letters_but_not_after_the_last(stock: Stock) -> None:
    plain = stock.shaper.shape("THƯ", Style("EBGaramond", 12)).width
    spaced = stock.shaper.shape("THƯ", Style("EBGaramond", 12, tracking=100)).width
    assert spaced - plain == pytest.approx(200)


@pytest.mark.parametrize(
    "letter", ["ô\u0306", "ơ\u0306", "ê\u0306", "ư\u0306", "Ô\u0306", "Ơ\u0306", "Ê\u0306", "Ư\u0306"]
)
def test_a_letter_without_a_code_point_gets_its_breve_centred_above(stock: Stock, letter: str) -> None:
    font = "EBGaramond-Bold"
    shaped = stock.shaper.shape(letter, Style(font, 12))
    (place, right, up), *rest = shaped.marks
    left, low, far, _ = stock.fonts.box("\u0306", font)
    bare = unicodedata.normalize("NFD", letter)[0]
    bare_left, _, bare_far, bare_top = stock.fonts.box(bare, font)
    middle = stock.fonts.advance(letter[0], font) + right + (left + far) / 2
    assert (place, rest) == (1, [])
    assert middle == pytest.approx((bare_left + bare_far) / 2, abs=1)
    assert low + up > bare_top
    assert shaped.width == stock.fonts.advance(letter[0], font)


def test_a_mark_never_changes_where_the_next_letter_stands(stock: Stock) -> None:
    style = Style("EBGaramond", 12)
    with_mark, without = stock.shaper.shape("Mơ\u0306n", style).width, stock.shaper.shape("Mơn", style).width
    assert with_mark == pytest.approx(without, abs=30)


def test_measuring_forgets_old_words_instead_of_growing_forever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desk_app.letters.shaping.MOST_REMEMBERED", 3)
    shaper = Shaper(Fonts(RESOURCES / "fonts"))
    widths = [shaper.width(word, Style("EBGaramond", 12)) for word in ("a", "b", "c", "d", "a")]
    assert widths[0] == widths[4]
