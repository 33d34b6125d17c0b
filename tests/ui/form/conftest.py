"""A real desk for the forms, copied from one that is made once."""

from __future__ import annotations

import gc
import secrets
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cheap_passwords import cheapen
from form_hands import Hands
from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app import paths
from desk_app.house import Login, World, open_desk, set_up
from desk_app.services.desk import Desk
from desk_app.services.setup import Wished
from desk_app.ui.actions import ACTIONS
from desk_app.ui.ask import Asker
from desk_app.ui.form.form_page import FormPage
from desk_app.ui.jobs import Jobs
from desk_app.ui.page import Around
from desk_app.ui.theme.look import dress

LOGIN = Login("clerk", "demo")


@pytest.fixture(scope="session")
def form_world() -> World:
    return World(lambda: datetime(2026, 11, 20, 9, 30, tzinfo=UTC), secrets.token_bytes, practice=True)


@pytest.fixture(scope="session")
def form_desk_once(tmp_path_factory: pytest.TempPathFactory, form_world: World) -> Path:
    folder = tmp_path_factory.mktemp("forms") / "quầy 1"
    set_up(folder, form_world, LOGIN, Wished("26461", leader="Phạm Quốc Thịnh", phone="0200 3555 018"))
    cheapen(folder, LOGIN.user, LOGIN.password)
    return folder


@pytest.fixture
def form_folder(tmp_path: Path, form_desk_once: Path) -> Path:
    return Path(shutil.copytree(form_desk_once, tmp_path / "quầy 1"))


@pytest.fixture
def desk(form_folder: Path, form_world: World) -> Iterator[Desk]:
    opened = open_desk(form_folder, form_world, LOGIN)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def dressed(qapp: QApplication) -> QApplication:
    dress(qapp, paths.resources())
    return qapp


@pytest.fixture
def hands(desk: Desk, qtbot: QtBot, dressed: QApplication) -> Iterator[Hands]:
    jobs = Jobs()
    went: list[tuple[str, dict[str, object]]] = []
    around = Around(
        desk, Asker(), jobs, lambda page, **what: went.append((page, what)), lambda: None, lambda text: None
    )
    page = FormPage(around)
    qtbot.addWidget(page)
    for action in ACTIONS:
        if action.page == "form" and action.here and not action.told:
            shortcut = QShortcut(QKeySequence(action.key), page)
            shortcut.activated.connect(lambda id=action.id: page.act(id))
    page.resize(1154, 642)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    yield Hands(page, qtbot, around, went)
    page.close()
    jobs.close()
    page.deleteLater()
    QApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete.value)
    # Here, or the next test's drawing thread may be the one that takes this page's widgets apart.
    gc.collect()
    # What is still there after that stays for the session: the next test need not walk past it.
    gc.freeze()
