"""The family's telephone: opens the page behind a letter's code and taps once, by ordinary HTTP."""

import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from threading import Event
from urllib.parse import urlencode, urljoin, urlsplit
from urllib.request import Request, urlopen

from demo.program import Program

LOOPBACK = "127.0.0.1"
PATIENCE = 200
TICK = 0.1


class NotServed(Exception):
    """The pages did not come up."""


class Choices(HTMLParser):
    """The tap targets of a page: where its first form goes, its hidden fields, its named buttons from the top."""

    def __init__(self) -> None:
        super().__init__()
        self.action: str | None = None
        self.fields: dict[str, str] = {}
        self.buttons: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Called by the parser for every tag that opens."""
        said = {name: value or "" for name, value in attrs}
        if tag == "form" and self.action is None:
            self.action = said.get("action", "")
        elif tag == "input" and said.get("type") == "hidden":
            self.fields[said["name"]] = said.get("value", "")
        elif tag == "button" and "name" in said:
            self.buttons.append((said["name"], said.get("value", "")))


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(district: Program, face: str, now: str = "", port: int = 0) -> Iterator[str]:
    """One face of the district's pages on loopback, for as long as the block lasts; gives its address."""
    port = port or free_port()
    words = ("serve", "--only", face, "--host", LOOPBACK, "--port", str(port))
    pages = subprocess.Popen(
        district.command(*words, now=now),
        env=district.environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    try:
        _wait_for(port, pages)
        yield f"http://{LOOPBACK}:{port}"
    finally:
        pages.terminate()
        pages.communicate()


def _wait_for(port: int, pages: "subprocess.Popen[str]") -> None:
    pause = Event()
    for _ in range(PATIENCE):
        with socket.socket() as probe:
            if probe.connect_ex((LOOPBACK, port)) == 0:
                return
        if pages.poll() is not None:
            break
        pause.wait(TICK)
    pages.kill()
    raise NotServed(pages.communicate()[1])


def tap(address: str, link: str, choice: int, typed: str = "") -> str:
    """Open the page of this letter and tap the choice that stands so far from the top; the page that answers.

    `typed` is what the address carries for a family that typed the code instead of scanning it.
    """
    page = urljoin(address, urlsplit(link).path) + typed
    first = Choices()
    first.feed(_read(Request(page)))
    name, value = first.buttons[choice]
    body = urlencode({**first.fields, name: value}).encode("ascii")
    return _read(Request(urljoin(page, first.action or ""), data=body, headers={"Origin": address}))


def _read(request: Request) -> str:
    with urlopen(request, timeout=20) as answer:
        return str(answer.read().decode("utf-8"))
