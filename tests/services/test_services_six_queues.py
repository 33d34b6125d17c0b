"""Every state of a record, a letter, a call, a draft or a line above: in which queue of Hôm nay it waits, and that it
leaves when it is done. One register is walked through all of it, and nothing may be left in any queue."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
from hand_clock import Clock
from test_services_letters import prepared
from test_services_registering import entered

from desk_app.db.ratings import Message
from desk_app.domain.drafts import BirthDraft, DeathDraft, Draft
from desk_app.house import Login, World, open_desk
from desk_app.services.calls import CallBacks
from desk_app.services.decided import Deciding
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Wish
from desk_app.services.opt_outs import OptOutDesk
from desk_app.services.print_desk import PrintDesk
from desk_app.services.print_question import OpenQuestion, PrintQuestion
from desk_app.services.queues import Queue, Row
from desk_app.services.today import Today
from tools.pretend_office import PretendOffice

WORDS = ("An", "Bình", "Chi", "Dung", "Giang", "Hoa", "Khoa", "Lâm", "Mai", "Nga", "Oanh", "Phúc", "Quân", "Sơn", "Thu")
ALSO = ("Gia", "Minh", "Ngọc", "Thanh", "Xuân")
PRINT, SIGN, HAND, CALL, DRAFT, LOOK, NOWHERE = "print", "sign", "hand", "call", "draft", "look", ""
Walk = Iterator[str]


@dataclass
class Office:
    """A desk tied to a level above, its clock, and the name of the family that the walk is about."""

    desk: Desk
    clock: Clock
    above: PretendOffice
    usb: Path
    numbers: Iterator[int] = field(default_factory=count)
    name: str = ""
    queues: tuple[Queue, ...] = ()

    def begin(self) -> None:
        which = next(self.numbers)
        self.name = f"{ALSO[which // len(WORDS)]} {WORDS[which % len(WORDS)]}"

    def birth(self, **told: str) -> BirthDraft:
        born = f"{self.clock() - timedelta(days=3):%d/%m/%Y}"
        parents = {"mother_name": f"Hồ {self.name}", "father_name": f"Tạ {self.name}"}
        child = {"child_name": f"Tạ {self.name}", "sex": "nữ", "born": born, "mother_born": "1998"}
        return replace(BirthDraft(), **{**child, **parents, "registered_on": self.day(), **told})  # type: ignore[arg-type]

    def death(self, **told: str) -> DeathDraft:
        dead = {"deceased_name": f"Vũ {self.name}", "sex": "nam", "born": "1940", "died_on": self.day()}
        return replace(DeathDraft(), **{**dead, "registered_on": self.day(), **told})  # type: ignore[arg-type]

    def day(self) -> str:
        return f"{self.clock():%d/%m/%Y}"

    def enter(self, draft: Draft) -> int:
        return entered(self.desk.register.enter(draft)).id

    def letter(self, *ids: int, anyway: str = "") -> int:
        return prepared(self.desk.letters.prepare(ids, Wish(anyway=anyway))).letter

    def printed(self) -> int:
        letter = self.letter(self.enter(self.birth()))
        self.desk.letters.printed([letter])
        return letter

    def row(self) -> Row:
        """The family's row as it was last seen."""
        (found,) = (row for queue in self.queues for row in queue.rows if self.name in f"{row.who} {row.second}")
        return found

    def where(self) -> str:
        """The queues in which the family stands; nobody else is left in any."""
        self.queues = Today(self.desk.seat).queues()
        assert all(queue.count == len(queue.rows) for queue in self.queues)
        named = [q.id for q in self.queues for row in q.rows if self.name in f"{row.who} {row.second}"]
        assert len(named) == sum(queue.count for queue in self.queues)
        assert all(queue.count or not queue.note for queue in self.queues)
        return " ".join(named)

    def aside(self, position: int) -> None:
        """The month goes up and one line comes back laid aside."""
        (bundle,) = self.desk.month.close(self.usb)
        told = ({"position": position, "reason": "figure-value"},)
        self.desk.month.receive(self.above.receipt(self.above.opened(bundle.path.read_bytes()), set_aside=told))

    def head(self) -> int:
        with self.desk.seat.reading() as reading:
            return reading.journal.head()[0]


