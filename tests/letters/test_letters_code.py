"""The rating code on paper: read back from a bad print, its quiet zone and the signature's room empty."""

from functools import lru_cache

import pypdfium2
import pytest
import qrcode
import zxingcpp
from letter_orders import CODE, usual_birth, usual_death, usual_marriage, worst_death
from PIL import Image, ImageFilter
from qrcode.util import MODE_ALPHA_NUM, QRData

from desk_app.letters.compose import compose
from desk_app.letters.draw import draw
from desk_app.letters.order import PrintedCode
from desk_app.letters.qr import BadLink, merged_runs, symbol
from desk_app.letters.raster import pixels
from desk_app.letters.setpage import Run, SetPage
from desk_app.letters.shaping import Style
from desk_app.letters.stock import Stock

CODED = ["birth-usual", "birth-worst", "birth-sixty", "marriage-usual", "marriage-worst", "death-worst"]
PRINT_DPI, SCAN_DPI = 600, 300
BLUR_MM, SKEW, SCALE = 0.4, 2, 1.08
LONGEST = "HTTPS://" + "A" * 37 + ".VN/G/7K3M9QXF2D4WRT8Z"
SIGNATURES = {"birth": (141, 57), "marriage": (136, 58), "death": (128, 56)}
TEXT_ENDS = {"birth": 139.0, "marriage": 125.0, "death": 116.0}
"""Room for a seal over the left third of the signature: 40 mm left of the name, on the birth card from x 139."""
SIGNATURE_ROOM = {"birth": (109.0, 131.0), "marriage": (113.9, 131.0), "death": (110.5, 127.8)}


@lru_cache(maxsize=8)
def picture(pdf: bytes, dpi: int) -> Image.Image:
    """The first page in grey."""
    image = pixels(pdf, 0, dpi)
    return Image.frombytes("L", (image.width, image.height), image.pixels)


def photocopied(pdf: bytes) -> Image.Image:
    """A 1-bit print at 600 dpi, copied at 300 dpi: blurred by 0.4 mm, skewed by 2 degrees, 8 % larger; of it the lower
    left, where the code stands among its words.
    """
    printed = lower_left(pdf).point(lambda grey: 255 if grey > 127 else 0, mode="1").convert("L")
    blurred = printed.filter(ImageFilter.GaussianBlur(BLUR_MM * PRINT_DPI / 25.4))
    turned = blurred.rotate(SKEW, resample=Image.Resampling.BICUBIC, fillcolor=255)
    factor = SCAN_DPI / PRINT_DPI * SCALE
    size = (round(turned.width * factor), round(turned.height * factor))
    return turned.resize(size, Image.Resampling.BICUBIC)


def lower_left(pdf: bytes) -> Image.Image:
    """10 to 115 mm from the left, 98 to 140 mm from the top of the first page, in grey at 600 dpi."""
    document = pypdfium2.PdfDocument(pdf)
    width, height = document[0].get_size()
    left, top, right, bottom = (mm * 72 / 25.4 for mm in (10, 98, 115, 140))
    crop = (left, height - bottom, width - right, top)
    picture = document[0].render(scale=PRINT_DPI / 72, crop=crop, grayscale=True).to_pil().convert("L")
    document.close()
    return picture


def read_like_a_phone(image: Image.Image) -> list[str]:
    """The codes that a camera finds while it comes nearer and goes away again."""
    for zoom in (1.0, 0.8, 1.25):
        frame = image.resize((round(image.width * zoom), round(image.height * zoom)), Image.Resampling.BICUBIC)
        found = [code.text for code in zxingcpp.read_barcodes(frame)]
        if found:
            return found
    return []


@pytest.mark.parametrize("name", CODED)
def test_the_code_is_read_from_a_blurred_skewed_copy(name: str, sheets: dict[str, bytes]) -> None:
    assert read_like_a_phone(photocopied(sheets[f"{name}-black"])) == [CODE.link]


def test_the_longest_host_still_fits_and_reads(stock: Stock) -> None:
    printed = PrintedCode(LONGEST, CODE.code, "a" * 37 + ".vn")
    composed = compose(usual_marriage(code=printed, ink="black"), stock).value
    assert composed is not None
    assert read_like_a_phone(photocopied(draw([composed.page], stock))) == [LONGEST]


def test_the_symbol_is_version_4_with_33_modules_of_0_8_mm(pages: dict[str, SetPage]) -> None:
    for name in CODED:
        code = pages[f"{name}-colour"].code
        assert code is not None
        assert len(code.rows) == 33
        assert code.module == 800
        assert max(int(row, 16) for row in code.rows) < 1 << 33


def test_runs_cover_exactly_the_dark_modules() -> None:
    rows = symbol(CODE.link)
    dark = sum(int(row, 16).bit_count() for row in rows)
    runs = list(merged_runs(rows))
    assert sum(length for _, _, length in runs) == dark
    assert all(column + length <= 33 for column, _, length in runs)


