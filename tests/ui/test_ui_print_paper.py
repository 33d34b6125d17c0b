"""A paper of the office printed through a real QPrinter, kept as a file, or refused with a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from file_printers import FilePrinters
from PIL import Image
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_kit import Answers

from common.words import slips as said
from desk_app.services.papers import password_slips, rescue_sheet
from desk_app.services.printers import Printers, PrinterSetup
from desk_app.ui.jobs import Jobs
from desk_app.ui.print_paper import Paper, print_paper

GROUPS = ("K7QM", "3XDP", "9HTR", "2WNF", "6CVA", "8YJE", "WWMM", "0Q1B")
CANON, BROTHER = "Canon LBP2900", "Brother HL-L2321D"


@dataclass
class Desk:
    """Hands that answer from a list, printers that write files, and what came of it."""

    printers: FilePrinters
    asker: Answers = field(default_factory=Answers)
    jobs: Jobs = field(default_factory=Jobs)
    out: list[bool] = field(default_factory=list)

    def print(self, paper: Paper, *answers: Any, memory: Printers | None = None) -> None:
        self.asker.answers = list(answers)
        print_paper(self, paper, self.printers, memory, lambda: self.out.append(True))


@pytest.fixture(scope="module")
def secret() -> Paper:
    return Paper(rescue_sheet("xã An Liên", date(2026, 11, 20), GROUPS), "tờ cứu hộ")


@pytest.fixture(scope="module")
def slip(secret: Paper) -> Paper:
    return Paper(secret.pdf, "phiếu gửi gói số 3", "phieu-gui-goi-3.pdf")


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(FilePrinters(tmp_path))
    yield made
    made.jobs.close()


def codes_on(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        bitmap = document[0].render(scale=150 / 72, grayscale=True)
        picture = Image.frombytes("L", (bitmap.width, bitmap.height), bytes(bitmap.buffer), "raw", "L", bitmap.stride)
        return [each.text for each in zxingcpp.read_barcodes(picture)]


def test_with_several_printers_one_is_asked_for_and_the_printed_code_can_be_read(
    desk: Desk, secret: Paper, qtbot: QtBot
) -> None:
    desk.print(secret, BROTHER)
    qtbot.waitUntil(lambda: desk.out == [True])
    assert desk.asker.asked == [(said.PRINT_TITLE, "In tờ cứu hộ bằng")]
    assert codes_on(desk.printers.paper()) == ["-".join(GROUPS)]


def test_every_sheet_of_a_paper_comes_out(desk: Desk, qtbot: QtBot) -> None:
    desk.printers.listed = (CANON,)
    people = [(f"Người {place}", f"nguoi{place}", "mật khẩu") for place in range(3)]
    desk.print(Paper(password_slips("xã An Liên", date(2026, 11, 20), people), "ba tờ"))
    qtbot.waitUntil(lambda: desk.out == [True])
    assert desk.printers.sheets() == 3


def test_with_one_printer_a_secret_paper_is_printed_without_a_question(desk: Desk, secret: Paper, qtbot: QtBot) -> None:
    desk.printers.listed = (CANON,)
    desk.print(secret)
    qtbot.waitUntil(lambda: desk.out == [True])
    assert desk.asker.asked == []
    assert desk.printers.sheets() == 1


def test_the_printer_used_last_is_offered_first(desk: Desk, secret: Paper, qtbot: QtBot) -> None:
    desk.print(secret, memory=Printers(BROTHER, {BROTHER: PrinterSetup("black", 10, 0)}))
    qtbot.waitUntil(lambda: desk.out == [True])
    assert desk.asker.asked
    with pypdfium2.PdfDocument(desk.printers.paper()) as document:
        pictures = [each for each in document[0].get_objects() if each.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
        assert pictures[0].get_bounds()[0] == pytest.approx(72 / 25.4, abs=0.1)


def test_leaving_the_question_prints_nothing(desk: Desk, secret: Paper) -> None:
    desk.print(secret, None)
    assert not desk.jobs.busy
    assert desk.printers.jobs == 0
    assert desk.out == []


def test_a_paper_that_may_lie_in_a_file_is_offered_as_one(desk: Desk, slip: Paper, tmp_path: Path) -> None:
    path = tmp_path / "cất" / "phiếu.pdf"
    desk.print(slip, said.AS_FILE, path)
    assert path.read_bytes() == slip.pdf
    assert desk.asker.asked[-1] == ("Lưu phiếu gửi gói số 3 thành tệp PDF", "phieu-gui-goi-3.pdf")
    assert desk.out == [True]


def test_without_a_printer_the_slip_can_be_kept_and_the_secret_never_is(
    desk: Desk, slip: Paper, secret: Paper, tmp_path: Path
) -> None:
    desk.printers.listed = ()
    desk.print(secret)
    assert desk.asker.asked == [(said.NOT_PRINTED, said.NO_PRINTER)]
    assert desk.out == []
    desk.print(slip, 0, tmp_path / "phiếu.pdf")
    assert (tmp_path / "phiếu.pdf").read_bytes() == slip.pdf
    assert list(tmp_path.glob("*.pdf")) == [tmp_path / "phiếu.pdf"]


def test_a_printer_that_is_not_there_is_told_by_its_name(desk: Desk, secret: Paper, qtbot: QtBot) -> None:
    desk.printers.gone = True
    desk.print(secret, CANON)
    qtbot.waitUntil(lambda: len(desk.asker.asked) == 2)
    assert desk.asker.asked[-1] == (said.NOT_PRINTED, said.GONE.format(printer=CANON))
    assert desk.out == []


def test_a_folder_that_takes_no_file_is_told(desk: Desk, slip: Paper, tmp_path: Path) -> None:
    (tmp_path / "đĩa").write_text("a file in the place of the folder", encoding="utf-8")
    desk.print(slip, said.AS_FILE, tmp_path / "đĩa" / "phiếu.pdf")
    assert desk.asker.asked[-1][0] == said.NOT_PRINTED
    assert desk.out == []
