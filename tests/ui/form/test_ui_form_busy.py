"""A card while the window is busy: keys that waited are no pause of the scanner's."""

from __future__ import annotations

from form_hands import MOTHER, Hands
from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication, QLineEdit

STALL_MS = 120


def stall() -> None:
    """The window draws a page and hears no key, then it takes up what has waited: the clock first."""
    busy = QElapsedTimer()
    busy.start()
    while not busy.hasExpired(STALL_MS):
        pass
    QApplication.processEvents()


def test_a_window_that_is_busy_in_the_middle_of_a_card_still_reads_it_whole(hands: Hands) -> None:
    hands.page.arrive(event="birth")
    before = hands.page.form.scan.strip
    for part in (MOTHER[:6], MOTHER[6:9], MOTHER[9:40], f"{MOTHER[40:]}\n"):
        hands.send(part)
        stall()
    hands.bot.waitUntil(lambda: hands.page.form.scan.strip is not before)
    assert hands.page.form.scan.strip.state == "read"
    assert [line.text() for line in hands.page.form.findChildren(QLineEdit) if "0119" in line.text()] == []
