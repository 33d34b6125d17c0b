"""What comes back: a receipt chosen, carried here or asked for by its key; its lines, its opinions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from common.words import month_receipts as said
from desk_app.ui.month.model import ReceiptTold

if TYPE_CHECKING:
    from desk_app.ui.month.view import MonthPage

SUFFIX = ".mctt"


class Incoming:
    """Works for one page."""

    def __init__(self, page: MonthPage) -> None:
        self._page, self._listed = page, False
        page.receipt.see_ratings.clicked.connect(lambda: page.around.go("ratings"))
        page.receipt.open_record.clicked.connect(self.open_record)
        page.receipt.table.doubleClicked.connect(lambda _: self.open_record())
        page.sent.open_receipt.clicked.connect(self.open_receipt)
        page.sent.receipts.doubleClicked.connect(lambda _: self.open_receipt())

    def take_receipt(self) -> None:
        """A file from the level above."""
        path = self._page.around.asker.choose_file(said.WHICH_RECEIPT, kinds=said.RECEIPT_FILES)
        if path is not None:
            self.receive(path)

    def receive(self, path: Path) -> None:
        """Take it in."""
        page = self._page
        if not page.around.jobs.busy:
            page.work(lambda step: page.model.receive(path), self._on_receipt, said.TAKING_RECEIPT)

    def open_record(self) -> None:
        """The record of the chosen line."""
        one = self._page.receipt.chosen()
        if one is not None and one.registration is not None:
            self._page.around.go("find", show=one.registration)

    def open_receipt(self) -> None:
        """The receipt under the bar, as it was told on its day."""
        held = self._page.sent.chosen_receipt()
        if held is not None:
            self._show(self._page.model.receipt(held.place), said.receipt_again(held.number))
            self._listed = True

    def back(self) -> None:
        """From a receipt of the list to the list, else to the contents."""
        page = self._page
        (page.show_sent if self._listed and page.shown() is page.receipt else page.refresh)()

    def _on_receipt(self, receipt: ReceiptTold) -> None:
        self._show(receipt, said.receipt_title(receipt.received.number))
        self._page.around.changed()

    def _show(self, receipt: ReceiptTold, title: str) -> None:
        page, self._listed = self._page, False
        page.receipt.put(receipt)
        page.show_view(page.receipt, 0, title)
        (page.receipt.table if receipt.aside else page.back).setFocus()


def dropped_file(carried: QMimeData) -> Path | None:
    """The one file of the exchange that is being carried over the page, if it is one."""
    urls = carried.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() == SUFFIX else None
