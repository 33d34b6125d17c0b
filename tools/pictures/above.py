"""A level above that lives as long as the pictures are taken: it enrols the desk and answers one bundle."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from exchange.bundle import OpenedBundle
from exchange.documents import SetAside
from exchange.fork import Fork, LostLine
from exchange.journal import read_line
from exchange.receipt import Batch, CallBack, Drawn, Message
from tools.pretend_office import PretendOffice

AT = "2026-11-04T03:00:00Z"
_HAPPY = ("Cô cán bộ bế cháu giúp để mẹ ký giấy. Cảm động lắm.",)
_UNHAPPY = ("Loa gọi số nhỏ quá, người già không nghe được.", "Phải photo căn cước hai lần.")


class Above(PretendOffice):
    """One office; `folder` takes its files."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, at=AT, host="gopy.donghai.example")
        self.forks: tuple[Fork, ...] = ()

    def answer(self, bundle: Path, number: int = 1, words: Sequence[str] = (), aside: int = 0) -> Path:
        """The receipt of a bundle; the first one carries opinions, `aside` is the position of a line not taken."""
        self.receipts, opened = number - 1, self.opened(bundle.read_bytes())
        return self.receipt(
            opened,
            batches=_batches(words) if number == 1 else (),
            set_aside=(SetAside(aside, "figure-value"),) if aside else (),
            messages=(Message(id="ef" * 16, on="2026-11-02", text="Nên có chỗ để xe máy che nắng."),) if words else (),
            call_backs=_calls() if words else (),
            forks=self.forks,
            draw=_drawn(opened) if words else (),
        )


def _drawn(bundle: OpenedBundle) -> tuple[Drawn, ...]:
    """Every letter of the bundle that has a code, and one that the desk does not know."""
    told = [read_line(line.raw).figures for line in bundle.lines]
    ours = tuple(Drawn(serial=one["serial"], letter=one["letter"]) for one in told if "serial" in one)
    return (*ours, Drawn(serial=4_000_001, letter="birth"))


def lost() -> Fork:
    """What a restore took away: two births, a death, a letter in a family's hands, answers of the desk."""
    born = {"event": "birth", "registration_type": 1, "late": 0, "unit": "26461"}
    rows: tuple[tuple[str, str, dict[str, object]], ...] = (
        ("registered", "a1", {**born, "registered_on": "2026-11-17"}),
        ("letter-prepared", "b1", {"letter": "birth", "serial": 20417, "covers": 1}),
        ("letter-printed", "b1", {"letter": "birth", "copies": 1, "reprint": 0}),
        (
            "letter-delivered",
            "b1",
            {"letter": "birth", "delivered_on": "2026-11-18", "way": "home", "reaction": "good"},
        ),
        ("registered", "a2", {**born, "registered_on": "2026-11-18"}),
        ("registered", "a3", {**born, "event": "death", "registered_on": "2026-11-18"}),
        ("ratings-tally", "c1", {"period": "2026-11", "channel": "slip", "n": 4, "by_score": {"3": 4}}),
    )
    lines = tuple(
        LostLine(position=9000 + place, kind=kind, on="2026-11-18", subject=subject * 16, version=1, figures=figures)
        for place, (kind, subject, figures) in enumerate(rows)
    )
    return Fork(after=8999, lines=lines, settled_on="2026-11-20", reason="hỏng ổ đĩa")


def _batches(words: Sequence[str]) -> tuple[Batch, ...]:
    told = (("birth", 22, 2, (*_HAPPY, *words)), ("marriage", 10, 1, ()), ("thanks", 9, 2, _UNHAPPY))
    return tuple(
        Batch(
            id=f"{place:032x}",
            formed_on="2026-11-03",
            n=n,
            by_score={"3": n - unhappy - 3, "2": 3, "1": unhappy},
            by_channel={"qr": n - 2, "code": 2},
            reasons={"wait": unhappy, "quick": n // 2},
            comments=tuple(sorted(lines)),
            kinds=(kind,),
        )
        for place, (kind, n, unhappy, lines) in enumerate(told, 1)
    )


def _calls() -> tuple[CallBack, ...]:
    return (
        CallBack(id="cd" * 16, on="2026-11-03", phone="0912 345 678", text="Hỏi về giấy tờ của cháu"),
        CallBack(id="ce" * 16, on="2026-11-04", phone="0987 654 321"),
    )
