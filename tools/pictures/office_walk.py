"""Past the pages of the office itself: settings, copies, books and numbers, privacy, the scanner, the card of keys."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from desk_app.paths import resources
from desk_app.services.number_signs import NumberSigns
from desk_app.services.numbering import NumberBook
from exchange.update_parts import write_parts
from tools.pictures import invented
from tools.pictures.above import Above
from tools.pictures.stage import Stage, keys


def office_walk(stage: Stage, above: Above) -> Iterator[str]:
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
    page.updates.look(_handed_down(above))
    stage.settle()
    for area in page.findChildren(QScrollArea):
        area.ensureWidgetVisible(page.updates.preview.use)
    stage.settle()
    yield "settings-update"
    page.updates.preview.later.click()
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


def _handed_down(above: Above) -> Path:
    """An update with other words for the wedding card, and a calendar that closes on another day."""
    text = (resources() / "letters" / "marriage-card.txt").read_text(encoding="utf-8")
    names = {"name": "marriage-card", "kind": "marriage", "layout": "marriage-card", "from": "2026-12-01"}
    letter = {**names, "title": "Thư chúc mừng kết hôn", "text": text.replace("chung một trang", "chung một dòng")}
    calendar = json.loads((resources() / "calendars" / "quy-14.json").read_text(encoding="utf-8"))
    for term in calendar["terms"]:
        if term["part"] == "Q4":
            term["last"], term["due"] = {"month": 12, "day": 20}, {"month": 12, "day": 25}
    return above.update(write_parts([letter], [json.dumps(calendar).encode()]), "2026-11-20")
