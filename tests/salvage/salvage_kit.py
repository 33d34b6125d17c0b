"""A real register of 300 registrations, and bytes overwritten in copies of it."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

from cheap_passwords import cheapen
from hand_clock import Clock

from common.dates import PartialDate
from common.names import PersonName
from desk_app.db.engine import Tuning, connect
from desk_app.db.keyring import Keyring
from desk_app.db.register import Register
from desk_app.domain.courtesy_drafts import courtesy_from
from desk_app.domain.events import AnyRegistration, Birth, Death, Marriage
from desk_app.domain.people import CitizenId, Declarant, Person
from desk_app.house import Login, World, open_desk, set_up
from desk_app.services.delivery import Delivery, Given
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.lines import registration_entry
from desk_app.services.numbering import NumberBook
from desk_app.services.setup import Wished
from desk_app.services.taking_back import Key

LOGIN = Login("clerk", "demo")
KEY = Key(LOGIN.user, LOGIN.password)
UNIT, BOOK = "26461", "01/2026"
ENTERED, BIRTH_LETTERS = 300, 3
LETTERS = BIRTH_LETTERS + 2
THANKED, EXCUSED = "Đinh Văn Sơn", "Hoàng Thị Vân"
ALBUM = "ảnh 17, tập ảnh buổi lễ 2026"
FORMULA = "=1+1"
KNOWN_NAME, KNOWN_ID = "Nguyễn Trần Minh Thương", 151
DAY = Clock().moment.date()
GIVEN = ("Anh", "Bảo", "Châu", "Dũng", "Hạnh", "Khoa", "Lan", "Minh", "Ngọc", "Quân")
HOME = "thôn Tân Lập, xã Xuân Định, thành phố Đồng Nai"
PAGE = 4096


@dataclass(frozen=True, slots=True)
class Made:
    """The folder of a closed register, its data key, the recovery code, and what was entered, oldest first."""

    folder: Path
    data_key: bytes
    recovery: str
    entered: tuple[AnyRegistration, ...]

    @property
    def file(self) -> Path:
        return self.folder / "register.db"


def make_register(folder: Path) -> Made:
    """Births, marriages and deaths; one name in it is known to the tests; a draft, letters, one amended, one void."""
    world = World(Clock(), secrets.token_bytes, practice=True)
    first = set_up(folder, world, LOGIN, Wished(UNIT, leader="Phạm Quốc Thịnh", phone="0200 3555 018"))
    cheapen(folder, LOGIN.user, LOGIN.password)
    desk = open_desk(folder, world, LOGIN)
    with desk.seat.work() as work:
        for number in range(ENTERED):
            registration, subject = _registration(number), desk.seat.subject()
            added = work.registrations.add(registration, subject)
            numbered = replace(registration, number=added.number)
            work.journal.append(registration_entry(desk.seat, "registered", (subject, 1), numbered))
        work.drafts.keep("bài dở", "birth", '{"child_name":"Lê Gia Hân"}', "2026-11-20T09:00:00")
        work.commit()
    for id in range(1, BIRTH_LETTERS + 1):
        wish = Wish(anyway="các việc mẫu ở chung một nhà")
        assert isinstance(desk.letters.prepare([id * 3 - 2], wish), Prepared)
    _beside_letters(desk)
    desk.register.amend(7, {"hamlet": "thôn Bắc"}, "gõ nhầm")
    desk.register.void(8, "ghi trùng")
    with desk.seat.reading() as reading:
        kept = [reading.registrations.get(id) for id in range(1, ENTERED + 1)]
    desk.close()
    key = Keyring(folder, os.urandom).unwrap(LOGIN.user, LOGIN.password)
    return Made(folder, key, first.recovery_code, tuple(one.registration for one in kept if one))


def _beside_letters(desk: Desk) -> None:
    """Thanks and an apology, a number on each and on one letter more; one handed over with evidence, one came back."""
    gift = {"outcome": "Con đường thôn Bến Trà rộng thêm hai mét", "deed": "120 mét vuông đất vườn gia đình hiến tặng"}
    manner = {"on": "19/11/2026", "errand": "chứng thực bản sao"}
    thanks = {"kind": "gift", "to_address": "ông", "to_name": THANKED, "household": "1", **gift}
    apology = {"kind": "manner", "to_address": "bà", "to_name": EXCUSED, **manner}
    wish = Wish(signatory="Phạm Quốc Thịnh")  # kept in a table of the same columns
    for letter, typed in (("thanks", thanks), ("apology", apology)):
        assert isinstance(desk.courtesy.prepare(courtesy_from(letter, typed), wish=wish), Prepared)
    first, *_, given, back = range(1, LETTERS + 1)
    desk.letters.printed([first, given, back])
    NumberBook(desk.seat).give([first, given, back])
    delivery = Delivery(desk.seat)
    delivery.hand_over([given, back], Given("home", "good", "Hội Liên hiệp Phụ nữ xã", ALBUM))
    delivery.came_back([back], "Đi vắng dài ngày")


def _registration(number: int) -> AnyRegistration:
    on = DAY - timedelta(days=number % 90)
    common = {"registered_on": on, "unit": UNIT, "book": BOOK, "declarant": Declarant(PersonName("Vũ Văn Hòa"), "bác")}
    common |= {"hamlet": FORMULA} if number == 0 else {}
    who = KNOWN_NAME if number == KNOWN_ID - 1 else f"Nguyễn Trần {GIVEN[number % 10]} {GIVEN[number // 10 % 10]}"
    if number % 3 == 0:
        child = _person(who, PartialDate.of(on - timedelta(days=9)))
        parents = {"mother": _person("Trần Thị Lan", PartialDate(1996, 3, 2)), "father": _person("Lê Văn Sáu")}
        return Birth(**common, child=child, birth_place="Trạm y tế xã", **parents)  # type: ignore[arg-type]
    if number % 3 == 1:
        pair = {"husband": _person("Y Moan Êban", PartialDate(1998)), "wife": _person(who, PartialDate(1999, 5))}
        return Marriage(**common, **pair)  # type: ignore[arg-type]
    died = PartialDate.of(on - timedelta(days=3))
    return Death(**common, deceased=_person(who, PartialDate(1950)), died_on=died)  # type: ignore[arg-type]


def _person(name: str, born: PartialDate | None = None) -> Person:
    digits = CitizenId("075196012345") if born and born.year == 1996 else None
    about = {"residence": HOME, "ethnic_group": "Kinh", "nationality": "Việt Nam", "citizen_id": digits}
    return Person(PersonName(name), born, **about)  # type: ignore[arg-type]


def copy_of(made: Made, folder: Path) -> Path:
    """A copy to damage."""
    return Path(shutil.copytree(made.folder, folder))


def last_root(made: Made) -> int:
    """The last of the pages on which tables and indexes begin; what was entered lies behind it."""
    connection = connect(made.file, made.data_key, Tuning())
    found: int = connection.execute("SELECT max(rootpage) FROM sqlite_master").fetchone()[0]
    connection.close()
    return found


def overwrite(folder: Path, place: int, raw: bytes, name: str = "register.db") -> None:
    """Other bytes in the place of those that stand there; the length stays."""
    with (folder / name).open("r+b") as file:
        file.seek(place)
        file.write(raw)


def copy_on_a_stick(made: Made, stick: Path) -> Path:
    """A copy as the program makes them, with its own keyring; gives the stick."""
    copy = stick / "SAO-LUU_2026-11-20_093000_viec-300_thu-6"
    copy.mkdir(parents=True)
    for name in ("register.db", "keyring.json"):
        (copy / name).write_bytes((made.folder / name).read_bytes())
    return stick


def break_keyring(folder: Path) -> None:
    """Neither of its two files says anything any more."""
    for path in folder.glob("keyring*.json"):
        path.write_bytes(b"{}")


def prints(folder: Path) -> dict[str, str]:
    """Every file of a folder by its digest."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest() for path in files}


def read_by_sqlite(made: Made, folder: Path) -> Iterator[AnyRegistration]:
    """What SQLite itself reads of a copy that opens."""
    register = Register.open(folder, made.data_key, os.urandom)
    with register.reading() as reading:
        yield from (kept.registration for kept in reversed(reading.registrations.newest(ENTERED)))
    register.close()
