"""The register of the pictures: made at the first run, tied to a level above, a month old."""

from __future__ import annotations

import os
import secrets
import shutil
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

from desk_app.db.keyring import Cost, Keyring
from desk_app.domain.drafts import Draft
from desk_app.house import Login, World, open_desk, open_practice, set_up
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.people import Called
from desk_app.services.practice import FOLDER, OPEN_TO_ALL, TRAINEE, guest_of
from desk_app.services.registering import Entered
from desk_app.services.setup import Wished
from tools.pictures import invented
from tools.pictures.above import Above
from tools.pictures.invented import Cast

UNIT = "26461"
FIRST_PASSWORD, SECOND_PASSWORD = "đò trăng mít sáo", "sen trống lúa mây"
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
"""Nobody guesses these passwords; opening shall not take a second each time."""
HERE = timezone(timedelta(hours=7))


@dataclass
class Clock:
    """The clock in our hand."""

    moment: datetime = datetime(2026, 10, 20, 9, 0, tzinfo=HERE)

    def __call__(self) -> datetime:
        return self.moment

    def at(self, month: int, day: int, hour: int = 9, minute: int = 0) -> None:
        """Another moment of the year 2026."""
        self.moment = datetime(2026, month, day, hour, minute, tzinfo=HERE)


class Registers:
    """Made once in `folder`; every walk opens copies of them, since it leaves them changed."""

    def __init__(self, folder: Path, cast: Cast) -> None:
        self.cast, self.login = cast, Login(cast.clerk, FIRST_PASSWORD)
        self._empty, self._filled = folder / "mới", folder / "đầy"
        self.clock = Clock()
        wished = Wished(UNIT, leader=cast.leader, phone="0251 3555 018", officer=cast.second)
        self.first = set_up(self._empty, self._world(), self.login, wished)
        _cheapen(self._empty, self.login)
        desk = open_desk(self._empty, self._world(), self.login)
        _name_people(desk, cast)
        desk.close()
        shutil.copytree(self._empty, self._filled)
        desk = open_desk(self._filled, self._world(), self.login)
        self.above = Above(folder)
        _fill(desk, self.clock, self.above, cast)
        open_practice(self._filled, self._world(), guest_of(desk.seat)).close()
        _cheapen(self._filled / FOLDER, Login(TRAINEE, OPEN_TO_ALL))
        desk.close()

    def empty(self, folder: Path) -> Desk:
        """A desk on its first day."""
        return self._copy(self._empty, folder)

    def filled(self, folder: Path) -> Desk:
        """October sent and answered, November under way: something waits in each of the six queues."""
        return self._copy(self._filled, folder)

    def practice(self, desk: Desk) -> Desk:
        """The practice register of a filled one."""
        return open_practice(desk.seat.folder, self._world(), guest_of(desk.seat))

    def _copy(self, made: Path, folder: Path) -> Desk:
        shutil.copytree(made, folder)
        return open_desk(folder, self._world(), self.login)

    def _world(self) -> World:
        return World(self.clock, secrets.token_bytes, practice=True)


def _name_people(desk: Desk, cast: Cast) -> None:
    second = Login(cast.second, SECOND_PASSWORD)
    desk.people.call(cast.clerk, Called(cast.clerk, "chị", "cán bộ một cửa"))
    desk.people.add(second.user, "clerk", second.password)
    _cheapen(desk.seat.folder, second)
    desk.people.call(second.user, Called(cast.second, "anh", "tư pháp - hộ tịch"))


def _fill(desk: Desk, clock: Clock, above: Above, cast: Cast) -> None:
    desk.district.enrol(above.enrol(desk))
    _october(desk, clock, above, cast)
    _november(desk, clock, cast)
    clock.at(11, 20, 10, 30)
    desk.care.backup(above.folder / "usb")
    clock.at(11, 20, 10, 42)
    _today(desk, cast)


def entered(desk: Desk, draft: Draft) -> int:
    """The id of a draft that must be right."""
    done = desk.register.enter(draft)
    if not isinstance(done, Entered):
        raise ValueError(str(done))
    return done.id


def printed(desk: Desk, draft: Draft) -> int:
    """Entered, and its letter in the hand."""
    # With one long name for everybody, every house is in mourning.
    done = desk.letters.prepare([entered(desk, draft)], Wish(anyway="tờ mẫu"))
    if not isinstance(done, Prepared):
        raise ValueError(str(done))
    desk.letters.printed([done.letter])
    return done.letter


def _cheapen(folder: Path, login: Login) -> None:
    ring = Keyring(folder, os.urandom, CHEAP)
    ring.set_password(login.user, login.password, ring.unwrap(login.user, login.password))


def _october(desk: Desk, clock: Clock, above: Above, cast: Cast) -> None:
    first = invented.birth(cast)
    for day, (child, mother) in enumerate((("Võ Gia Hân", "Trần Ngọc Lan"), ("Lê Hoàng Nam", "Phan Thị Thủy")), 20):
        clock.at(10, day)
        on = f"{day}/10/2026"
        letter = printed(
            desk, replace(first, child_name=child, mother_name=mother, born=f"{day - 9}/10/2026", registered_on=on)
        )
        desk.letters.delivered([letter], "home", "good")
    clock.at(11, 1, 8)
    (bundle,) = desk.month.close(above.folder / "usb", "2026-10")
    clock.at(11, 4, 10)
    desk.month.receive(above.answer(bundle.path, words=cast.words))


def _november(desk: Desk, clock: Clock, cast: Cast) -> None:
    clock.at(11, 17, 9)
    for child in ("Nguyễn Trần Minh Ánh", "Hoàng Bảo Ngọc"):
        near = replace(invented.birth(cast), child_name=child, registered_on="17/11/2026")
        printed(
            desk, near if "Ánh" in child else replace(near, mother_name="Hoàng Thị Vân", father_name="", father_born="")
        )
    clock.at(11, 18, 9)
    late = replace(invented.birth(cast), child_name="Lê Gia Hân", born="2/11/2026", mother_name="Hoàng Thị Vân")
    entered(desk, replace(late, registered_on="18/11/2026", father_name="", father_born=""))
    clock.at(11, 19, 9)
    entered(desk, invented.marriage(cast))
    desk.voice.take({"channel": "slip", "score": "3"})


def _today(desk: Desk, cast: Cast) -> None:
    printed(
        desk, replace(invented.birth(cast), child_name="Đinh Khánh Linh", mother_name="Đinh Thị Lệ", born="1/11/2026")
    )
    for twin in invented.twins(cast):
        entered(desk, twin)
    entered(desk, invented.death(cast))
    young = replace(invented.death(cast), deceased_name="Đặng Gia Bảo", born="2015", declarant_name="Đặng Quốc Huy")
    entered(desk, young)
    entered(desk, replace(invented.birth(cast), number="212"))
    unfinished = replace(invented.marriage(cast), husband_name="Bùi Đức Long", wife_name="")
    desk.drafts.keep(desk.drafts.begin(), unfinished)
