"""The rescue sheet and the slip of a bundle, read back: words, symbol, fonts, one sheet each."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

import pypdfium2 as pdfium
import pytest
import zxingcpp
from PIL import Image

from common.paper.fonts import Fonts
from common.paper.slip_page import HEIGHT, LEFT, RIGHT, WIDTH
from common.paper.slips import RescueSheet, Slip, Transmittal, rescue_pdf, transmittal_pdf
from common.periods import read_period
from common.words.slips import month_words

GROUPS = ("K7QM", "3XDP", "9HTR", "2WNF", "6CVA", "8YJE", "WWMM", "0Q1B")
SHEET = RescueSheet("xã An Liên", date(2026, 11, 20), GROUPS)
SLIP = Slip(
    number=14,
    month="2026-11",
    lines=63,
    words=("sen", "trống", "lúa", "thuyền", "mây", "chàm"),
    figures=("7f3", "a91", "c2d", "04b"),
    made_by="Nguyễn Thu Hằng",
    seen_by="Trần Văn Lâm",
    at=datetime(2026, 12, 1, 8, 29, tzinfo=UTC),
)
WAY = Transmittal("xã An Liên", "tỉnh Nam Hải", "An Liên", SLIP)
LONG_UNIT = "phường Nguyễn Thị Minh Khai Trần Hưng Đạo Phước Quang Đông Bắc"
LONG_NAME = "Nguyễn Hoàng Thị Phương Thảo Quỳnh Anh Công Tằng Tôn Nữ Êban"
MM = 72 / 25.4


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts(Path(__file__).parents[2] / "resources" / "fonts")


def text_of(raw: bytes) -> str:
    with pdfium.PdfDocument(raw) as document:
        assert len(document) == 1
        return " ".join(document[0].get_textpage().get_text_range().split())


def boxes_of(raw: bytes) -> list[tuple[float, float, float, float]]:
    """Left, bottom, right and top of every line of text, in mm."""
    with pdfium.PdfDocument(raw) as document:
        texts = (each for each in document[0].get_objects() if each.type == pdfium.raw.FPDF_PAGEOBJ_TEXT)
        return [tuple(edge / MM for edge in each.get_bounds()) for each in texts]


def codes_in(raw: bytes, dpi: int) -> list[str]:
    with pdfium.PdfDocument(raw) as document:
        bitmap = document[0].render(scale=dpi / 72, grayscale=True)
        picture = Image.frombytes("L", (bitmap.width, bitmap.height), bytes(bitmap.buffer), "raw", "L", bitmap.stride)
        return [each.text for each in zxingcpp.read_barcodes(picture)]


def test_the_rescue_sheet_tells_the_unit_the_day_and_eight_numbered_groups(fonts: Fonts) -> None:
    page = text_of(rescue_pdf(SHEET, fonts))
    assert "XÃ AN LIÊN" in page
    assert "Lập ngày 20/11/2026" in page
    assert "Không chụp ảnh, không gửi qua mạng." in page
    assert "Dùng khi quên mật khẩu: ở màn hình khóa bấm F2." in page
    assert [found for found in re.findall(r"\b(\d) ([0-9A-Z]{4})\b", page)] == [
        (str(number), group) for number, group in enumerate(GROUPS, 1)
    ]


def test_the_symbol_of_the_rescue_sheet_is_the_code_even_from_a_coarse_copy(fonts: Fonts) -> None:
    raw = rescue_pdf(SHEET, fonts)
    assert codes_in(raw, 300) == ["-".join(GROUPS)]
    assert codes_in(raw, 75) == ["-".join(GROUPS)]


def test_the_slip_tells_number_month_lines_six_words_figures_and_who_signs(fonts: Fonts) -> None:
    page = text_of(transmittal_pdf(WAY, fonts))
    for told in (
        "Kính gửi: Ủy ban nhân dân tỉnh Nam Hải",
        "An Liên, ngày 01 tháng 12 năm 2026",
        "Gói số 14 Tháng 11/2026 Số bản ghi 63 Lập lúc 08:29, 01/12/2026",
        "sen",
        "thuyền",
        "7F3 A91 C2D 04B",
        "Nguyễn Thu Hằng",
        "Trần Văn Lâm",
        "(ký, ghi rõ họ tên, ngày giờ nhận)",
    ):
        assert told in page, page
    words = re.findall(r"[1-6] (\w+)", page[page.index("kiểm tra") :])
    assert tuple(words[:6]) == SLIP.words


def test_a_slip_that_nobody_looked_over_leaves_the_place_to_sign(fonts: Fonts) -> None:
    page = text_of(transmittal_pdf(replace(WAY, slip=replace(SLIP, seen_by=""), parent=""), fonts))
    assert "Người xem lại" in page
    assert "Trần Văn Lâm" not in page
    assert "Kính gửi" not in page


@pytest.mark.parametrize("paper", ["rescue", "slip"])
def test_the_longest_names_stay_on_the_sheet_and_touch_nothing(paper: str, fonts: Fonts) -> None:
    slip = replace(SLIP, made_by=LONG_NAME, seen_by=LONG_NAME)
    long = Transmittal(LONG_UNIT, "tỉnh Nam Hải", LONG_UNIT[7:], slip)
    raw = rescue_pdf(replace(SHEET, unit=LONG_UNIT), fonts) if paper == "rescue" else transmittal_pdf(long, fonts)
    boxes = boxes_of(raw)
    for left, bottom, right, top in boxes:
        assert LEFT - 0.5 <= left < right <= RIGHT + 0.5
        assert 5 <= bottom < top <= HEIGHT - 5
    for (_, _, right, _), (left, _, _, _) in pairwise(sorted(box for box in boxes if 5 <= box[1] <= 12)):
        assert right < left
    assert LONG_UNIT.upper() in text_of(raw)


@pytest.mark.parametrize("paper", ["rescue", "slip"])
def test_every_font_of_a_paper_is_embedded_and_its_bytes_repeat(paper: str, fonts: Fonts) -> None:
    raw, again = (rescue_pdf(SHEET, fonts) if paper == "rescue" else transmittal_pdf(WAY, fonts) for _ in range(2))
    assert raw == again
    named = set(re.findall(rb"/BaseFont /[A-Z]{6}\+([\w-]+)", raw))
    assert raw.count(b"/FontFile2") == len(re.findall(rb"/Type /FontDescriptor", raw)) == raw.count(b"/BaseFont")
    assert b"EBGaramond-SemiBold" in named
    with pdfium.PdfDocument(raw) as document:
        width, height = document[0].get_size()
    assert (width / MM, height / MM) == pytest.approx((WIDTH, HEIGHT), abs=0.01)


def test_a_sheet_with_a_group_missing_is_no_rescue_sheet() -> None:
    with pytest.raises(ValueError, match="eight groups"):
        replace(SHEET, groups=GROUPS[:7])
    with pytest.raises(ValueError, match="six words"):
        replace(SLIP, words=("sen",))


def test_a_month_is_written_short_and_a_longer_span_in_words() -> None:
    assert month_words(read_period("2026-10")) == "10/2026"
    assert month_words(read_period("2026-H1")) == "6 tháng đầu năm 2026"
