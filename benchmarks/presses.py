"""T2: the keys a clerk presses from Save to the sheet in the hand, counted in the real window.

The hands are those of tests/journeys: keys of the window system before the program's own door, a printer that writes
files. Counted is every key from the one that saves until the printer has the sheet; the answer that the sheet is there,
one key more, comes when it is in the hand already.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.rows import Row, Way, at_most

HANDS = tuple(Path("tests", room) for room in ("", "journeys", "ui"))
MOTHER = "001198000002|012345678|Trần Thị Ngọc Lan|14031998|Nữ|Thôn Bến Trà, Xã Xuân Định|20062021"
FATHER = "001095000003||Nguyễn Văn Bình|02051995|Nam|Thôn Bến Trà, Xã Xuân Định|20062021||||"
CHILD = {"child_name": "Nguyễn Trần Minh Anh", "born": "9/11", "sex": "female"}


def rows() -> Iterator[Row]:
    """The row about presses."""
    peer = "keys from Save to the sheet: Ctrl+P saves and shows it, Ctrl+P prints it"
    yield at_most("T2", Way("presses", "keys").measure(1), 2, peer, 1)


def counted(folder: Path) -> int:
    """Enter a birth by keys and scanner, save it, print its letter; the keys from saving on."""
    from file_printers import FilePrinters
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication
    from window_clerk import CTRL, until
    from window_door import open_door
    from window_kit import make_folder

    app = QApplication(sys.argv[:1])
    printers = FilePrinters(folder)
    clerk = open_door(make_folder(folder / "made"), folder / "desk", printers)
    clerk.unlock()
    clerk.begin("birth")
    clerk.fill(CHILD)
    clerk.scan(MOTHER, "F6")
    clerk.scan(FATHER, "F7")
    since = len(clerk.log.strokes)
    clerk.press(Qt.Key.Key_P, CTRL)
    until(lambda: clerk.page() == "printing", "the letter is not shown")
    clerk.idle()
    clerk.press(Qt.Key.Key_P, CTRL)
    until(lambda: printers.jobs == 1 and printers.paper().exists(), "nothing is printed")
    clerk.idle()
    keys = clerk.log.by_hand(since)
    assert printers.sheets() == 1
    clerk.leave(folder / "keys.tsv")
    del app
    return keys


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path += [str(hands.resolve()) for hands in HANDS]
    with tempfile.TemporaryDirectory() as made:
        print(counted(Path(made)))
