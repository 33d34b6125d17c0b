"""A commune's report as it was issued, and the same counted above from the lines that were sent: figure by figure."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from cheap_passwords import cheapen
from click.testing import CliRunner
from hand_clock import Clock

from common.counts import Answers
from common.model_report import Figures, ModelReport
from desk_app.db.journal import Entry
from desk_app.domain.drafts import BirthDraft
from desk_app.house import Login, open_desk, set_up
from desk_app.house import World as DeskWorld
from desk_app.services.desk import Desk
from desk_app.services.registering import Entered
from desk_app.services.setup import Wished
from district.cli.commands import main as district_cli
from district.enrolling import Order
from district.house import District, World, make_district
from district.keyring import Cost
from district.model_reports import YearReports
from district.paths import Folder
from district.periods import asked_span
from district.store.office import OfficeFacts
from district.users import Newcomer

PERIOD = "2026-Q4@quy-14"
OLD, COMMUNE = "26464", "26461"


@pytest.fixture
def clock() -> Clock:
    clock = Clock()
    clock.moment = datetime(2026, 11, 20, 2, 30, tzinfo=UTC)
    return clock


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    world = DeskWorld(clock, secrets.token_bytes, practice=True)
    set_up(tmp_path / "desk", world, Login("clerk", "demo"), Wished(COMMUNE, leader="Phạm Quốc Thịnh"))
    cheapen(tmp_path / "desk", "clerk", "demo")
    opened = open_desk(tmp_path / "desk", world, Login("clerk", "demo"))
    yield opened
    opened.close()


@pytest.fixture
def above(tmp_path: Path, clock: Clock) -> Iterator[District]:
    facts = OfficeFacts("75", "gopy.example", "", "2026-11-01", True, 5)
    world, cost = World(clock, secrets.token_bytes), Cost(memory=64, passes=1, lanes=1)
    office = make_district(
        (Folder(tmp_path / "above"), None), world, facts, Newcomer("officer", "administrator", "demo"), cost
    )
    yield office
    office.close()


def enrolled(desk: Desk, above: District, folder: Path) -> None:
    desk.district.card(folder / "the.mctt")
    officer = above.users.log_in("officer", "demo")
    given = above.enrolling(officer).enrol((folder / "the.mctt").read_bytes(), Order(COMMUNE))
    above.refresh_public(officer.open_secrets())
    (folder / "khoa.mctt").write_bytes(given.raw)
    desk.district.enrol(folder / "khoa.mctt")


def told(desk: Desk, kind: str, on: date, figures: dict[str, object], subject: str = "", version: int = 1) -> str:
    """A line of the journal as the acts of the desk write it."""
    subject = subject or secrets.token_hex(16)
    shared = b"{}" if kind in ("registered", "amended") else None
    with desk.seat.work() as work:
        work.journal.append(Entry(kind, on, subject, version, figures, shared, b"{}"))
        work.commit()
    return subject


def registered(desk: Desk, on: date, at: int) -> None:
    """A registration in the book of either commune; its letter printed, most of them handed over ten days later."""
    unit, event = (OLD, "birth") if at % 4 == 0 else (COMMUNE, ("birth", "marriage", "death")[at % 3])
    rest = {"registration_type": 1, "lateness": "none", "flags": [], "late": int(at % 5 == 0)}
    told(desk, "registered", on, {"event": event, "registered_on": on.isoformat(), "unit": unit, **rest})
    letter = told(desk, "letter-prepared", on, {"letter": event, "covers": 1 + at % 2})
    told(desk, "letter-printed", on, {"letter": event, "copies": 1, "reprint": 0}, letter)
    if at % 6:
        later = on + timedelta(days=10)
        given = {"letter": event, "delivered_on": later.isoformat(), "way": "home", "reaction": "good"}
        told(desk, "letter-delivered", later, given, letter)


def a_year(desk: Desk) -> None:
    """Around both edges of the quarter: what was said, met, praised; follow-ups and a survey."""
    first = BirthDraft(
        child_name="Nguyễn Minh Anh", born="9/9/25", mother_name="Trần Thị Mẹ", registered_on="10/09/2025"
    )
    assert isinstance(desk.register.enter(first), Entered)
    for at in range(48):
        registered(desk, date(2025, 9, 10) + timedelta(days=9 * at), at)
    session = {"held_on": "2026-09-15", "citizens": 42, "bodies": 2}
    told(desk, "session", date(2026, 9, 15), session)
    said = {"held_on": "2026-09-15", "field": "land", "answer": "promised", "due_on": "2026-10-01"}
    opinion = told(desk, "session-opinion", date(2026, 9, 15), said)
    told(desk, "session-opinion", date(2026, 12, 14), {**said, "done_on": "2026-12-14"}, opinion, 2)
    told(desk, "session-opinion", date(2026, 9, 15), {**said, "field": "reform"})
    told(desk, "meeting", date(2026, 9, 14), {"held_on": "2026-09-14", "what": "complaint", "n": 3, "settled": 1})
    told(desk, "meeting", date(2026, 10, 2), {"held_on": "2026-10-02", "what": "reception", "n": 17})
    told(desk, "conduct", date(2026, 10, 9), {"told_on": "2026-10-09", "found": "open"})
    praise = {"given_on": "2026-12-14", "to": "body", "merit": "results"}
    told(desk, "commendation", date(2026, 12, 14), praise)
    task = told(desk, "follow-up-opened", date(2026, 9, 12), {"source": "answer", **_due("2026-09-12", "2026-09-24")})
    told(desk, "follow-up-done", date(2026, 9, 20), {"outcome": "fixed", "done_on": "2026-09-20"}, task)
    survey = {"survey": "regular", "by": "front", "respondents": "people", "scale": 3, "asked": {}, "n": 20}
    days = {"began_on": "2026-10-01", "ended_on": "2026-10-20", "handed": 40, "returned": 21}
    told(desk, "survey-tally", date(2026, 10, 21), {**survey, **days, "by_score": {"3": 12, "1": 8}})


def _due(opened: str, due: str) -> dict[str, str]:
    return {"opened_on": opened, "due_on": due}


def sent(desk: Desk, above: District, folder: Path) -> None:
    (bundle,) = desk.month.close(folder)
    sitting = above.sitting(above.users.log_in("officer", "demo"))
    assert sitting.receive(bundle.path.read_bytes()).verdict == "accepted"


def part(figures: Figures | None) -> object:
    """What has to be equal: all but the answers to letters, which the office tells in pools of its own."""
    return figures and replace(figures, report=replace(figures.report, ratings=Answers()))


def same(theirs: ModelReport, ours: ModelReport) -> None:
    assert part(theirs.figures) == part(ours.figures)
    assert (part(theirs.before), part(theirs.last_year)) == (part(ours.before), part(ours.last_year))
    assert (theirs.months, theirs.units) == (ours.months, ours.units)
    assert (theirs.period, theirs.as_of, theirs.asked) == (ours.period, ours.as_of, ours.asked)
    assert (theirs.evidence.letters, theirs.evidence.handed) == (ours.evidence.letters, ours.evidence.handed)


def test_what_a_commune_issued_is_what_the_office_above_counts(
    desk: Desk, above: District, clock: Clock, tmp_path: Path
) -> None:
    enrolled(desk, above, tmp_path)
    a_year(desk)
    clock.moment = datetime(2026, 12, 14, 9, tzinfo=UTC)
    first = desk.yearly.issue(PERIOD, "125/BC-UBND")
    clock.moment = datetime(2027, 1, 4, 9, tzinfo=UTC)
    registered(desk, date(2026, 12, 14), 3)
    again = desk.yearly.issue(PERIOD, "126/BC-UBND", "ghi thêm vào sổ")
    sent(desk, above, tmp_path)

    reports, period = YearReports(above.store, above.places, above.units, above.facts.unit), asked_span(PERIOD)
    recounted = reports.report(period, date(2027, 1, 4), COMMUNE)
    assert recounted is not None
    assert sum(again.report.figures.report.events.values()) == sum(first.report.figures.report.events.values()) + 1
    assert again.report.figures.year.late == 1
    assert len(again.report.units) == 2
    same(recounted, again.report)
    for name in ("2026", "2026-Q3@quy-14", "2026-10", "2026-09-14..2026-09-15"):
        theirs = reports.report(asked_span(name), date(2027, 1, 4), COMMUNE)
        assert theirs is not None
        same(theirs, desk.yearly.report(name))

    row = reports.commune(COMMUNE, period, date(2027, 1, 4))
    assert row is not None
    issued = row.told.issued_of(period)
    assert issued is not None
    assert (issued.version, issued.digest, issued.older) == (2, again.issued.digest, (first.issued.digest,))
    assert (issued.since, issued.on) == (date(2026, 12, 14), date(2027, 1, 4))
    above.close()
    line = ["--data", str(tmp_path / "above"), "--now", "2027-01-04", "reports", "issued", PERIOD]
    said = CliRunner().invoke(district_cli, line, env={"DISTRICT_USER": "officer", "DISTRICT_PASSWORD": "demo"})
    assert f"bản 2, 04/01/2027, dấu {again.issued.digest[:4]} " in said.output
