"""The family's telephone: opens the page behind a letter's code and taps once, by ordinary HTTP."""

import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
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


class Words(HTMLParser):
    """The form of an answered page in which the family says more: where it goes, its hidden fields, the field for
    words, the first reason."""

    def __init__(self) -> None:
        super().__init__()
        self.action, self.message, self.reason = "", "", ""
        self.fields: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Called by the parser for every tag that opens."""
        said = {name: value or "" for name, value in attrs}
        if self.message:
            return
        if tag == "form":
            self.action, self.fields = said.get("action", ""), {}
        elif tag == "input" and said.get("type") == "hidden":
            self.fields[said["name"]] = said.get("value", "")
        elif tag == "input" and said.get("name") == "r":
            self.reason = self.reason or said.get("value", "")
        elif tag == "textarea":
            self.message = said.get("name", "")


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(district: Program, face: str, now: str = "", port: int = 0) -> Iterator[str]:
    """One face of the district's pages on loopback, for as long as the block lasts; gives its address."""
    port = port or free_port()
    words = ("serve", "--only", face, "--host", LOOPBACK, "--port", str(port), "--proxy", LOOPBACK)
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


@dataclass(frozen=True, slots=True)
class Family:
    """Who answers: from which address of the internet, whether they typed the code, and what they say beside."""

    home: str
    typed: str = ""
    words: str = ""


def tap(address: str, link: str, choice: int, family: Family) -> str:
    """Open the page of this letter and tap the choice that stands so far from the top; the page that answers."""
    page = urljoin(address, urlsplit(link).path) + family.typed
    sent = {"Origin": address, "X-Forwarded-For": family.home}
    first = Choices()
    first.feed(_read(Request(page, headers=sent)))
    name, value = first.buttons[choice]
    body = urlencode({**first.fields, name: value}).encode("ascii")
    after = _read(Request(urljoin(page, first.action or ""), data=body, headers=sent))
    return _say(page, after, family.words, sent) if family.words else after


def _say(page: str, after: str, words: str, sent: dict[str, str]) -> str:
    form = Words()
    form.feed(after)
    told = {**form.fields, form.message: words, **({"r": form.reason} if form.reason else {})}
    return _read(Request(urljoin(page, form.action), data=urlencode(told).encode("ascii"), headers=sent))


def _read(request: Request) -> str:
    with urlopen(request, timeout=20) as answer:
        return str(answer.read().decode("utf-8"))
