"""Pictures of the pages for people: the family's telephone and the district's wall chart, in a real browser."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from demo.days import LAST, clock
from demo.folders import Folders
from demo.phone import serving
from demo.play import cast
from demo.program import PASSWORD

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ViewportSize

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
PHONE: "ViewportSize" = {"width": 360, "height": 740}
DESK: "ViewportSize" = {"width": 1366, "height": 768}
MOMENT = clock(LAST, 18)


class NoBrowser(Exception):
    """This machine has no browser that starts."""


def take_pictures(folders: Folders, link: str) -> None:
    """Take the pictures. Raises NoBrowser."""
    above, _ = cast(folders)
    with browser() as shown:
        if link:
            with serving(above.program, "public", now=MOMENT) as address:
                _phone(shown, urljoin(address, urlsplit(link).path), folders)
        with serving(above.program, "office", now=MOMENT) as address:
            _wall(shown, address, folders)


@contextmanager
def browser() -> Iterator["Browser"]:
    """The machine's own Chromium, without a window. Raises NoBrowser."""
    with ExitStack() as started:
        try:
            from playwright.sync_api import sync_playwright

            tools = started.enter_context(sync_playwright())
            chromium = tools.chromium.launch(executable_path=shutil.which("chromium") or "", args=list(QUIET))
        except Exception as trouble:  # the driver raises plain Exception where a library of the system is missing
            raise NoBrowser(str(trouble)) from trouble
        started.callback(chromium.close)
        yield chromium


def _phone(shown: "Browser", page_address: str, folders: Folders) -> None:
    page = shown.new_page(viewport=PHONE, device_scale_factor=2)
    page.goto(page_address)
    page.screenshot(path=folders["screens"] / "phone.png", full_page=True)
    page.close()


def _wall(shown: "Browser", address: str, folders: Folders) -> None:
    page = shown.new_page(viewport=DESK)
    page.goto(address)
    page.locator("input[type=password]").fill(PASSWORD)
    page.locator("input[type=text], input:not([type])").first.fill("officer")
    page.locator("button[type=submit], button").first.click()
    page.screenshot(path=folders["screens"] / "wall.png", full_page=True)
    page.close()
