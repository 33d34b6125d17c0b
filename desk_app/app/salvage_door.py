"""From the lock to what can be read of a damaged register, and back; no register is open meanwhile."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from common.words import window
from desk_app.services.doorstep import read_doorstep
from desk_app.settings import read_settings
from desk_app.ui.lock.idle import Idle
from desk_app.ui.salvage.model import Ways, Written
from desk_app.ui.salvage.view import SalvagePage

if TYPE_CHECKING:
    from desk_app.app.door import Door
    from desk_app.app.options import Asked
    from desk_app.services.salvage import Found
    from desk_app.services.taking_back import Key, Step


def open_salvage(door: Door) -> SalvagePage:
    """Bring the page to the front; names stand on it, so it goes back to the lock when nobody is there for a while."""
    page = SalvagePage(ways(door.asked), door.asker, door.jobs)

    def leave() -> None:
        if not page.busy:
            idle.rest()
            door.frame.drop(page)
            door.taking_back.to_the_lock()

    def to_the_copies() -> None:
        leave()
        door.taking_back.begin()

    idle = Idle(time.monotonic, lambda: read_settings(door.asked.data).idle_minutes, leave)
    idle.setParent(page)
    page.left.connect(leave)
    page.take_back_asked.connect(to_the_copies)
    door.frame.show_only(page)
    door.frame.setWindowTitle(window.PRODUCT)
    idle.watch()
    return page


def ways(asked: Asked) -> Ways:
    """What the page may ask of the services."""
    return Ways(
        read=lambda key, also, step: _read(asked, key, also, step),
        write=lambda found, folder, password, step: _write(asked, found, (folder, password), step),
        doorstep=read_doorstep(asked.data),
        seconds=time.monotonic,
    )


def _read(asked: Asked, key: Key, also: Sequence[Path], step: Step) -> Found:
    from desk_app.services.restoring import Ground
    from desk_app.services.salvage import salvage

    world = asked.world()
    return salvage(Ground(asked.data, world.now, world.random), key, step, also)


def _write(asked: Asked, found: Found, wished: tuple[Path, str], step: Step) -> Written:
    from desk_app.house import unit_table
    from desk_app.services.salvage_export import Place, export

    folder, password = wished
    unit = unit_table().unit(found.unit, found.at.date())
    place = Place(folder, asked.data, asked.world().random, unit.full_name if unit else "", password)
    done = export(found, place, step)
    return Written(done.path.name, done.registrations, done.letters, done.left_out)
