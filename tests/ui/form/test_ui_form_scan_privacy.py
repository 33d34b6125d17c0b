"""What a card says besides its holder stays nowhere: no register, log, clipboard, undo step, widget has it."""

from __future__ import annotations

from pathlib import Path

import pytest
from form_hands import CTRL, Hands
from privacy_scan import Search, scan_tree
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from sqlalchemy import MetaData

from desk_app import logs
from desk_app.services.access_log import AccessLog
from desk_app.services.access_notes import write_down
from desk_app.services.desk import Desk
from desk_app.ui.form import scanning

HOUSEHOLD = ("Trần Văn Chủ", "001070000009", "Huỳnh Thị Khác")
CARD = "052198000002|312345678|Lê Thị Hiền Thử|14031998|Nữ|Xã Xuân Định, Tỉnh Đồng Nai|20082024|"
RAW = f"{CARD}{'|'.join(HOUSEHOLD)}|"
HIDDEN = (*HOUSEHOLD, CARD, "312345678", "052198000002|", "|14031998")


def everything_in(desk: Desk) -> str:
    """Every cell of every table, decrypted."""
    engine = desk.seat.register._engine
    known = MetaData()
    known.reflect(engine)
    with engine.connect() as connection:
        rows = [connection.execute(table.select()).fetchall() for table in known.sorted_tables]
    return "\n".join(_text(cell) for table in rows for row in table for cell in row)


def _text(cell: object) -> str:
    return cell.decode("utf-8", "replace") if isinstance(cell, bytes) else str(cell)


def steps_of(line: QLineEdit) -> list[str]:
    texts = [line.text()]
    while line.isUndoAvailable():
        line.undo()
        texts.append(line.text())
    return texts


def test_nothing_of_a_raw_scan_is_in_the_register_the_clipboard_an_undo_step_or_any_widget(
    hands: Hands, desk: Desk, form_folder: Path
) -> None:
    hands.page.arrive(event="birth")
    hands.type("Lê An")
    hands.scan(RAW)
    hands.chord(Qt.Key.Key_F6)
    hands.chord(Qt.Key.Key_F8)
    for digit in RAW[:12]:
        hands.send(digit)
        hands.page.form.filter.settle()
    before = hands.page.form.scan.strip
    hands.send(f"{RAW[12:]}\t")
    hands.bot.waitUntil(lambda: hands.page.form.scan.strip is not before)
    assert hands.page.form.keep()
    hands.chord(Qt.Key.Key_Return, CTRL)
    write_down(desk.seat)
    held = everything_in(desk)
    assert "Lê Thị Hiền Thử" in held
    assert [one for one in HIDDEN if one in held] == []
    assert [one for one in HIDDEN if one in repr(AccessLog(desk.seat).rows())] == []
    form = hands.page.form
    seen = [label.text() for label in hands.page.findChildren(QLabel)]
    steps = [text for line in form.findChildren(QLineEdit) for text in steps_of(line)]
    assert [one for one in HIDDEN if any(one in text for text in (*seen, *steps))] == []
    assert QApplication.clipboard().text() == ""
    assert (form.filter._burst.text, form.filter._held, [*form.filter._passed]) == ("", [], [])


def test_a_bug_in_the_middle_of_a_scan_logs_its_place_and_no_letter_of_the_card(
    hands: Hands, form_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(seat: object, text: str) -> None:
        raise RuntimeError(text)

    monkeypatch.setattr(scanning, "scanned_card", broken)
    hands.page.arrive(event="birth")
    with pytest.raises(RuntimeError) as bug:
        hands.page.form.giving.scanned(RAW)
    logs.keep_bug(form_folder, bug.value)
    log = (form_folder / "logs" / "desk.log").read_text(encoding="utf-8")
    assert "RuntimeError" in log
    assert "scanning.py" in log
    assert [one for one in (*HIDDEN, "Thử", "052198") if one in log] == []
    assert list(scan_tree(form_folder, Search())) == []
