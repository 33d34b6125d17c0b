"""The forms in small windows and large type, with the longest names: nothing cut, nothing over another."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from form_hands import Hands
from PySide6.QtWidgets import QApplication, QCheckBox

from desk_app import paths
from desk_app.ui.form.form_page import FormPage
from desk_app.ui.theme.look import dress

sys.path.append(str(Path(__file__).resolve().parents[1]))
from clipped import clipped

LONG = "Công Tằng Tôn Nữ Hoàng Phượng Nguyễn Thị Thanh Thủy Diễm Hương"
ROOMS = [
    ("birth", 722, 399, 100),
    ("birth", 666, 410, 130),
]
"""A page beside the side list on a screen at 150 %, and with type at 130 %; every form at every size is walked past
in test_ui_nothing_clipped."""


@pytest.mark.parametrize(("event", "wide", "tall", "percent"), ROOMS)
def test_everything_can_be_read_at_every_scale_with_the_longest_names(
    hands: Hands, qapp: QApplication, event: str, wide: int, tall: int, percent: int
) -> None:
    dress(qapp, paths.resources(), percent)
    page = FormPage(hands.around)
    hands.bot.addWidget(page)
    page.resize(wide, tall)
    page.show()
    page.arrive(event=event)
    form = page.form
    QApplication.processEvents()
    short, sideways = page.foot.save.text(), form.sections.horizontalScrollBar().maximum()
    for name, box in form.sections.boxes.items():
        if name.endswith(("_name", "residence", "place")):
            box.entry.setText(LONG)  # type: ignore[attr-defined]
    for part in form.sections.parts.values():
        part.fold(False)
    form.saving.save()
    seen = [troubles(page)]
    page.act("letter-tab")
    # The letter is drawn beside the work: what it pushes aside is laid out when it comes.
    hands.bot.waitUntil(lambda: not troubles(page))
    seen.append(troubles(page))
    page.close()
    dress(qapp, paths.resources())
    assert (page.width(), page.height()) == (wide, tall)
    assert seen == [[], []]
    assert (short, sideways) == ("Lưu" if percent > 100 else "Xem lại rồi lưu", 0)


def troubles(page: FormPage) -> list[str]:
    """What the eye finds once everything is laid out; the search box of the head gives way on purpose."""
    for _ in range(3):
        QApplication.processEvents()
        page.grab()
    return [found for found in clipped(page) if not found.startswith("SearchField")]


def test_in_a_narrow_window_the_letter_is_a_tab_and_its_key_turns_to_it(hands: Hands) -> None:
    hands.page.resize(722, 399)
    hands.page.arrive(event="birth")
    form = hands.page.form
    assert form.two_sides.narrow
    assert not form.side.isVisible()
    hands.page.act("letter-tab")
    assert form.side.isVisible()
    assert not form.sections.isVisible()
    assert form.side.isAncestorOf(hands.page.focusWidget())
    hands.page.act("letter-tab")
    assert hands.at() == "child_name"
    hands.page.act("letter-tab")
    hands.page.act("save")
    assert form.sections.isVisible()
    assert hands.at() == "child_name"
    hands.page.resize(1154, 642)
    assert form.side.isVisible()
    assert not form.two_sides.tabs.isVisible()
    assert all(tick.accessibleName() for tick in form.findChildren(QCheckBox))


def test_a_letter_gives_way_to_what_there_is_to_say_of_it_so_that_its_keys_stay_in_sight(hands: Hands) -> None:
    hands.page.resize(1154, 642)
    hands.page.arrive(event="birth")
    side = hands.page.form.side
    hands.bot.waitUntil(lambda: side.picture.image() is not None and not troubles(hands.page))
    alone = side.picture.height()
    side.say_blocked(2)
    hands.bot.waitUntil(lambda: side.picture.height() < alone)
    assert hands.page.form.two_sides.letter.verticalScrollBar().maximum() == 0
