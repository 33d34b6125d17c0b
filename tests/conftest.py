"""What every test stands on: windows are drawn off screen unless a person asks for a real one; one real browser."""

import gc
import logging
import os
import shutil
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from privacy_scan import Passing, Search, scan_tree
from sqlalchemy import Engine, create_engine
from xdist.scheduler import LoadFileScheduling

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

CHROMIUM = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


DEFERRED_DELETE = 52
"""QEvent.Type.DeferredDelete: Qt is not loaded for tests without windows."""

LOOKS_EVERY_MS = 10
"""What waitUntil of pytest-qt asks QtBot.wait for between two looks."""

LONG = ("tests/journeys/", "tests/web/", "tests/ui/test_ui_nothing_clipped", "tests/ui/form/")
"""Where single files take many seconds: begun last, one of them would keep one worker busy while the other stands."""


TOGETHER = {
    "tests/test_architecture.py": "rules",
    "tests/test_windows.py": "rules",
    "tests/common/test_common_trouble_codes.py": "rules",
    "tests/district/test_district_forks.py": "postgresql",
    "tests/district/test_district_import.py": "postgresql",
    "tests/district/test_district_keys_both.py": "postgresql",
    "tests/district/test_district_ratings.py": "postgresql",
    "tests/district/test_district_queries.py": "postgresql",
    "tests/district/test_district_server.py": "postgresql",
    "tests/district/test_district_server_troubles.py": "postgresql",
    "tests/district/test_district_tray_cut.py": "postgresql",
    "tests/web/test_web_store.py": "postgresql",
    "tests/web/test_web_browser.py": "browser",
    "tests/journeys/test_journey_window_day.py": "browser",
}
"""Files that one worker runs, because they share something dear: the parsed source, a server, the browser."""


class Together(LoadFileScheduling):
    """A file, or files that belong together, for one worker."""

    def _split_scope(self, nodeid: str) -> str:
        file = super()._split_scope(nodeid)
        return TOGETHER.get(file, file)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadFileScheduling | None:
    """Where whole files are dealt out, those of TOGETHER go as one."""
    return Together(config, log) if config.getoption("dist") == "loadfile" else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long files first."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONG))


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """What was loaded stays: the collector need not walk past it again after every test."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Iterator[None]:
    """Windows that were told to go are gone before the next test: whatever lives is dressed anew with every change of
    the type or the ground, and what watches the application sees every event of all tests that follow."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is not None and widgets.QApplication.instance() is not None:
        gc.collect(1)
        for _ in range(2):
            widgets.QApplication.sendPostedEvents(None, DEFERRED_DELETE)


@pytest.fixture(scope="session", autouse=True)
def cheap_guesses() -> Iterator[None]:
    """New passwords cost next to nothing in this process; tests/db/test_db_keyring.py holds what they really cost."""
    from cheap_passwords import CHEAP

    from desk_app.db.keyring import Keyring

    dear = Keyring.__init__.__defaults__
    Keyring.__init__.__defaults__ = (*(dear or ())[:-1], CHEAP)
    yield
    Keyring.__init__.__defaults__ = dear


@pytest.fixture(scope="session", autouse=True)
def quick_words() -> Iterator[int]:
    """Six words cost next to nothing in this process, and each new document's a fifth of a second and 64 MiB in the
    program; the real cost, for the test that holds real words."""
    from exchange import words

    with pytest.MonkeyPatch.context() as patch:
        dear = words._COST
        patch.setattr(words, "_COST", 2)
        yield dear


@pytest.fixture(scope="session", autouse=True)
def pages_dressed() -> Iterator[None]:
    """A page that stands in a test by itself wears the sheet, as it does in the window."""
    from pytestqt.qtbot import QtBot

    add = QtBot.addWidget

    def added(bot: QtBot, widget: Any, **named: Any) -> None:
        from desk_app.ui.theme.look import wear

        add(bot, widget, **named)
        if widget.parentWidget() is None:
            wear(widget)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QtBot, "addWidget", added)
        yield


@pytest.fixture(scope="session", autouse=True)
def looked_again_at_once() -> Iterator[None]:
    """Whoever waits for something looks every other millisecond, not every tenth: tests wait some thousand times."""
    from pytestqt.qtbot import QtBot

    wait = QtBot.wait
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QtBot, "wait", lambda bot, ms: wait(bot, 2 if ms == LOOKS_EVERY_MS else ms))
        yield


@pytest.fixture(scope="session", autouse=True)
def statements_composed_once() -> Iterator[None]:
    """A program opens one register in its life, a test session thousands: what one has composed, the next one knows."""
    from desk_app.db import engine as desk
    from district.store import engine as office

    firsts: dict[object, Engine] = {}

    def create(*words: Any, **named: Any) -> Engine:
        made = create_engine(*words, **named)
        first = firsts.setdefault(made.dialect.dbapi, made)  # one reader of SQLite is not the other
        made.dialect, made._compiled_cache = first.dialect, first._compiled_cache
        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desk, "create_engine", create)
        patch.setattr(office, "create_engine", create)
        yield


@pytest.fixture(scope="session", autouse=True)
def nothing_personal_left(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """After the last test of this worker: no name, number or address in file names, logs, titles and small files."""
    top, passing = tmp_path_factory.getbasetemp(), Passing()
    passing.watch()
    yield
    logging.getLogger().removeHandler(passing)
    search = Search()
    found = {str(one) for one in (*scan_tree(top, search), *passing.findings(search))}
    if found:
        pytest.fail("personal data outside the register:\n" + "\n".join(sorted(found)), pytrace=False)


@pytest.fixture(scope="session")
def server_of_postgresql() -> Iterator[Any]:
    """One PostgreSQL server for all tests of this process."""
    from postgresql_kit import running_server

    with running_server() as server:
        yield server


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """The machine's Chromium: one for all, since its driver cannot be started twice in a process."""
    found = shutil.which("chromium") or shutil.which("google-chrome")
    if found is None:
        pytest.fail("Chromium is missing: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        opened = started.chromium.launch(executable_path=found, args=list(CHROMIUM))
        yield opened
        opened.close()