@pytest.mark.parametrize(
    "link", ["A", LONGEST, CODE.link, "HTTPS://GOPY.VN/G/0Z%$ */+:-.", *map("Q".__mul__, range(2, 66, 9))]
)
def test_the_symbol_is_the_one_that_letters_already_handed_out_carry(link: str) -> None:
    """Bit for bit, the choice of the mask too."""
    code: qrcode.QRCode = qrcode.QRCode(version=4, error_correction=qrcode.constants.ERROR_CORRECT_Q, border=0)
    code.add_data(QRData(link, mode=MODE_ALPHA_NUM))
    code.make(fit=False)
    rows = ["".join("1" if dark else "0" for dark in row) for row in code.get_matrix()]
    assert [f"{int(row, 16):033b}" for row in symbol(link)] == rows


@pytest.mark.parametrize("link", ["https://gopy.example/g/x", LONGEST + "A", "", "HTTPS://X?Y=1"])
def test_a_link_that_the_fixed_symbol_cannot_hold_is_refused(link: str) -> None:
    with pytest.raises(BadLink):
        symbol(link)


@pytest.mark.parametrize("name", CODED)
def test_the_quiet_zone_is_empty(name: str, pages: dict[str, SetPage], sheets: dict[str, bytes]) -> None:
    code = pages[f"{name}-colour"].code
    assert code is not None
    left, top, side, quiet = code.x / 1000, code.y / 1000, 26.4, 3.2
    zone = area(sheets[f"{name}-colour"], (left - quiet, top - quiet, left + side + quiet, top + side + quiet))
    inner = round((quiet - 0.15) / 25.4 * SCAN_DPI)
    zone.paste(255, (inner, inner, zone.width - inner, zone.height - inner))
    assert zone.getextrema() == (255, 255)


@pytest.mark.parametrize("name", [*CODED, "death-usual"])
def test_the_room_for_signature_and_seal_is_empty(name: str, sheets: dict[str, bytes]) -> None:
    kind = name.split("-")[0]
    (x, width), (top, bottom) = SIGNATURES[kind], SIGNATURE_ROOM[kind]
    assert area(sheets[f"{name}-colour"], (x, top, x + width, bottom)).getextrema() == (255, 255)


@pytest.mark.parametrize("name", [*CODED, "death-usual"])
def test_the_seal_covers_nothing_but_title_and_name(name: str, pages: dict[str, SetPage], stock: Stock) -> None:
    kind = name.split("-")[0]
    others = [run for run in pages[f"{name}-colour"].runs if run.y > 103_500 and run.x < SIGNATURES[kind][0] * 1000]
    assert all(right_end(stock, run) <= TEXT_ENDS[kind] for run in others)


def test_a_specimen_shows_no_real_code_and_says_so(stock: Stock) -> None:
    for make in (usual_birth, usual_marriage, worst_death):
        composed = compose(make(specimen=True), stock).value
        assert composed is not None
        page = composed.page
        assert page.mark == "MẪU"
        assert page.code is not None
        assert CODE.code not in page.text
        assert CODE.link not in page.code.link
        read = zxingcpp.read_barcodes(picture(draw([page], stock), SCAN_DPI))
        assert [code.text for code in read] in ([], ["MAU"])


def test_a_letter_without_a_code_has_no_symbol_and_no_words_about_one(stock: Stock) -> None:
    for make in (usual_birth, usual_marriage, usual_death):
        composed = compose(make(code=None), stock).value
        assert composed is not None
        assert composed.page.code is None
        assert "Quét mã" not in composed.page.text
        assert "Mã" not in composed.page.text


def test_condolence_asks_gently_and_without_the_word_scan(pages: dict[str, SetPage]) -> None:
    text = pages["death-worst-colour"].text.replace("\n", " ")
    assert "Khi nào thấy tiện, xin cho biết việc làm giấy tờ có gì cần sửa." in text
    assert "Quét mã" not in text
    assert "góp ý" not in text
    assert "Điện thoại: 0200 3555 018" in text


def test_the_code_stands_in_groups_of_four_on_one_or_two_lines(pages: dict[str, SetPage]) -> None:
    birth = [run.text for run in pages["birth-usual-colour"].runs]
    marriage = [run.text for run in pages["marriage-usual-colour"].runs]
    assert {"7K3M-9QXF", "2D4W-RT8Z"} <= set(birth)
    assert "7K3M-9QXF-2D4W-RT8Z" in marriage


def area(pdf: bytes, box: tuple[float, float, float, float]) -> Image.Image:
    """A part of the page in millimetres, in grey at 300 dpi."""
    left, top, right, bottom = (round(number / 25.4 * SCAN_DPI) for number in box)
    return picture(pdf, SCAN_DPI).crop((left, top, right, bottom))


def right_end(stock: Stock, run: Run) -> float:
    """Right end of a run in millimetres, measured by the page's own numbers."""
    style = Style(run.font, run.size / 100, run.tone, run.tracking)
    return run.x / 1000 + stock.shaper.width(run.text, style)
