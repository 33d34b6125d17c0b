"""The power goes over three half-typed forms: the next morning each comes back with every field, to its writer."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from unsaved_forms import HOME, typed

from desk_app.domain.drafts import event_of
from desk_app.domain.events import EVENTS
from desk_app.house import Login, World, open_desk
from desk_app.services.desk import Desk
from desk_app.services.doorplate import renew_doorstep
from desk_app.services.drafting import Drafting
from desk_app.services.today import Today
from desk_app.services.trouble import Trouble
from desk_app.ui.form.model import FormModel

TOP = Path(__file__).resolve().parents[3]
CHILD = Path(__file__).with_name("unsaved_forms.py")


@pytest.fixture
def desk(form_folder: Path, form_world: World) -> Iterator[Desk]:
    """The register after a process that held three forms in it was killed."""
    child = subprocess.Popen(
        [sys.executable, str(CHILD), str(form_folder)],
        cwd=TOP,
        env={"PYTHONPATH": str(TOP), "PATH": "/usr/bin:/bin"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    assert child.stdout.readline() == "kept\n"
    child.kill()
    child.stdin.close()
    child.stdout.close()
    child.wait()
    opened = open_desk(form_folder, form_world, Login("clerk", "demo"))
    yield opened
    opened.close()


def test_after_a_power_cut_each_form_comes_back_whole_to_its_writer_alone(desk: Desk) -> None:
    lam = replace(desk.seat, user="Lâm", role="clerk")
    renew_doorstep(lam)
    assert Drafting(lam).unfinished() == ()
    assert "reopen-draft" not in {card.does for card in Today(lam).view().reminders}
    view = Today(desk.seat).view()
    assert {card.title: card.does for card in view.reminders}["Bài đang gõ lúc 09:30"] == "reopen-draft"
    (waiting,) = (queue for queue in view.queues if queue.id == "draft")
    left = {event_of(one.draft): one for one in desk.drafts.unfinished()}
    assert {row.id for row in waiting.rows} == {one.id for one in left.values()}
    for event in EVENTS:
        before, again = typed(desk, event), FormModel(desk, event)
        again.open_draft(left[event])
        assert {name: again.text(name) for name in again.fields} == {name: before.text(name) for name in before.fields}
        assert (again.draft, again.wish.body, again.links) == (before.draft, before.wish.body, before.links)
        assert all(again.text(name) for name in again.fields if ":" not in name and not name.endswith("_residence"))
    birth = FormModel(desk, "birth")
    birth.open_draft(left["birth"])
    birth.write("mother_residence", HOME)
    assert (birth.text("father_residence"), birth.text("declarant_residence")) == (HOME, HOME)
    with pytest.raises(Trouble, match="not-allowed"):
        Drafting(lam).drop(left["death"].id)


def test_homes_that_are_the_same_by_chance_are_not_tied_together(form_folder: Path, form_world: World) -> None:
    desk = open_desk(form_folder, form_world, Login("clerk", "demo"))
    model, again = FormModel(desk, "birth"), FormModel(desk, "birth")
    model.write("mother_residence", HOME)
    model.write("father_residence", HOME)
    model.keep()
    (left,) = desk.drafts.unfinished()
    again.open_draft(left)
    again.write("mother_residence", "nơi khác")
    assert again.text("father_residence") == HOME
    desk.close()