@pytest.fixture(scope="module")
def office(made_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder, clock = tmp_path_factory.mktemp("queues"), Clock()
    shutil.copytree(made_once, folder / "quầy 1")
    desk = open_desk(folder / "quầy 1", World(clock, secrets.token_bytes, practice=True), Login("clerk", "demo"))
    above = PretendOffice(folder)
    desk.district.enrol(above.enrol(desk))
    yield Office(desk, clock, above, folder / "usb")
    desk.close()


def a_letter_from_the_save_to_the_family(office: Office) -> Walk:
    letter, question = office.letter(office.enter(office.birth())), PrintQuestion(office.desk.seat)
    question.keep(OpenQuestion((letter,)))
    yield PRINT
    (first, *_) = Today(office.desk.seat).view().reminders
    assert (first.title, first.goes, first.urgent) == ("Chưa đếm 1 tờ đã in", "printing", True)
    noted = {row.letter: row.note for row in Today(office.desk.seat).queues()[0].rows}
    assert noted[letter] == "đã sang máy in, chờ đếm tờ"
    office.desk.letters.printed([letter])
    yield SIGN
    assert first not in Today(office.desk.seat).view().reminders, "they were counted"
    office.clock.forward(1)
    yield HAND
    office.desk.letters.delivered([letter], "home", "good")
    yield NOWHERE


def a_record_voided_before_its_letter(office: Office) -> Walk:
    id = office.enter(office.birth())
    yield PRINT
    office.desk.register.void(id, "trùng")
    yield NOWHERE


def a_record_voided_over_a_sheet_on_the_table(office: Office) -> Walk:
    letter = office.printed()
    yield SIGN
    with office.desk.seat.reading() as reading:
        kept = reading.letters.get(letter)
    assert kept
    office.desk.register.void(kept.covers[0], "trùng")
    yield NOWHERE


def a_letter_that_is_written_anew_after_a_change(office: Office) -> Walk:
    id = office.enter(office.birth())
    office.letter(id)
    office.desk.register.amend(id, {"father_born": "1990"}, "gõ nhầm")
    yield PRINT
    letter = office.letter(id)
    office.desk.letters.printed([letter])
    office.desk.letters.delivered([letter], "counter", "none")
    yield NOWHERE


def twins_of_whom_one_was_entered_by_mistake(office: Office) -> Walk:
    one = office.enter(office.birth())
    two = office.enter(office.birth(child_name=f"Tạ {office.name} Em", sex="nam"))
    yield PRINT
    office.letter(one, two)
    office.desk.register.void(two, "ghi thử")
    yield PRINT
    office.desk.register.void(one, "ghi thử")
    yield NOWHERE


def a_letter_printed_while_the_clock_stood_wrong(office: Office) -> Walk:
    office.clock.forward(2)
    letter = office.printed()
    office.clock.forward(-2)
    yield SIGN
    assert office.row().due == f"in ngày {office.clock() + timedelta(days=2):%d/%m}"
    office.clock.forward(2)
    office.desk.letters.delivered([letter], "counter", "none")
    yield NOWHERE


def a_letter_nobody_comes_for(office: Office) -> Walk:
    office.printed()
    office.clock.forward(8)
    yield HAND
    assert office.row().late
    Deciding(office.desk.seat).keep_back(office.row().covers)
    yield NOWHERE


def a_family_that_wants_no_letter(office: Office) -> Walk:
    id = office.enter(office.birth(mother_born="01/02/1998"))
    yield PRINT
    OptOutDesk(office.desk.seat).keep(id)
    yield NOWHERE


def a_call_back(office: Office) -> Walk:
    with office.desk.seat.work() as work:
        body = {"phone": "0912 345 678", "text": f"Xin gọi {office.name}"}
        work.ratings.keep_message(Message(secrets.token_hex(16), office.clock().date(), "call-back", body))
        work.commit()
    yield CALL
    CallBacks(office.desk.seat).called(str(office.row().id))
    yield NOWHERE


def a_draft_given_up(office: Office) -> Walk:
    office.desk.drafts.keep(office.desk.drafts.begin(), office.birth())
    yield DRAFT
    office.desk.drafts.drop(str(office.row().id))
    yield NOWHERE


def a_draft_that_is_entered(office: Office) -> Walk:
    draft = office.desk.drafts.begin()
    office.desk.drafts.keep(draft, office.birth())
    yield DRAFT
    id = entered(office.desk.register.enter(office.birth(), draft)).id
    yield PRINT
    office.desk.register.void(id, "ghi thử")
    yield NOWHERE


def a_letter_held_back_that_a_person_opens(office: Office) -> Walk:
    id = office.enter(office.death(born="2015"))
    yield LOOK
    office.letter(id, anyway="gia đình mong nhận")
    yield PRINT
    office.desk.letters.printed([office.row().letter])
    office.desk.letters.delivered([office.row().letter], "counter", "none")
    yield NOWHERE


def a_letter_held_back_that_is_not_sent_and_then_asked_for(office: Office) -> Walk:
    id = office.enter(office.death(cause="tự tử"))
    yield LOOK
    Deciding(office.desk.seat).keep_back(office.row().covers)
    yield NOWHERE
    assert (id,) not in office.desk.letters.pending()
    table = PrintDesk(office.desk.seat)
    assert [one.covers for one in table.waiting() if office.name in one.title] == []
    assert [one.covers for one in table.waiting(also=[id]) if office.name in one.title] == [(id,)]
    office.letter(id, anyway="đổi ý")
    yield PRINT
    office.desk.register.void(id, "ghi thử")
    yield NOWHERE


def a_letter_held_back_of_a_family_that_wants_none(office: Office) -> Walk:
    id = office.enter(office.death(born="02/03/2015"))
    yield LOOK
    Deciding(office.desk.seat).keep_back([id], wish=True)
    yield NOWHERE
    assert OptOutDesk(office.desk.seat).stands(id)


def a_letter_to_a_house_that_mourns(office: Office) -> Walk:
    death = office.death(declarant_name=f"Tạ {office.name}", declarant_relation="con")
    letter = office.letter(office.enter(death))
    office.desk.letters.printed([letter])
    office.desk.letters.delivered([letter], "home", "none")
    birth = office.enter(office.birth())
    yield LOOK
    office.clock.forward(50)
    yield PRINT
    office.desk.register.void(birth, "ghi thử")
    yield NOWHERE


def a_letter_dated_before_its_record(office: Office) -> Walk:
    office.clock.forward(2)
    id = office.enter(office.birth())
    office.clock.forward(-2)
    yield LOOK
    office.clock.forward(2)
    yield PRINT
    office.desk.register.void(id, "ghi thử")
    yield NOWHERE


def a_record_that_came_in_twice_and_is_another(office: Office) -> Walk:
    one, two = (office.enter(office.birth(case="opted_out")) for _ in range(2))
    yield LOOK
    office.desk.register.amend(two, {"reasons": {"looks-alike": "hai cháu trùng tên"}}, "gia đình xác nhận")
    yield NOWHERE
    assert one < two


def a_record_that_came_in_twice_and_goes_after_months(office: Office) -> Walk:
    one, two = (office.enter(office.birth(case="opted_out")) for _ in range(2))
    office.clock.forward(100)
    yield LOOK
    office.desk.register.void(one, "trùng")
    yield NOWHERE
    assert one < two


def a_record_made_to_look_like_another(office: Office) -> Walk:
    office.enter(office.birth(case="opted_out"))
    two = office.enter(office.birth(case="opted_out", child_name="Bùi Văn Khác", mother_name="Bùi Thị Khác"))
    office.desk.register.amend(two, {"child_name": f"Tạ {office.name}", "mother_name": f"Hồ {office.name}"}, "gõ nhầm")
    office.clock.forward(100)
    yield LOOK
    office.desk.register.void(two, "trùng")
    yield NOWHERE


def a_line_laid_aside_above_that_is_mended(office: Office) -> Walk:
    id = office.enter(office.birth(case="opted_out"))
    office.aside(office.head())
    yield LOOK
    office.desk.register.amend(id, {"father_born": "1990"}, "cấp trên để riêng")
    yield NOWHERE


def a_line_laid_aside_above_that_is_looked_into(office: Office) -> Walk:
    id = office.enter(office.birth(case="opted_out"))
    office.desk.register.void(id, "ghi thử")
    office.aside(office.head())
    yield LOOK
    assert (office.row().kind, office.row().id, office.row().covers) == ("aside", office.head(), (id,))
    Deciding(office.desk.seat).looked_into(office.head())
    yield NOWHERE


def the_line_of_a_letter_laid_aside_above(office: Office) -> Walk:
    letter = office.letter(office.enter(office.birth()))
    at = office.head()
    office.desk.letters.printed([letter])
    office.desk.letters.delivered([letter], "counter", "none")
    office.aside(at)
    yield LOOK
    Deciding(office.desk.seat).looked_into(at)
    yield NOWHERE


WALKS: tuple[Callable[[Office], Walk], ...] = tuple(
    found for name, found in list(globals().items()) if name.startswith(("a_", "twins_", "the_"))
)


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.__name__)
def test_it_stands_in_its_queue_and_leaves_when_it_is_done(office: Office, walk: Callable[[Office], Walk]) -> None:
    office.begin()
    seen = [(expected, office.where()) for expected in walk(office)]
    assert [found for _, found in seen] == [expected for expected, _ in seen]
    assert seen[-1][0] == NOWHERE
