"""Past the pages of the office itself: settings, copies, books and numbers, privacy, the scanner, the card of keys."""

from __future__ import annotations

from collections.abc import Iterator

from desk_app.services.number_signs import NumberSigns
from desk_app.services.numbering import NumberBook
from tools.pictures import invented
from tools.pictures.stage import Stage, keys


def office_walk(stage: Stage) -> Iterator[str]:
    """The name of each picture, the window standing as it shall be taken."""
    page = stage.go("settings")
    yield "settings"
    page.signer.add.click()
    keys(stage.dialogs()[-1], "TS. LÊ THỊ BÍCH HẠNH")
    stage.settle()
    yield "settings-signer"
    stage.dismiss()
    from PySide6.QtWidgets import QScrollArea

    for area in page.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    stage.settle()
    yield "settings-below"
    if "copies" in stage.window._makers:
        stage.go("copies")
        yield "copies"
    stage.go("books")
    yield "books"
    _give_numbers(stage)
    stage.go("numbers")
    yield "numbers"
    stage.go("about-person")
    yield "about-person"
    stage.go("access-log")
    yield "access-log"
    yield from _scanner(stage)
    stage.go("today")
    stage.window.show_keys()
    stage.settle()
    yield "keys-card"
    stage.dismiss()
    stage.window.new_entry()
    stage.settle()
    yield "new-entry"
    stage.dismiss()


def _scanner(stage: Stage) -> Iterator[str]:
    page = stage.go("scanner")
    yield "scanner"
    keys(page.pad, invented.MANGLED_CARD)
    page.pad._ended()
    stage.settle()
    yield "scanner-heard"


def _give_numbers(stage: Stage) -> None:
    """A book with a gap under letters that wait."""
    NumberSigns(stage.desk.seat).use_on_cards(True)
    book = NumberBook(stage.desk.seat)
    first, *others = [row.letter for row in book.waiting()]
    if others:
        book.give([first], 4)
