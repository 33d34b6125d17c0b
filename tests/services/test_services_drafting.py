"""Words typed and not yet saved."""

from __future__ import annotations

from pathlib import Path

from test_services_registering import BIRTH, entered

from desk_app.house import Login, World, open_desk
from desk_app.services.desk import Desk


def test_a_draft_comes_back_after_the_program_went_away(desk: Desk, desk_folder: Path, world: World) -> None:
    id = desk.drafts.begin()
    desk.drafts.keep(id, BIRTH)
    desk.close()
    again = open_desk(desk_folder, world, Login("clerk", "demo"))
    try:
        (left,) = again.drafts.unfinished()
        assert (left.id, left.draft) == (id, BIRTH)
    finally:
        again.close()


def test_entering_a_draft_drops_it_in_the_same_act(desk: Desk) -> None:
    id = desk.drafts.begin()
    desk.drafts.keep(id, BIRTH)
    entered(desk.register.enter(BIRTH, draft_id=id))
    assert desk.drafts.unfinished() == ()


def test_a_draft_that_is_refused_stays(desk: Desk) -> None:
    id = desk.drafts.begin()
    torn = BIRTH.__class__(child_name="Nguyễn", born="31/02/2026")
    desk.drafts.keep(id, torn)
    assert isinstance(desk.register.enter(torn, draft_id=id), tuple)
    assert len(desk.drafts.unfinished()) == 1
    desk.drafts.drop(id)
    assert desk.drafts.unfinished() == ()
