"""The window on a stage: keys, answers to its questions, and time to finish what it draws."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget

from desk_app.app.loading import pages
from desk_app.services.desk import Desk
from desk_app.services.sticks import Stick
from desk_app.ui.ask import Asker
from desk_app.ui.ceremony.view import CeremonyPage
from desk_app.ui.frame import Frame
from desk_app.ui.jobs import Jobs
from desk_app.ui.page import PageMaker
from desk_app.ui.printing.view import PrintingPage
from desk_app.ui.shell.window import MainWindow

SCREEN = (1366, 698)
"""px that a window has on a screen of 1366×768 under a title bar of 30 and over a task bar of 40."""
_TICK_MS, _PATIENCE_MS = 5, 20_000
_KEYS = {"\n": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}


class Answering(Asker):
    """Answers from a list what a person would choose; the harmless button where the list is empty."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[Any] = []

    def _next(self, otherwise: Any = None) -> Any:
        return self.answers.pop(0) if self.answers else otherwise

    def tell(self, title: str, text: str) -> None:
        """Nobody reads it here."""

    def ask(self, title: str, text: str, buttons: Sequence[str], harmless: int = -1) -> int:
        """The next answer, or the harmless button."""
        return int(self._next(range(len(buttons))[harmless]))

    def ask_text(self, title: str, label: str, text: str = "", secret: bool = False) -> str | None:
        """The next answer."""
        return self._next()  # type: ignore[no-any-return]

    def choose_one(self, title: str, label: str, names: Sequence[str], usual: str = "") -> str | None:
        """What is used most."""
        return usual or names[0]

    def save_file(self, title: str, suggested: Path, kinds: str = "") -> Path | None:
        """Nowhere."""
        return self._next()  # type: ignore[no-any-return]

    def sticks(self) -> tuple[Stick, ...]:
        """The next answer, plugged in."""
        folder = self._next()
        return (Stick(folder, "KINGSTON", 3_435_973_836),) if folder else ()

    def choose_folder(self, title: str, start: Path | None = None) -> Path | None:
        """The next answer."""
        return self._next()  # type: ignore[no-any-return]

    def choose_file(self, title: str, start: Path | None = None, kinds: str = "") -> Path | None:
        """The next answer."""
        return self._next()  # type: ignore[no-any-return]


class WatchedJobs(Jobs):
    """Says whether anything is being done, seen or unseen."""

    @property
    def waiting(self) -> bool:
        """Also true for work the page itself tells of."""
        return bool(self._open)


class Paper:
    """Two printers that print into files of a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.jobs = folder, 0

    def names(self) -> tuple[str, ...]:
        """Both."""
        return ("Brother HL-L2321D", "Canon LBP2900")

    def usual(self) -> str:
        """The one used most."""
        return "Canon LBP2900"

    def open(self, name: str) -> QPrinter:
        """A printer whose paper is a PDF."""
        self.jobs += 1
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
        printer.setOutputFileName(str(self.folder / f"job-{self.jobs}.pdf"))
        return printer


class Stage:
    """One frame over one desk; `pause` is what a page gets in ms to draw what it draws later, `screen` the window's
    size in px."""

    def __init__(self, desk: Desk, folder: Path, pause: int = 400, screen: tuple[int, int] = SCREEN) -> None:
        self.desk, self.folder, self.pause = desk, folder, pause
        self.asker, self.jobs, self.paper = Answering(), WatchedJobs(), Paper(folder)
        self.frame = Frame(lambda: True, lambda: None)
        self.window = MainWindow(desk, self.asker, self.jobs, self._makers())
        self.frame.show_only(self.window)
        self.frame.mark_practice(desk.seat.training)
        self.frame.resize(*screen)
        self.frame.show()
        self.front()

    def close(self) -> None:
        """The window goes, the desk stays open."""
        self.jobs.close()
        self.frame.close()
        self.frame.deleteLater()

    def front(self) -> None:
        """As after a click on the title."""
        self.frame.activateWindow()
        self.settle(0)

    def go(self, page: str, **what: object) -> Any:
        """Bring a page to the front and let it draw; the page."""
        self.window.go(page, **what)
        self.settle()
        return self.window.page()

    def act(self, action: str) -> None:
        """Do an action of the page in front."""
        page: Any = self.window.page()
        page.act(action)
        self.settle()

    def settle(self, pause: int | None = None) -> None:
        """Wait for work, then for what is drawn a moment later, then for the work that asked for."""
        for wait in (0, self.pause if pause is None else pause):
            until(lambda: not self.jobs.waiting)
            rest(wait)
        until(lambda: not self.jobs.waiting)

    def dialogs(self) -> list[QWidget]:
        """What lies over the window."""
        return [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not self.frame]

    def dismiss(self) -> None:
        """Close what lies over the window."""
        for each in self.dialogs():
            each.hide()
            each.deleteLater()
        QApplication.processEvents()
        self.front()

    def _makers(self) -> Mapping[str, PageMaker]:
        own: dict[str, PageMaker] = {
            "printing": lambda around: PrintingPage(around, self.paper),
            "ceremony": lambda around: CeremonyPage(around, self.paper),
        }
        return {**pages(), **own}


def keys(widget: QWidget, text: str) -> None:
    """Key events to whatever has the focus; line ends are Enter, tabs are Tab."""
    for letter in text:
        target = widget.focusWidget() or QApplication.focusWidget() or widget
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, _KEYS.get(letter, 0), Qt.KeyboardModifier.NoModifier, letter.replace("\n", "\r"))
            QApplication.sendEvent(target, event)


def rest(milliseconds: int) -> None:
    """Let the program work so long."""
    QApplication.processEvents()
    if milliseconds:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()


def until(seen: Callable[[], bool]) -> None:
    """Let the program work until this is so; raises TimeoutError after 20 s."""
    QApplication.processEvents()
    loop, tick, end = QEventLoop(), QTimer(), QTimer()
    end.setSingleShot(True)
    end.timeout.connect(loop.quit)
    tick.timeout.connect(lambda: loop.quit() if seen() else None)
    if not seen():
        end.start(_PATIENCE_MS)
        tick.start(_TICK_MS)
        loop.exec()
    if not seen():
        raise TimeoutError("the window does not come to rest")
