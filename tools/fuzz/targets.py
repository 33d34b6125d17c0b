"""What is done with a bent file, and what must hold of it: a named verdict, or the genuine document, or (where the desk
signed it itself) lines of which each counts or is set aside by name, and reports that can still be made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any, cast

from common.counts import Answers
from common.month_counts import added, report_of
from common.periods import read_period
from district.dashboards import StoreWall
from district.recounting import recounts
from district.reports import figures
from district.sitting import Decision, Sitting
from district.store.store import Store
from district.upkeep import broken_chains
from exchange.bundle import Sender, open_bundle, read_lines
from exchange.card import read_card
from exchange.enrolment import open_enrolment
from exchange.note import SealedNote, read_note
from exchange.receipt import open_receipt
from exchange.update import open_update
from exchange.verdicts import ANSWERED, VERDICTS, Refused
from tools.fuzz import makers
from tools.fuzz.bits import bent
from tools.fuzz.makers import OUTSIDE, Bent, Paper
from tools.fuzz.moments import Moments, moments_of
from tools.fuzz.papers import NOW, Road, make_road

PERIODS = ("2026-10", "2026", "0001", "9999-12", "2020-01-01..2030-12-31")
Make = Callable[[Random], Bent]
Look = Callable[[Bent], str]


@dataclass(frozen=True)
class Target:
    """Files of one kind, how one is made, and what is done with it: gives a word for the report, or raises."""

    make: Make
    look: Look
    weight: int = 10


@contextmanager
def targets_in(folder: Path) -> Iterator[Mapping[str, Target]]:
    """Every target, over one office in this folder, of which nothing is kept."""
    road = make_road(folder)
    try:
        with moments_of(road.district.store) as moments:
            yield _documents(road) | _office(road, moments)
    finally:
        road.district.close()


def _documents(road: Road) -> dict[str, Target]:
    """Each kind of document, opened as its receiver opens it."""
    office, card = road.office.public.verify, road.enrolled.enrolment.card
    found = {
        "bundle": (makers.bundle_papers(road), lambda raw: _bundle(road, raw)),
        "card": (makers.card_papers(road), read_card),
        "enrolment": (makers.enrolment_papers(road), lambda raw: open_enrolment(raw, road.desk, card)),
        "receipt": (makers.receipt_papers(road), lambda raw: open_receipt(raw, road.desk, office)),
        "update": (makers.update_papers(road), lambda raw: _update(raw, office)),
    }
    targets = {name: _document(papers, opening) for name, (papers, opening) in found.items()}
    sealed = [
        road.sealed(raw, up=False) for raw in (b'{"on":"2026-10-30","text":"Xin"}', b'{"on":"2026-10-30","phone":"1"}')
    ]
    return targets | {
        "note": Target(lambda dice: Bent("note", bent(dice, *sealed), b""), lambda one: _note(road, one), 4)
    }


def _document(papers: tuple[Paper, Paper], opening: Callable[[bytes], Any]) -> Target:
    genuine = {paper.file: opening(paper.file) for paper in papers}

    def make(dice: Random) -> Bent:
        first, second = dice.sample(papers, 2)
        return makers.bend(dice, first, second)

    def look(one: Bent) -> str:
        try:
            opened = opening(one.raw)
        except Refused as refused:
            return f"{VERDICTS[VERDICTS.index(refused.verdict)]}: {refused.detail}"
        if one.layer in OUTSIDE:
            assert opened in genuine.values(), "opened, and it is not what was signed"
        return "opened"

    return Target(make, look)


def _bundle(road: Road, raw: bytes) -> Any:
    """A bundle as the office opens it, its lines read: never refused any more, each line taken or named."""
    enrolment = road.enrolled.enrolment
    sender = Sender(road.desk.public.verify, enrolment.unit, enrolment.desk, road.register.hex(), "register")
    opened = open_bundle(raw, road.office, {road.desk.key_id: sender}.get)
    read = read_lines(opened)
    taken = [line.position for line in read.lines]
    aside = [one.position for one in read.set_aside if not one.reason.startswith("part-")]
    assert sorted(taken + aside) == [line.position for line in opened.lines]
    return opened.document, opened.lines


def _update(raw: bytes, office: str) -> Any:
    opened = open_update(raw, office)
    return opened.document, opened.raw, opened.parts


def _note(road: Road, one: Bent) -> str:
    import base64

    found = read_note(SealedNote(id="0d" * 16, sealed=base64.b64encode(one.raw).decode()[:16_384]), road.desk)
    return "unread" if found is None else "read"


def _office(road: Road, moments: Moments) -> dict[str, Target]:
    """Bundles on the office's table: taken in whole, and reports made, or nothing changed at all."""
    sitting = replace(road.sitting, store=moments)
    papers = makers.bundle_papers(road)

    def look(one: Bent) -> str:
        with moments.tried():
            return _taken(road, sitting, moments, one)

    return {
        "office": Target(lambda dice: makers.bend(dice, *dice.sample(papers, 2)), look, 3),
        "lying desk": Target(lambda dice: makers.lying_bundle(dice, road), look, 6),
        "lying names": Target(lambda dice: makers.lying_names(dice, road), look, 2),
    }


def _taken(road: Road, sitting: Sitting, moments: Moments, one: Bent) -> str:
    before = moments.digest()
    decision = sitting.receive(one.raw)
    assert decision.verdict in VERDICTS
    if decision.verdict not in ANSWERED:
        assert decision.receipt is None
        assert moments.digest() == before, "refused, and something changed"
        return f"{decision.verdict}: {decision.detail}"
    _answered(road, moments, decision)
    after = moments.digest()
    again = sitting.receive(one.raw)
    assert moments.digest() == after, "the same file again changed something"
    assert again.verdict in (decision.verdict, "already-accepted")
    if decision.verdict == "forked":
        sitting.settle(decision.desk, sitting.look_at_fork(decision.desk).after, "hỏng ổ đĩa")
    _counted(road, moments)
    return decision.verdict


def _answered(road: Road, moments: Moments, decision: Decision) -> None:
    assert decision.receipt is not None
    receipt = open_receipt(decision.receipt.raw, road.desk, road.office.public.verify).receipt
    assert receipt.verdict == decision.verdict
    with moments.reading() as work:
        held = work.lines.digest_at(decision.desk, receipt.upto) if receipt.upto else road.digest(0)
        lines = list(work.lines.counted(decision.desk))
        aside = work.lines.aside(decision.desk)
    assert held is not None
    assert held.hex() == receipt.digest_at_upto
    assert decision.verdict == "forked" or len(lines) + len(aside) == receipt.upto


def _counted(road: Road, moments: Moments) -> None:
    """Whatever the lines say, every report can be made, no figure in it is below nothing, and the figures kept by month
    say the same."""
    store = cast(Store, moments)
    with moments.reading() as work:
        assert not list(broken_chains(work))
        desks = work.desks.all()
        for period in PERIODS:
            report = figures(work, desks, read_period(period))
            counts = [*report.events.values(), *report.reactions.values(), *report.ratings.by_channel.values()]
            counts += [n for stages in report.letters.values() for n in stages.values()]
            assert min(counts) >= 0, "a figure below nothing"
        october = figures(work, desks, read_period("2026-10"))
    kept = added(recount.month("2026-10") for recount in recounts(store, (2026,)).values())
    assert report_of(kept, october.period, Answers()) == october
    StoreWall(store, road.district.places).wall(2026, NOW.date())
