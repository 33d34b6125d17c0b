"""Where the keys go when a page comes to the front."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desk_app.ui.parts.page_head import SearchField


def give_focus(page: QWidget, held: QWidget | None) -> None:
    """Somewhere on the page in front there is always the focus; where the page has chosen (`held` has it), it stays
    there."""
    if held is not None and held is not page and page.isAncestorOf(held) and held.isVisibleTo(page):
        return
    proxy = page.focusProxy()
    if proxy is not None and proxy.isVisibleTo(page) and proxy.isEnabled():
        proxy.setFocus()
        return
    order = (each for each in _in_order(page) if each.isVisibleTo(page) and each.isEnabled())
    takes = [each for each in order if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    # The search box of the head comes first in the order, but nobody came to the page for it.
    first = next((each for each in takes if not isinstance(each, SearchField)), page)
    first.setFocus()


def _in_order(page: QWidget) -> Iterator[QWidget]:
    """The widgets of a page in the order of Tab."""
    each = page.nextInFocusChain()
    while each is not None and each is not page:
        if page.isAncestorOf(each):
            yield each
        each = each.nextInFocusChain()
