"""The printing page's memory, without a widget, on a real desk with a printer that writes a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from file_printers import FilePrinters
from PySide6.QtWidgets import QApplication
from window_kit import Clock, open_copy

from desk_app.services.desk import Desk
from desk_app.services.print_desk import PrintDesk
from desk_app.services.printers import PrinterSetup
from desk_app.ui.printing.model import PrintingModel, Sent, Wanted
from desk_app.ui.printing.printer import CannotPrint

from test_services_letters import DEATH  # isort: skip
from test_services_registering import BIRTH, entered  # isort: skip


@pytest.fixture
def desk(made: Path, tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    opened = open_copy(made, tmp_path / "quầy", Clock())
    yield opened
    opened.close()


@pytest.fixture
def printers(tmp_path: Path) -> FilePrinters:
    return FilePrinters(tmp_path)


@pytest.fixture
def model(desk: Desk, printers: FilePrinters) -> PrintingModel:
    entered(desk.register.enter(BIRTH))
    entered(desk.register.enter(DEATH))
    entered(desk.register.enter(replace(DEATH, born="2015", deceased_name="Đặng Gia Bảo")))
    made = PrintingModel(PrintDesk(desk.seat), printers)
    made.refresh()
    return made


def quiet(done: int, total: int) -> None:
    assert 0 <= done <= total


def wanted(model: PrintingModel) -> Wanted:
    return Wanted("Canon LBP2900", PrinterSetup("black", 10, -5), rows=model.chosen())


def test_everything_that_may_be_printed_is_chosen_and_what_is_held_cannot_be(model: PrintingModel) -> None:
    assert [model.ticked(row) for row in model.rows] == [True, True, False]
    assert not model.tick(model.rows[2], True)
    assert model.tick(model.rows[0], False)
    assert model.chosen() == (model.rows[1],)


def test_a_held_letter_opens_with_a_reason_and_is_then_written(model: PrintingModel, printers: FilePrinters) -> None:
    model.open(model.rows[2], "gia đình đồng ý")
    assert len(model.chosen()) == 3
    sent = model.send(wanted(model), quiet)
    assert (len(sent.letters), sent.left_out, printers.sheets()) == (3, (), 3)


def test_only_all_here_calls_letters_printed(model: PrintingModel) -> None:
    model.asked = model.send(wanted(model), quiet)
    assert model.table.printed_today() == ()
    assert model.asked.question == "Máy in đã nhận 2 thư. Trên bàn đã đủ 2 tờ chưa?"
    assert model.none_here() == 2
    model.refresh()
    assert len(model.chosen()) == 2
    model.asked = model.send(wanted(model), quiet)
    assert model.all_here() == 2
    model.refresh()
    assert (len(model.today), [model.held(row) for row in model.rows]) == (2, [True])


def test_printing_one_sheet_again_asks_about_all(model: PrintingModel, printers: FilePrinters) -> None:
    sent = model.send(wanted(model), quiet)
    again = model.send_sheets(wanted(model), sent, [1], quiet)
    assert (printers.jobs, printers.sheets()) == (2, 1)
    assert again.question == "Máy in đã nhận lại 1 tờ. Trên bàn đã đủ 2 tờ chưa?"
    assert again.letters == sent.letters


def test_a_printer_that_is_gone_leaves_every_letter_in_the_queue(model: PrintingModel, printers: FilePrinters) -> None:
    printers.gone = True
    with pytest.raises(CannotPrint):
        model.send(wanted(model), quiet)
    model.refresh()
    assert len(model.chosen()) == 2
    assert model.asked is None


def test_the_printer_used_last_comes_first_with_its_setup(model: PrintingModel) -> None:
    assert model.printers()[0] == "Canon LBP2900"
    model.send(replace(wanted(model), printer="Brother HL-L2321D"), quiet)
    assert model.printers()[0] == "Brother HL-L2321D"
    assert model.setup_of("Brother HL-L2321D") == PrinterSetup("black", 10, -5)


def test_a_printer_that_cannot_be_remembered_prints_all_the_same(
    model: PrintingModel, desk: Desk, printers: FilePrinters
) -> None:
    # A full device in the place of the file that is written beside: remembering fails as on a full disk.
    (desk.seat.folder / "printers.json.part").symlink_to("/dev/full")
    assert len(model.send(wanted(model), quiet).letters) == 2
    assert not (desk.seat.folder / "printers.json").exists()


def test_letters_named_by_the_form_are_chosen_alone(model: PrintingModel) -> None:
    model.tick_only(model.rows[1].covers)
    assert model.chosen() == (model.rows[1],)
    assert model.row() == model.rows[1]


def test_copies_are_counted_in_the_question() -> None:
    assert Sent((1, 2), copies=2).question == "Máy in đã nhận 2 thư. Trên bàn đã đủ 4 tờ chưa?"
