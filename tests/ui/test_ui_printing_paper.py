"""Paper and jams: kinds with ways of their own, two papers in one batch, sheets that came spoilt, a restart between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from file_printers import FilePrinters
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_kit import Answers, Clock, Window, open_copy

from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.print_batches import Way
from desk_app.services.print_desk import PrintDesk, picture
from desk_app.services.printers import HALF, ORNATE, Printers, PrinterSetup, printers_in
from desk_app.services.stored import any_letter
from desk_app.ui.printing import printer
from desk_app.ui.printing.book import PrintedBook
from desk_app.ui.printing.model import PrintingModel, Wanted
from desk_app.ui.printing.printer import CannotPrint
from desk_app.ui.printing.view import PrintingPage

from test_services_letters import DEATH  # isort: skip
from test_services_registering import BIRTH, entered  # isort: skip

CANON, BROTHER = "Canon LBP2900", "Brother HL-L2321D"


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
    return PrintingModel(PrintDesk(desk.seat), printers)


@pytest.fixture(autouse=True)
def coarse(monkeypatch: pytest.MonkeyPatch) -> None:
    """Printers of 150 dots an inch: how fine they are is not what these tests are about."""
    monkeypatch.setattr(printer, "FINEST", 150)


def quiet(done: int, total: int) -> None:
    assert 0 <= done <= total


def births(desk: Desk, count: int) -> None:
    for name in ("An", "Bình", "Châu", "Dũng", "Giang", "Hà", "Khang", "Lan", "Minh")[:count]:
        entered(desk.register.enter(replace(BIRTH, child_name=f"Lê Gia {name}", mother_name=f"Mai Thị {name}")))


def wanted(model: PrintingModel, **what: object) -> Wanted:
    model.refresh()
    chosen = {"setup": PrinterSetup(), "rows": model.chosen(), "kind": "birth", **what}
    return Wanted(CANON, **chosen)  # type: ignore[arg-type]


def papers_of(printers: FilePrinters) -> list[tuple[int, int]]:
    with pypdfium2.PdfDocument(printers.paper()) as document:
        return [tuple(round(side / 72 * 25.4) for side in page.get_size()) for page in document]  # type: ignore[misc]


def dark_at(page: bytes, wide: int, box: tuple[int, int, int, int]) -> int:
    left, top, right, bottom = box
    return sum(value < 200 for y in range(top, bottom) for value in page[y * wide + left : y * wide + right])


def test_on_ornate_stock_no_dot_of_an_ornament_is_laid_and_every_word_is(desk: Desk, model: PrintingModel) -> None:
    births(desk, 1)
    model.refresh()
    (letter,) = model.table.prepare(model.chosen()).letters
    whole, text = (model.table.pdf([letter], "colour", stock) for stock in ("plain", ORNATE))
    words = [
        page.get_textpage().get_text_bounded() for page in (pypdfium2.PdfDocument(pdf)[0] for pdf in (whole, text))
    ]
    assert words[0] == words[1] != ""
    drawn = [picture(pdf, 100, "black") for pdf in (whole, text)]
    lotus = (40, 40, 265, 560)  # tranh-sen: 58 x 128 mm at (10.6; 10)
    assert [dark_at(one.pixels, one.width, lotus) > 0 for one in drawn] == [True, False]
    edges = (0, 0, drawn[1].width, 40)
    assert [dark_at(one.pixels, one.width, edges) > 0 for one in drawn] == [True, False]
    with desk.seat.reading() as reading:
        assert model.table.pdf([letter], "colour") == desk.letters.pdf([letter])
        assert b"khung" in any_letter(reading, letter).page, "the archived page keeps its frame"


def test_the_frame_for_ornate_stock_is_light_and_its_scale_stands_on_it(
    desk: Desk, model: PrintingModel, printers: FilePrinters
) -> None:
    births(desk, 1)
    model.refresh()
    assert "Nét nào trùng" in model.print_test(CANON, PrinterSetup(stock=ORNATE))
    raster = picture(printers.paper().read_bytes(), 300, "black")
    row = raster.pixels[raster.width * 300 : raster.width * 301]
    line = round(8 / 25.4 * 300)
    assert 100 < min(row[line - 3 : line + 4]) < 230, "the frame is light"
    assert min(raster.pixels[at * raster.width + line] for at in range(600, 1200)) < 90, "and a stroke is black"


def test_a_memory_of_an_earlier_version_is_read_and_a_kind_gets_one_of_its_own(model: PrintingModel) -> None:
    old = b'{"last": "Canon", "printers": {"Canon": {"ink": "black", "across": 10, "down": -5}}}'
    known = printers_in(old)
    assert known == Printers("Canon", {"Canon": PrinterSetup("black", 10, -5)})
    moved = known.used("Canon", PrinterSetup("black", 12, 0), "birth")
    assert (moved.kinds, moved.of("Canon", "death").across) == ({}, 12), "how far it is moved belongs to the printer"
    ornate = PrinterSetup("colour", 3, 4, ORNATE)
    model.table.remember(moved.used("HP", ornate, "birth"))
    again = model.table.printers()
    assert (again.last_for("birth"), again.of("HP", "birth")) == ("HP", ornate)
    assert (again.last_for("death"), again.of("Canon", "death")) == ("Canon", PrinterSetup("black", 12, 0))


def test_every_kind_goes_its_own_way_and_one_printer_is_never_fed_two_papers_unasked(
    desk: Desk, model: PrintingModel, printers: FilePrinters
) -> None:
    births(desk, 2)
    entered(desk.register.enter(DEATH))
    model.ways.choose("death", Way(CANON, PrinterSetup(stock=HALF)))
    sent = model.send(wanted(model), quiet)
    assert (len(sent.letters), papers_of(printers)) == (2, [(210, 148)] * 2)
    assert sent.change.startswith("Máy in đã nhận các thư trước. Còn 1 thư in trên giấy A4. Đặt giấy A4 vào khay")
    model.ask(sent)
    sent = model.send_rest(sent, quiet)
    assert (len(sent.letters), sent.rest, papers_of(printers)) == (3, (), [(210, 297)])
    model.ask(sent)
    assert (model.all_here(), len(model.table.printed_today())) == (3, 3)


def test_an_a4_letter_and_a_card_are_never_in_one_run(desk: Desk, model: PrintingModel) -> None:
    births(desk, 2)
    model.refresh()
    first, second = (row.covers for row in model.chosen())
    official = desk.letters.prepare(first, Wish(template="birth-official"))
    assert isinstance(official, Prepared)
    assert isinstance(desk.letters.prepare(second, Wish()), Prepared)
    sent = model.send(wanted(model), quiet)
    assert (sent.letters, [batch.size for batch in sent.rest]) == ((official.letter,), ["A5"])


def test_a_jam_at_the_fourth_of_nine_prints_one_sheet_and_counts_nine(
    desk: Desk, model: PrintingModel, printers: FilePrinters
) -> None:
    births(desk, 9)
    model.ask(model.send(wanted(model), quiet))
    assert model.asked is not None
    jammed = model.asked.letters[3]
    model.ask(model.send_sheets(wanted(model, rows=()), model.asked, [3], quiet))
    assert (printers.jobs, printers.sheets()) == (2, 1)
    later = PrintingModel(model.table, printers)  # the program was closed with the question open
    later.refresh()
    assert later.asked is not None
    assert later.asked.question == "Lần trước máy in đã nhận 9 thư mà chưa ghi đủ tờ. Trên bàn đã đủ 9 tờ chưa?"
    assert later.all_here() == 9
    book = {row.letter: (row.printed, row.again) for row in model.table.book()}
    assert book.pop(jammed) == ("20/11/2026, 1 tờ", "in lại: kẹt giấy")
    assert set(book.values()) == {("20/11/2026, 1 tờ", "")}


def test_what_lies_on_the_table_is_counted_and_the_rest_waits(desk: Desk, model: PrintingModel) -> None:
    births(desk, 3)
    model.ask(model.send(wanted(model, copies=2), quiet))
    assert model.count_sheets([1, 4, 5]) == 2
    model.refresh()
    assert (sorted(row.printed[-4:] for row in model.today), len(model.chosen())) == (["1 tờ", "2 tờ"], 1)


def test_a_reprint_that_jams_keeps_both_reasons(desk: Desk, model: PrintingModel) -> None:
    births(desk, 1)
    model.ask(model.send(wanted(model), quiet))
    model.all_here()
    (letter,) = (row.letter for row in model.table.book())
    model.ask(model.send(wanted(model, rows=(), letters=(letter,), reason="gia đình xin thêm"), quiet))
    assert model.asked is not None
    model.ask(model.send_sheets(wanted(model, rows=()), model.asked, [0], quiet))
    model.all_here()
    (row,) = model.table.book()
    assert (row.printed, row.again) == ("20/11/2026, 2 tờ", "in lại: gia đình xin thêm, kẹt giấy")


def test_backs_are_printed_one_sheet_at_a_time_each_asked_for_by_name(
    desk: Desk, printers: FilePrinters, qtbot: QtBot, qapp: QApplication
) -> None:
    births(desk, 3)
    first, second = (row.covers for row in PrintDesk(desk.seat).waiting()[:2])
    for covers in (first, second):
        assert isinstance(desk.letters.prepare(covers, Wish(english=True)), Prepared)
    kit = Window(desk, Answers(0, 1))
    page = PrintingPage(kit.around(), printers)
    qtbot.addWidget(page)
    page.refresh()
    page.act("print")
    qtbot.waitUntil(lambda: page.model.asked is not None and not page.acts.sending, timeout=20_000)
    page.acts.all_here()
    qtbot.waitUntil(lambda: len(kit.asker.asked) == 2, timeout=20_000)
    told = [text.split(". Lật")[0] for _, text in kit.asker.asked]
    assert told == ["Lấy tờ thư gửi Lê Gia An", "Lấy tờ thư gửi Lê Gia Bình"]
    assert (printers.jobs, printers.sheets()) == (2, 1)
    book = PrintedBook(page.model.table.book(), page, desk.seat)
    asked: list[tuple[int, ...]] = []
    book.backs.connect(asked.append)
    for row in book._letters:
        book._tick(row, True)
    QTest.keyClick(book, Qt.Key.Key_F9)
    assert len(asked) == 1
    assert len(asked[0]) == 2, "of three letters two have another side"


def test_an_official_letter_is_not_laid_on_the_stock_of_the_cards(desk: Desk, model: PrintingModel) -> None:
    births(desk, 2)
    model.refresh()
    wishes = (Wish(template="birth-official"), Wish())
    done = [desk.letters.prepare(row.covers, wish) for row, wish in zip(model.chosen(), wishes, strict=True)]
    letters = [one.letter for one in done if isinstance(one, Prepared)]
    shown = Way(CANON, PrinterSetup(stock=ORNATE))
    found = model.table.batches(letters, lambda key: model.ways.way_of(key, shown, "birth"))
    assert [(batch.size, batch.stock, batch.letters) for batch in found] == [
        ("A4", "plain", (letters[0],)),
        ("A5", ORNATE, (letters[1],)),
    ]


def test_when_the_second_printer_is_gone_the_sheets_of_the_first_are_asked_about(
    desk: Desk, model: PrintingModel, printers: FilePrinters, monkeypatch: pytest.MonkeyPatch
) -> None:
    births(desk, 2)
    entered(desk.register.enter(DEATH))
    model.ways.choose("death", Way(BROTHER, PrinterSetup()))
    real = printers.open

    def canon_alone(name: str) -> object:
        if name == BROTHER:
            raise CannotPrint(name, missing=True)
        return real(name)

    monkeypatch.setattr(printers, "open", canon_alone)
    sent = model.send(wanted(model), quiet)
    assert (len(sent.letters), str(sent.trouble)) == (2, BROTHER)
    model.ask(sent)
    model.all_here()
    model.refresh()
    assert [row.event for row in model.chosen()] == ["death"]
