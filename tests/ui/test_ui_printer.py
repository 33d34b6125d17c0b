"""Sheets through a real QPrinter, band by band, into a PDF file that is read back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from common.dates import PartialDate
from common.names import PersonName
from desk_app.domain.events import Marriage
from desk_app.domain.office import Office, Signatory
from desk_app.domain.people import Person
from desk_app.letters.order import Order, PrintedCode
from desk_app.letters.press import open_press
from desk_app.services.print_desk import bands_of
from desk_app.ui.jobs import Cancelled
from desk_app.ui.printing.printer import CannotPrint, InstalledPrinters, PrintOrder, print_sheets

DAY = date(2026, 11, 20)
CODE = "HTTPS://GOPY.NAMHAI.EXAMPLE/G/0000000000000000"


def to_file(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def quiet(done: int, total: int) -> None:
    assert 0 <= done <= total


def bands_in(path: Path, page: int) -> tuple[bytes, list[tuple[float, float]]]:
    """The pixels of the pictures on a printed page, and where each begins, in points from the left and the top."""
    document = pypdfium2.PdfDocument(path)
    sheet = document[page]
    pictures = [each for each in sheet.get_objects() if each.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
    places = [(each.get_bounds()[0], sheet.get_height() - each.get_bounds()[3]) for each in pictures]
    pixels = b""
    for each in pictures:
        bitmap = each.get_bitmap()
        rows, wide = bytes(bitmap.buffer), bitmap.width * bitmap.n_channels
        pixels += b"".join(rows[y * bitmap.stride : y * bitmap.stride + wide] for y in range(bitmap.height))
    document.close()
    return pixels, places


@pytest.fixture(scope="session")
def letter_pdf() -> bytes:
    """A marriage letter with a code, as the archive would draw it."""
    husband = Person(PersonName("Trần Quốc Việt"), PartialDate.parse("1995"), "male")
    wife = Person(PersonName("Nguyễn Thị Hồng Gấm"), PartialDate.parse("1997"), "female")
    order = Order(
        registrations=(Marriage(registered_on=DAY, unit="99001", number="31", husband=husband, wife=wife),),
        office=Office("99001", "xã An Liên", "tỉnh Nam Hải", "An Liên", "0200 3555 018"),
        signatory=Signatory("Phạm Quốc Thịnh", ("CHỦ TỊCH",), DAY),
        dated=DAY,
        code=PrintedCode(CODE, "0000-0000-0000-0000", "gopy.namhai.example"),
    )
    press = open_press(Path(__file__).parents[2] / "resources")
    composed = press.compose(order).value
    assert composed is not None
    return press.draw([composed.page])


def test_the_printed_sheet_is_the_archived_page_dot_for_dot(qtbot: QtBot, letter_pdf: bytes, tmp_path: Path) -> None:
    path = tmp_path / "một tờ.pdf"
    print_sheets(to_file(path), PrintOrder(letter_pdf, 1), quiet)
    pixels, places = bands_in(path, 0)
    assert pixels == b"".join(band.pixels for band in bands_of(letter_pdf, 0, 600, "black"))
    assert places[0] == pytest.approx((0, 0), abs=0.1)
    assert [place[1] for place in places] == pytest.approx([n * 256 * 72 / 600 for n in range(len(places))], abs=0.1)


def test_the_printed_sheet_is_a5_and_its_code_can_be_read(qtbot: QtBot, letter_pdf: bytes, tmp_path: Path) -> None:
    path = tmp_path / "một tờ.pdf"
    print_sheets(to_file(path), PrintOrder(letter_pdf, 1, across=7, down=-4), quiet)
    document = pypdfium2.PdfDocument(path)
    width, height = document[0].get_size()
    assert (width / 72 * 25.4, height / 72 * 25.4) == pytest.approx((210, 148), abs=0.3)
    bitmap = document[0].render(scale=300 / 72, grayscale=True)
    found = zxingcpp.read_barcodes(Image.frombytes("L", (bitmap.width, bitmap.height), bytes(bitmap.buffer)))
    assert [each.text for each in found] == [CODE]
    document.close()


def test_a_reprint_is_equal_to_the_pixel(qtbot: QtBot, letter_pdf: bytes, tmp_path: Path) -> None:
    for name in ("một.pdf", "hai.pdf"):
        print_sheets(to_file(tmp_path / name), PrintOrder(letter_pdf, 1), quiet)
    assert bands_in(tmp_path / "một.pdf", 0) == bands_in(tmp_path / "hai.pdf", 0)


def test_the_offset_moves_the_sheet_by_tenths_of_a_millimetre(qtbot: QtBot, letter_pdf: bytes, tmp_path: Path) -> None:
    print_sheets(to_file(tmp_path / "lệch.pdf"), PrintOrder(letter_pdf, 1, across=10, down=5), quiet)
    _, places = bands_in(tmp_path / "lệch.pdf", 0)
    assert places[0] == pytest.approx((1.0 / 25.4 * 72, 0.5 / 25.4 * 72), abs=0.1)


def test_copies_are_pages_and_colour_stays_colour(qtbot: QtBot, letter_pdf: bytes, tmp_path: Path) -> None:
    path = tmp_path / "màu.pdf"
    steps: list[tuple[int, int]] = []
    print_sheets(to_file(path), PrintOrder(letter_pdf, 1, copies=2, ink="colour"), lambda *at: steps.append(at))
    assert len(pypdfium2.PdfDocument(path)) == 2
    assert bands_in(path, 0) == bands_in(path, 1)
    pixels, _ = bands_in(path, 0)
    assert pixels[0::3] != pixels[2::3]
    assert (steps[0], steps[-1]) == ((0, 2), (2, 2))


def test_stopping_takes_the_job_back(qtbot: QtBot, letter_pdf: bytes, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done == 1:
            raise Cancelled

    printer = to_file(tmp_path / "dở.pdf")
    with pytest.raises(Cancelled):
        print_sheets(printer, PrintOrder(letter_pdf, 1, copies=3), stop)
    assert len(pypdfium2.PdfDocument(tmp_path / "dở.pdf")) < 3


def test_a_printer_that_is_not_there_is_named(qtbot: QtBot) -> None:
    with pytest.raises(CannotPrint) as caught:
        InstalledPrinters().open("Canon LBP2900")
    assert (caught.value.printer, caught.value.missing) == ("Canon LBP2900", True)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_a_named_trouble(qtbot: QtBot, letter_pdf: bytes, tmp_path: Path) -> None:
    printer: Any = to_file(tmp_path / "không có" / "thư.pdf")
    with pytest.raises(CannotPrint) as caught:
        print_sheets(printer, PrintOrder(letter_pdf, 1), quiet)
    assert not caught.value.missing
