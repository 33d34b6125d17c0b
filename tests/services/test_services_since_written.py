"""What came to pass after a letter was written, or printed: a death, the family's no, a signatory who stepped down."""

from __future__ import annotations

from datetime import date

import pytest
from courtesy_cases import apology, thanks, written
from hand_clock import Clock
from test_services_letters import DEATH, prepared, text_of
from test_services_never_wrong import WEDDING, died
from test_services_registering import BIRTH, entered

from desk_app.services.ceremonies import Ceremonies, Place, Plan
from desk_app.services.delivery_round import DeliveryRound
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Wish
from desk_app.services.opt_outs import OptOutDesk
from desk_app.services.print_desk import PrintDesk
from desk_app.services.signatory_desk import SignatoryDesk, Typed
from desk_app.services.today import Today
from desk_app.services.trouble import Mistake


def test_a_sheet_on_the_desk_is_not_taken_to_a_house_whose_child_has_died_since_nor_to_one_that_wants_none(
    desk: Desk, clock: Clock
) -> None:
    """Printed in the morning, the death registered at noon: nobody carries the congratulation out, and no name is
    called; whoever decided to write it all the same is not asked twice."""
    child = entered(desk.register.enter(BIRTH)).id
    couple = entered(desk.register.enter(WEDDING)).id
    desk.letters.printed([one.letter for one in desk.letters.prepare_pending()[0]])
    days = Ceremonies(desk.seat)
    day = days.make(Plan(date(2026, 11, 20)))
    days.put_in(day, [Place((couple,)), Place((child,))])
    entered(desk.register.enter(died("Nguyễn Trần Minh Anh", "9/11/2026")))
    OptOutDesk(desk.seat).keep(couple)
    assert [bool(line.left_out) for line in days.open(day).lines] == [True, True]
    with pytest.raises(Mistake, match="ceremony-nothing-given"):
        days.hand_over(day, "good")
    days.drop(day)
    told = {"birth": "cháu đã mất", "marriage": "gia đình đã nói không nhận thư"}
    for queue_id, forward in (("sign", 0), ("hand", 61)):  # also after all weeks of mourning
        clock.forward(forward)
        stops = [stop for hamlet in DeliveryRound(desk.seat).hamlets() for stop in hamlet.stops]
        assert {stop.kind: stop.waits for stop in stops} == told
        (rows,) = (queue.rows for queue in Today(desk.seat).queues() if queue.id == queue_id)
        assert {row.note for row in rows} == set(told.values())
    assert all(one.refused for one in Ceremonies(desk.seat).offers())
    opened = prepared(desk.letters.prepare([child], Wish(free_line="Cháu ở mãi với xã.", anyway="gia đình xin giữ")))
    desk.letters.printed([opened.letter])
    stops = [stop for hamlet in DeliveryRound(desk.seat).hamlets() for stop in hamlet.stops]
    assert {stop.kind: stop.waits for stop in stops} == told | {"birth": ""}


def test_a_letter_nobody_printed_is_written_anew_when_its_signer_steps_down_and_a_printed_one_stays(
    desk: Desk, clock: Clock
) -> None:
    printed, waiting = (
        prepared(desk.letters.prepare([entered(desk.register.enter(draft)).id], Wish())) for draft in (DEATH, BIRTH)
    )
    desk.letters.printed([printed.letter])
    apology_written, thanked = (written(desk.courtesy.prepare(draft)) for draft in (apology(), thanks()))
    days = Ceremonies(desk.seat)
    day = days.make(Plan(date(2026, 11, 25)))
    days.put_in(day, [Place((), thanked)])
    signers = SignatoryDesk(desk.seat)
    clock.forward(2)
    signers.end(signers.all()[0].one, date(2026, 11, 21))
    table = PrintDesk(desk.seat)
    rows = table.waiting()
    assert all(any("ký đến hết 21/11/2026" in stop for stop in table.sheet(row, "black").stops) for row in rows)
    assert (table.prepare(rows).letters, desk.letters.prepare_pending()[0], days.prepare(day).letters) == ((), (), ())
    signers.add(Typed("Vũ Thị Thanh Hà", "CHỦ TỊCH", date(2026, 11, 22)))
    (thanked_anew,) = days.prepare(day).letters
    done = {one.letter for one in desk.letters.prepare_pending()[0]}
    assert (len(done), done & {waiting.letter, apology_written, thanked}) == (3, set())
    assert all("Vũ Thị Thanh Hà" in text_of(desk.letters.pdf([letter])) for letter in done)
    assert [line.letter for line in days.open(day).lines] == [thanked_anew]
    with desk.seat.reading() as reading:
        states = {id: reading.letters.get(id).state for id in (printed.letter, waiting.letter, thanked)}
    assert states == {printed.letter: "printed", waiting.letter: "void", thanked: "void"}
