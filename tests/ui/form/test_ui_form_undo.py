"""Ten seconds to take back what was saved: seen, by its key, and only where it is seen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from form_hands import CTRL, Hands
from PySide6.QtCore import Qt
from test_ui_form_alike import BIRTH, fill
from test_ui_form_ends import save

from common.words.form import UNDONE_REASON
from desk_app.house import Login, World, open_desk
from desk_app.services.desk import Desk

OTHER = replace(BIRTH, child_name="Lê Gia Hân", mother_name="Lê Thị Hoa", father_name="Lê Văn Tám")


def undo(hands: Hands) -> None:
    hands.chord(Qt.Key.Key_Z, CTRL)


def state(desk: Desk, id: int) -> str:
    return desk.register.show(id).state


def test_the_seconds_run_beside_their_key_and_only_the_last_save_is_taken_back_with_a_fixed_reason(
    hands: Hands, desk: Desk
) -> None:
    fill(hands)
    save(hands)
    bar = hands.page.form.bar
    assert (bar.undo.key(), bar.undo.isVisible()) == ("Ctrl+Z", True)
    seen = []
    for _ in range(3):
        seen.append(bar.undo.text())
        bar.tick()
    assert seen == ["Hoàn tác, 10 giây", "Hoàn tác, 9 giây", "Hoàn tác, 8 giây"]
    fill(hands, OTHER)
    undo(hands)
    save(hands)
    assert bar.undo.text() == "Hoàn tác, 10 giây"
    undo(hands)
    assert (state(desk, 1), state(desk, 2)) == ("live", "void")
    with desk.seat.reading() as reading:
        assert reading.registrations.history(2)[-1].reason == UNDONE_REASON


def test_away_from_the_page_or_under_the_lock_nothing_is_taken_back_and_closing_keeps_what_was_saved(
    hands: Hands, desk: Desk, form_folder: Path, form_world: World
) -> None:
    fill(hands)
    save(hands)
    form = hands.page.form
    hands.page.hide()
    hands.page.act("undo-save")
    assert (form.bar.offers_undo, state(desk, 1)) == (False, "live")
    with hands.bot.waitActive(hands.page):
        hands.page.show()
        hands.page.activateWindow()
    assert form.bar.offers_undo
    assert hands.page.may_leave()
    hands.page.arrive(event="birth")
    undo(hands)
    assert (form.bar.isVisible(), state(desk, 1)) == (False, "live")
    fill(hands, OTHER)
    save(hands)
    for _ in range(10):
        form.bar.tick()
    assert not form.bar.undo.isVisible()
    undo(hands)
    assert state(desk, 2) == "live"
    hands.page.close()
    desk.close()
    again = open_desk(form_folder, form_world, Login("clerk", "demo"))
    assert (state(again, 1), state(again, 2), again.drafts.unfinished()) == ("live", "live", ())
    again.close()
