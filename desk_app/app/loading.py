"""What is imported behind the lock while a password is typed, and every page that is built."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from desk_app.app.options import Asked

if TYPE_CHECKING:
    from desk_app.services.desk import Desk
    from desk_app.ui.ask import Asker
    from desk_app.ui.first_run.model import Door as FirstDoor
    from desk_app.ui.jobs import Jobs
    from desk_app.ui.page import PageMaker
    from desk_app.ui.shell.window import MainWindow

HEAVY = (
    "desk_app.house",
    "desk_app.services.doorplate",
    "desk_app.ui.shell.window",
    "desk_app.ui.take_back.view",
    "desk_app.ui.told",
    "reportlab.pdfgen.canvas",
    "pypdfium2",
)


def load(makers: Callable[[], object]) -> None:
    """Import what opening a register needs and make the search for places ready, while the password is typed."""
    for name in HEAVY:
        import_module(name)
    makers()
    from desk_app.house import unit_table

    unit_table().ready()


def pages() -> Mapping[str, PageMaker]:
    """Every page that is built, in the order of the side bar."""
    return {**_daily_pages(), **_other_pages(), **_brought_pages()}


def _daily_pages() -> Mapping[str, PageMaker]:
    from desk_app.ui.ceremony.view import CeremonyPage
    from desk_app.ui.courtesy.view import CourtesyPage
    from desk_app.ui.find.view import FindPage
    from desk_app.ui.form.form_page import FormPage
    from desk_app.ui.month.view import MonthPage
    from desk_app.ui.printing.view import PrintingPage
    from desk_app.ui.ratings.view import RatingsPage
    from desk_app.ui.reports.view import ReportsPage
    from desk_app.ui.settings.view import SettingsPage
    from desk_app.ui.today.view import TodayPage

    return {
        "today": TodayPage,
        "find": FindPage,
        "form": FormPage,
        "courtesy": CourtesyPage,
        "printing": PrintingPage,
        "ceremony": CeremonyPage,
        "ratings": RatingsPage,
        "reports": ReportsPage,
        "month": MonthPage,
        "settings": SettingsPage,
    }


def _other_pages() -> Mapping[str, PageMaker]:
    from desk_app.ui.books.view import BooksPage
    from desk_app.ui.copies.view import CopiesPage
    from desk_app.ui.criteria.view import CriteriaPage
    from desk_app.ui.deliveries.view import DeliveriesPage
    from desk_app.ui.draws.view import DrawsPage
    from desk_app.ui.evidence.view import EvidencePage
    from desk_app.ui.follow_ups.view import FollowUpsPage
    from desk_app.ui.genuine.view import GenuinePage
    from desk_app.ui.numbers.view import NumbersPage
    from desk_app.ui.papers.view import PapersPage
    from desk_app.ui.privacy.about import AboutPage
    from desk_app.ui.privacy.access import AccessPage
    from desk_app.ui.round.view import RoundPage
    from desk_app.ui.scanner.view import ScannerPage
    from desk_app.ui.sessions.view import SessionsPage
    from desk_app.ui.surveys.view import SurveysPage
    from desk_app.ui.yearlog.view import YearLogPage

    return {
        "books": BooksPage,
        "numbers": NumbersPage,
        "deliveries": DeliveriesPage,
        "round": RoundPage,
        "papers": PapersPage,
        "genuine": GenuinePage,
        "copies": CopiesPage,
        "about-person": AboutPage,
        "access-log": AccessPage,
        "scanner": ScannerPage,
        "draws": DrawsPage,
        "follow-ups": FollowUpsPage,
        "surveys": SurveysPage,
        "yearlog": YearLogPage,
        "sessions": SessionsPage,
        "evidence": EvidencePage,
        "criteria": CriteriaPage,
    }


def _brought_pages() -> Mapping[str, PageMaker]:
    from desk_app.ui.intake.view import IntakePage
    from desk_app.ui.templates.view import TemplatesPage

    return {"templates": TemplatesPage, "intake": IntakePage}


def open_register(asked: Asked, user: str, password: str) -> Desk:
    """The desk behind the right password, its door plate renewed. Raises Trouble."""
    from desk_app.house import Login, open_desk
    from desk_app.services.access_notes import done
    from desk_app.services.doorplate import renew_doorstep

    desk = open_desk(asked.data, asked.world(), Login(user, password))
    done(desk.seat, "log-in")
    renew_doorstep(desk.seat)
    return desk


def recognised(asked: Asked, user: str, password: str) -> str:
    """The user, when this is the right password. Raises Trouble."""
    from desk_app.house import Login, recognise

    recognise(asked.data, asked.world(), Login(user, password))
    return user


def set_password(asked: Asked, user: str, password: str, sheet: str) -> None:
    """A new password, for the code of the rescue sheet. Raises Trouble."""
    from desk_app.house import Login, new_password

    new_password(asked.data, asked.world(), Login(user, password), sheet)


def offer_rescue(desk: Desk, asker: Asker, jobs: Jobs, window: MainWindow) -> None:
    """Where nobody ever proved the rescue sheet, ask the administrator whether to make another one now."""
    from desk_app.ui.first_run.renew import Hands
    from desk_app.ui.first_run.renew import offer_rescue as offer

    offer(desk, Hands(asker, jobs), window)


def first_door(asked: Asked) -> FirstDoor:
    """What the first run may ask of the house."""
    from desk_app.house import Login, open_desk, set_up, unit_table
    from desk_app.services.communes import find_communes
    from desk_app.ui.first_run.model import Door as FirstDoor

    world = asked.world()
    return FirstDoor(
        find=lambda text: find_communes(unit_table(), text, world.today()),
        set_up=lambda wished, user, password: set_up(asked.data, world, Login(user, password), wished),
        open=lambda user, password: open_desk(asked.data, world, Login(user, password)),
        folder=asked.data,
        today=world.today(),
    )
