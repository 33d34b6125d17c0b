"""What is played before a folder is kept: every kind of thing a register can hold, each in every state."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

from common.names import fold
from demo import births, deaths, marriages
from demo.communes import COMMUNES, DISTRICT, HOST
from demo.visits import Visit
from desk_app import house
from desk_app.domain.drafts import BirthDraft, DeathDraft, MarriageDraft, draft_from
from desk_app.services.calls import CallBacks
from desk_app.services.desk import Desk
from desk_app.services.doorplate import renew_doorstep
from desk_app.services.people import Called
from desk_app.services.print_question import OpenQuestion, PrintQuestion
from desk_app.services.printers import Printers, PrinterSetup, keep_printers
from desk_app.services.registering import Entered
from desk_app.services.second_look import SecondLook
from desk_app.services.setup import Wished
from desk_app.settings import Settings, keep_settings
from district import house as office_house
from district.enrolling import Order
from district.paths import Folder
from district.store.office import OfficeFacts
from district.store.public_store import Words
from district.users import Newcomer
from exchange.token import peek
from tools.release_file.play_letters import play_letters, settle_signs
from tools.release_file.stage import (
    ADMINISTRATOR,
    CHEAP_OFFICE,
    CLERK,
    LEADER,
    OFFICER,
    PASSWORD,
    Stage,
    desk_world,
    office_world,
)

COMMUNE = COMMUNES[0]
BASIS = "Công văn số 12/UBND-TP"
AGREED = "Chủ tịch đồng ý gửi kèm tên"
VOID = "Ghi thử khi tập, không có người đến đăng ký"
SECOND_PLACE = Path("E:/SAO LUU")


def play(stage: Stage) -> None:
    """Two months of one desk and its office; both are closed at the end."""
    _set_up(stage)
    _enrol(stage)
    _april(stage)
    _send_april(stage)
    _may(stage)
    _leave_open(stage)


def _set_up(stage: Stage) -> None:
    world, login = desk_world(stage.clock), house.Login(ADMINISTRATOR, PASSWORD)
    wished = Wished(COMMUNE.code, COMMUNE.leader, COMMUNE.title, COMMUNE.phone, "01/2024", officer="Lê Thu Hằng")
    stage.rescue = house.set_up(stage.folder, world, login, wished).recovery_code
    facts = OfficeFacts(DISTRICT, HOST, "0256 000 0550", stage.clock().date().isoformat(), True, 5)
    first, folder = Newcomer(OFFICER, "administrator", PASSWORD), Folder(stage.office_folder)
    office_house.make_district((folder, None), office_world(stage.clock), facts, first, CHEAP_OFFICE).close()
    with stage.desk() as desk:
        desk.people.add(LEADER, "leader", PASSWORD)
        desk.people.add(CLERK, "clerk", PASSWORD)
        desk.people.call(ADMINISTRATOR, Called("Lê Thu Hằng", "chị", "công chức tư pháp"))
        desk.people.call(CLERK, Called("H’Lan Niê", "cô"))
        desk.settings.put("support", "0256 000 0111")
        desk.settings.put("second-person", "yes")
        settle_signs(desk)


def _enrol(stage: Stage) -> None:
    with stage.desk() as desk, stage.office() as office:
        card = desk.district.card_into(stage.slips)
        enrolling = office.enrolling(office.users.log_in(OFFICER, PASSWORD))
        order = Order(COMMUNE.code, "register", BASIS, COMMUNE.phone, hold=True)
        enrolled = enrolling.enrol(card.read_bytes(), order)
        (stage.slips / enrolled.name).write_bytes(enrolled.raw)
        words = desk.district.enrol(stage.slips / enrolled.name, hold=True).words().words
        desk.district.confirm(" ".join(words))
        desk.district.send_names(AGREED)
        enrolling.confirm(enrolled.desk, words)
        office.refresh_public(office.users.log_in(OFFICER, PASSWORD).open_secrets())


def _april(stage: Stage) -> None:
    stage.clock.set("2024-04-10", 9)
    chance, on = Random(64), stage.clock().date()
    several = [
        *births.twins(chance, COMMUNE, on),
        *(make(chance, COMMUNE, on) for make in (births.longest_name, births.late)),
        marriages.highland(chance, COMMUNE, on),
        *(make(chance, COMMUNE, on) for make in (deaths.year_only, deaths.late)),
    ]
    with stage.desk(CLERK) as desk:
        first = _enter(desk, births.single_mother(chance, COMMUNE, on))
        desk.care.look_after()
        entered = [first, *(_enter(desk, visit) for visit in several)]
        letters = [made.letter for made in desk.letters.prepare_pending()[0]]
        desk.letters.printed(letters)
        desk.letters.printed(letters[:1], copies=2, reason="Máy in kéo lệch giấy")
        desk.letters.delivered(letters[:3], "counter", "good")
        desk.letters.delivered(letters[3:5], "home", "none")
        desk.letters.delivered(letters[5:6], "ceremony", "bad")
        desk.register.amend(entered[0], {"birth_place": "Trạm Y tế xã Phước Quang"}, "Gõ nhầm nơi sinh")
        desk.register.void(entered[-1], VOID)
    stage.clock.set("2024-04-11", 19)
    _answer(stage, letters)


def _enter(desk: Desk, visit: Visit) -> int:
    draft = draft_from(visit.event, visit.draft({}))
    done = desk.register.enter(replace(draft, reasons={"late-birth": "Gia đình ở xa"}))
    if not isinstance(done, Entered):
        raise AssertionError([problem.code for problem in done])
    return done.id


def _answer(stage: Stage, letters: list[int]) -> None:
    """Every family with a code answers; some say why, two ask to be called."""
    with stage.desk() as desk, desk.seat.reading() as reading:
        codes = [letter.code for id in letters if (letter := reading.letters.get(id)) and letter.code]
    with stage.office() as office, office.store.reading() as work:
        recipient = work.desks.all()[0].receiving_key
        for place, code in enumerate(codes):
            token = peek(code)
            if token is None:
                raise AssertionError(code)
            answered = office.public.answer(token, 3 - place % 2, stage.clock(), channel=("qr", "code")[place % 2])
            words = Words(("waiting",), "Chờ hơi lâu", place < 3, "0905 000 11" + str(place) if place < 2 else "")
            office.public.add_words(token, answered.change_key or "", words, stage.clock(), recipient)


def _send_april(stage: Stage) -> None:
    stage.clock.set("2024-05-02", 8)
    with stage.desk() as desk, stage.office() as office:
        with desk.seat.reading() as reading:
            head = reading.journal.head()[0]
        SecondLook(desk.seat).confirm(LEADER, PASSWORD, head)
        (bundle,) = desk.month.close(stage.slips, "2024-04")
        decision = office.sitting(office.users.log_in(OFFICER, PASSWORD)).receive(bundle.path.read_bytes())
        if decision.verdict != "accepted" or decision.receipt is None:
            raise AssertionError(decision)
        (stage.slips / decision.receipt.name).write_bytes(decision.receipt.raw)
        received = desk.month.receive(stage.slips / decision.receipt.name)
        if not received.batches or not received.messages:
            raise AssertionError("the receipt shall bring answers and somebody to call")
        desk.settings.put("second-person", "no")


def _may(stage: Stage) -> None:
    """A bundle that has gone without a receipt, then letters in the two states that were missing."""
    stage.clock.set("2024-05-20", 10)
    chance, on = Random(65), stage.clock().date()
    with stage.desk(CLERK) as desk:
        for make in (births.highland, marriages.ordinary):
            _enter(desk, make(chance, COMMUNE, on))
        ready = [made.letter for made in desk.letters.prepare_pending()[0]]
        desk.letters.printed(ready[:1])
        play_letters(desk, *(_enter(desk, marriages.ordinary(chance, COMMUNE, on)) for _ in range(2)))
        desk.voice.take({"channel": "slip", "score": "3", "comment": "Dễ hiểu", "on": "2024-05-20"})
        desk.voice.take({"channel": "phone", "score": "1", "on": "2024-05-20"})
        stage.clock.set("2024-06-03", 8)
        (bundle,) = desk.month.close(stage.slips, "2024-05")
        bundle.path.replace(stage.office_folder / bundle.path.name)
        _enter(desk, deaths.elder(chance, COMMUNE, stage.clock().date()))
        _enter(desk, births.ordinary(chance, COMMUNE, stage.clock().date()))


def _leave_open(stage: Stage) -> None:
    """Everything that stands half done on an ordinary evening."""
    stage.clock.set("2024-06-04", 16)
    with stage.desk(ADMINISTRATOR) as desk:
        desk.care.choose_second_place(SECOND_PLACE)
        with desk.seat.reading() as reading:
            waiting = CallBacks.waiting(reading)
            (prepared,) = [letter.id for letter in reading.letters.waiting("prepared")]
        CallBacks(desk.seat).called(waiting[0].message_id)
        PrintQuestion(desk.seat).keep(OpenQuestion((prepared,), 1))
        half = BirthDraft(child_name="Nguyễn Hoàng Kh", born="2/6", mother_name=fold("Võ Thị Mai"))
        desk.drafts.keep(desk.drafts.begin(), half, "Chúc bé mau lớn")
        desk.drafts.keep(desk.drafts.begin(), MarriageDraft(husband_name="Trần Công Danh", wife_name="Lý"))
        desk.drafts.keep(desk.drafts.begin(), DeathDraft(deceased_name="Huỳnh Thị Sáu", died_on="1/6/2024"))
        renew_doorstep(desk.seat)
    keep_printers(stage.folder, Printers("Canon LBP 2900", {"Canon LBP 2900": PrinterSetup("black", 5, -3)}))
    keep_settings(stage.folder, Settings(115, 20))
