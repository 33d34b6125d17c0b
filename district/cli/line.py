"""What a command is given and how it answers: one JSON value or plain sentences, and the exit status."""

import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from datetime import time as hour
from pathlib import Path
from typing import NoReturn

from common.terminal import MISTAKE, TROUBLE, Speaker
from common.words import district as words
from district.house import District, World, open_district
from district.moments import VIETNAM
from district.paths import Folder
from district.trouble import Mistake, Trouble
from district.users import Member, NotLetIn


@dataclass(frozen=True, slots=True)
class Line(Speaker):
    """The program's own options, as typed once for the whole command."""

    data: Path
    database: str
    public_database: str
    user: str
    password_file: Path | None
    now: str
    as_json: bool

    @property
    def folder(self) -> Folder:
        """The files of the data folder, and where its databases lie. Raises Mistake `public-database-needed`: an office
        on a server whose answers were looked for in a file would find none."""
        office = self.database or os.environ.get("DISTRICT_DATABASE", "")
        public = self.public_database or os.environ.get("DISTRICT_PUBLIC_DATABASE", "")
        if office and not public:
            raise Mistake("public-database-needed")
        return Folder(self.data, office, public)

    def world(self) -> World:
        """The machine's clock, or one that starts at --now (practice offices only)."""
        if not self.now:
            return World(lambda: datetime.now(VIETNAM), secrets.token_bytes)
        start, began = read_moment(self.now), time.monotonic()
        # Pages that are served must see time pass; a single command hardly notices.
        return World(lambda: start + timedelta(seconds=int(time.monotonic() - began)), secrets.token_bytes)

    def login(self) -> tuple[str, str]:
        """User and password from --user, --password-file, DISTRICT_USER, DISTRICT_PASSWORD; raises Mistake."""
        user = self.user or os.environ.get("DISTRICT_USER", "")
        if not user:
            raise Mistake("no-user-named")
        if self.password_file:
            return user, read_secret(self.password_file)
        if not os.environ.get("DISTRICT_PASSWORD"):
            raise Mistake("no-password-given")
        return user, os.environ["DISTRICT_PASSWORD"]

    @contextmanager
    def office(self, folder: Folder | None = None) -> Iterator[District]:
        """The open office for one command, or that of a folder; raises Mistake for --now on a real one."""
        opened = open_district(folder or self.folder, None, self.world())
        try:
            if self.now and not opened.facts.practice:
                raise Mistake("practice-only")
            yield opened
        finally:
            opened.close()

    @contextmanager
    def member(self, act: str, folder: Folder | None = None) -> Iterator[tuple[District, Member]]:
        """The open office and who is logged in, if the act is theirs to do."""
        user, password = self.login()
        with self.office(folder) as district:
            member = district.users.log_in(user, password)
            if not member.may(act):
                raise NotLetIn("role-not-allowed")
            district.settle_in(member)
            yield district, member

    def target(self, path: Path) -> Path:
        """A file to write; raises Mistake `own-folder` inside the data folder, where it could replace keys or lines."""
        if path.resolve().is_relative_to(self.data.resolve()):
            raise Mistake("own-folder", file=path.name)
        return path

    def fail(self, trouble: Trouble) -> NoReturn:
        """End with the sentence of a trouble: status 2 when the asker can mend it, else 1."""
        sentence = words.trouble(trouble.code, trouble.details)
        self.stop(trouble.code, sentence, MISTAKE if isinstance(trouble, Mistake) else TROUBLE)

    def stop_at_bug(self) -> NoReturn:
        """End with the sentence for what nobody foresaw."""
        self.stop("bug", words.bug())


def read_moment(text: str) -> datetime:
    """`2026-11-21` (noon) or `2026-11-21T09:30`, Vietnam's time unless it says otherwise; raises Mistake."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise Mistake("not-a-moment", text=text) from error
    if "T" not in text and " " not in text:
        moment = datetime.combine(moment.date(), hour(12))
    return moment.replace(tzinfo=VIETNAM) if moment.tzinfo is None else moment.astimezone(VIETNAM)


def read_secret(path: Path) -> str:
    """The password in a file, its line end left out; raises Mistake."""
    try:
        return path.read_text(encoding="utf-8-sig").strip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise Mistake("file-unreadable", file=path.name) from error
