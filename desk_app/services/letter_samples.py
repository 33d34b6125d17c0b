"""A template while it is written: what every kind of family would get, drawn as soon as it is typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from common.letter_findings import Finding, errors, findings, tidied
from common.words import letter_samples as words
from common.words.problems import sentence
from desk_app.db.register import Reading, Work
from desk_app.domain.office import Signatory
from desk_app.letters.order import PrintedCode
from desk_app.letters.samples import SHORTEST, USUAL, WORST, Base
from desk_app.letters.setpage import SetPage
from desk_app.services.office import office_on, read_letterhead, read_signatories, signatory_on
from desk_app.services.preview import PREVIEW_DPI, Check, PagePixels
from desk_app.services.seat import Seat
from desk_app.services.wording import template_from
from desk_app.sync.link import IN_FORCE, read_link

if TYPE_CHECKING:
    from desk_app.letters.proof import Proof

FIRST = tuple("-".join(parts) for parts in (SHORTEST, USUAL, WORST))
_NOTHING = PagePixels(0, 0, b"", "")


@dataclass(frozen=True, slots=True)
class Case:
    """One sample: by which name it is asked for, and how it is called."""

    name: str
    caption: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A letter as pixels (`page.steps`: the fitting steps it took), and everything there is to say about the text.
    `fresh` is False where the text cannot be set as it stands: the page is then the last good one, or none yet."""

    page: PagePixels
    findings: tuple[Finding, ...]
    fresh: bool


def checked(seat: Seat, store: Reading | Work, text: str, layout: str) -> tuple[Finding, ...]:
    """Everything to say about a text of this form: its language first; where that is sound, every sample."""
    found = findings(text, layout)
    return found if errors(found) else (*found, *_proof(seat, store, text, layout).findings())


@dataclass(slots=True)
class LiveLetter:
    """The right side of the editor for one form: it remembers the last page that could be set of each sample. Slow
    (tens of milliseconds a page, some hundred for `checked`): called off the window's thread."""

    seat: Seat
    layout: str
    _good: dict[tuple[str, str], PagePixels] = field(default_factory=dict)

    def cases(self, text: str) -> tuple[Case, ...]:
        """Shortest, usual and longest; for a sound text one more for each of its branches that these do not show."""
        first = tuple(Case(name, words.TITLES[name]) for name in FIRST)
        if errors(findings(text, self.layout)):
            return first
        with self.seat.reading() as reading:
            every = _proof(self.seat, reading, text, self.layout).cases()
        return (*first, *(Case(one.name, one.caption) for one in every if one.name not in FIRST))

    def checked(self, text: str) -> tuple[Finding, ...]:
        """Everything to say about the text, all samples tried."""
        with self.seat.reading() as reading:
            return checked(self.seat, reading, text, self.layout)

    def drawn(self, text: str, case: str = "usual", ink: str = "colour", dpi: int = PREVIEW_DPI) -> Drawn:
        """The letter of one case in these words; never raises for what the text holds."""
        found = findings(text, self.layout)
        if errors(found):
            return Drawn(self._good.get((case, ink), _NOTHING), found, False)
        with self.seat.reading() as reading:
            trial = _proof(self.seat, reading, text, self.layout).trial(case)
        found = (*found, *trial.findings)
        if trial.page is None:
            return Drawn(self._good.get((case, ink), _NOTHING), found, False)
        steps = [Check("hoe", sentence(one.code, one.details), one.field) for one in trial.steps]
        page = self._picture(trial.page, ink, dpi, steps)
        self._good[case, ink] = page
        return Drawn(page, found, True)

    def pdf(self, text: str, case: str = "usual", ink: str = "colour") -> bytes | tuple[Finding, ...]:
        """The same as a PDF, or what keeps it from being set."""
        found = errors(findings(text, self.layout))
        if found:
            return found
        with self.seat.reading() as reading:
            trial = _proof(self.seat, reading, text, self.layout).trial(case)
        return self.seat.press().draw([_inked(trial.page, ink)]) if trial.page else trial.findings

    def _picture(self, page: SetPage, ink: str, dpi: int, steps: Sequence[Check]) -> PagePixels:
        from desk_app.letters.raster import bands  # slow to load: not before the first picture

        parts = list(bands(self.seat.press().draw([_inked(page, ink)]), 0, dpi, channels=3))
        height = sum(band.height for band in parts)
        return PagePixels(parts[0].width, height, b"".join(band.pixels for band in parts), page.title, tuple(steps))


def _inked(page: SetPage, ink: str) -> SetPage:
    return replace(page, ink="black") if ink == "black" else page


def _proof(seat: Seat, store: Reading | Work, text: str, layout: str) -> Proof:
    text = tidied(text)
    return seat.press().proof(layout, text, template_from(layout, text), _base(seat, store))


def _base(seat: Seat, store: Reading | Work) -> Base:
    """Letters of today under the office's own head, with whatever it has not said yet."""
    today = seat.today()
    office = office_on(read_letterhead(store.office), seat.units, today)
    office = replace(
        office,
        phone=office.phone or words.PHONE,
        officer=office.officer or words.OFFICER,
        officer_title=office.officer_title or words.OFFICER_TITLE,
    )
    nobody = Signatory(words.SIGNATORY, (words.AUTHORITY,), date.min)
    district = read_link(store.office.get(IN_FORCE))
    code = PrintedCode("", "", district.host if district else words.HOST)
    return Base(office, signatory_on(read_signatories(store.office), today) or nobody, today, code)
