"""The office's report on paper: agency heading, figures, reactions, ratings, signature (NĐ 30/2020, Annex I)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit

from common.counts import EVENTS, LETTERS, STAGES, Report
from common.paper.flow import BOLD, CENTRE, ITALIC, LEFT, REGULAR, RIGHT, Bar, Cell, Flow, Table
from common.paper.fonts import Fonts
from common.words import agency
from common.words import reports as words

_AGENCY, _NATION = LEFT + 32 * mm, RIGHT - 46 * mm
_SIGNING, _SEAL_ROOM = RIGHT - 40 * mm, 22 * mm
_ANSWERS, _AGENCY_ROOM = 48 * mm, 64 * mm
AGENCY_RULE = 20
"""mm: between a third and half of the lines above it (NĐ 30/2020, Annex I)."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Whose report it is: `parent` and `body` as inside a sentence ("tỉnh Nam Hải", "xã An Liên"; no parent: ""),
    the line of place and date, the signature from the top (authority lines, last the name), and where the unit was
    called otherwise in the time of the figures: a sentence that says so, and the name where it was one alone."""

    parent: str
    body: str
    place_and_date: str
    signer_lines: tuple[str, ...] = ()
    figures_of: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Part:
    """One unit's own figures within a report over several."""

    name: str
    report: Report


def report_pdf(report: Report, heading: Heading, fonts: Fonts, parts: Sequence[Part] = ()) -> bytes:
    """The report as a PDF, the same bytes for the same figures; `parts` adds a table of the units it sums up."""
    period = words.period_words(report.period)
    flow = Flow(fonts, f"{words.SUBJECT}, {period}")
    letterhead(flow, heading)
    _title(flow, heading, period)
    told, body = heading.figures_of
    if told:
        flow.paragraph(told)
    flow.paragraph(f"{words.registered(report, body or heading.body)} {words.delivered(report)}")
    _events_and_letters(flow, report)
    _reactions(flow, report)
    if not parts:
        # A signature alone on a page proves nothing: it keeps the last section with it.
        flow.need(_ANSWERS + signing_room(heading))
    _ratings(flow, report, last=not parts)
    if parts:
        _parts(flow, (*parts, Part(words.TOTAL, report)), signing_room(heading))
    signature(flow, heading)
    return flow.finish()


def letterhead(flow: Flow, heading: Heading, number: str = words.NUMBER) -> None:
    """The head of an office's paper: agency at left, nation, place and date at right; `number` "" leaves that out."""
    y = flow.y
    for line, font in agency_lines(heading, flow.fonts, _AGENCY_ROOM):
        flow.text(_AGENCY, y, line, (font, 12))
        y -= 5 * mm
    flow.rule(_AGENCY, y + 2.9 * mm, AGENCY_RULE * mm)
    flow.text(_AGENCY, y - 2.5 * mm, number, (REGULAR, 13))
    flow.text(_NATION, flow.y, words.NATION, (BOLD, 12))
    flow.text(_NATION, flow.y - 5.2 * mm, words.MOTTO, (BOLD, 13))
    flow.rule(_NATION, flow.y - 6.8 * mm, flow.fonts.width(words.MOTTO, BOLD, 13))
    dated = heading.place_and_date
    size = min(13.0, 13.0 * 92 * mm / max(flow.fonts.width(dated, ITALIC, 13), 1.0))
    flow.text(_NATION, flow.y - 13 * mm, dated, (ITALIC, size))
    flow.y = y - 8 * mm


def agency_lines(heading: Heading, fonts: Fonts, room: float) -> list[tuple[str, str]]:
    """The lines of the left head with their fonts, for a size of 12 in a room of so many points: the unit's name is
    parted between groups of words, inside one only where that alone is wider."""
    told = [(heading.parent.upper(), REGULAR)] if heading.parent else []
    body = agency.lines(heading.body.upper(), lambda line: fonts.width(line, BOLD, 12) <= room)
    told += [(words.COMMITTEE.upper(), BOLD), *((line, BOLD) for line in body)]
    return [(line, font) for name, font in told for line in simpleSplit(name, font, 12, room)]


def _title(flow: Flow, heading: Heading, period: str) -> None:
    flow.centred(words.TITLE, (BOLD, 15))
    flow.gap(0.8)
    flow.centred(words.SUBJECT, (BOLD, 14))
    flow.centred(period, (BOLD, 14))
    flow.rule(CENTRE, flow.y - 1.5 * mm, 36 * mm)
    flow.gap(5.5)
    if heading.parent:
        flow.centred(words.to_committee(heading.parent), (REGULAR, 13))
        flow.gap(3)


def _events_and_letters(flow: Flow, report: Report) -> None:
    flow.heading(words.EVENT_LETTERS)
    most = max(max(report.events[kind], report.letters[kind]["delivered"]) for kind in EVENTS) or 1
    rows = [_letter_row(report, kind, most) for kind in LETTERS]
    events, late = sum(report.events.values()), sum(report.late.values())
    stages = [sum(report.letters[kind][stage] for kind in LETTERS) for stage in STAGES]
    rows.append([words.TOTAL, *(words.amount(n) for n in (events, late, *stages)), ""])
    flow.table(Table(words.LETTERS_HEAD, (48, 18, 19, 16, 15, 18, 28), rows, total=True))
    flow.note(words.COUNTING)


def _letter_row(report: Report, kind: str, most: int) -> list[Cell]:
    stages = [words.amount(report.letters[kind][stage]) for stage in STAGES]
    if kind not in EVENTS:
        return [words.LETTER_ROWS[kind], "", "", *stages, ""]
    registered, delivered = report.events[kind], report.letters[kind]["delivered"]
    events = [words.amount(registered), words.amount(report.late[kind])]
    return [words.LETTER_ROWS[kind], *events, *stages, Bar(registered / most, delivered / most)]


def _reactions(flow: Flow, report: Report) -> None:
    flow.heading(words.REACTIONS)
    flow.paragraph(words.reactions(report))


def _ratings(flow: Flow, report: Report, last: bool) -> None:
    flow.heading(words.RATINGS)
    answers = report.ratings
    closing = [words.satisfied(answers), words.channels(answers)]
    if words.may_share(answers):
        votes, n = answers.by_score, answers.n
        counts = [votes.get(score, 0) for score, _ in words.levels(answers)]
        head = ["", *(word for _, word in words.levels(answers)), words.TOTAL]
        rows = [
            [words.RATINGS_ROWS[0], *(words.amount(part) for part in (*counts, n))],
            [words.RATINGS_ROWS[1], *(words.share(part, n) for part in (*counts, n))],
        ]
        flow.table(Table(head, (22, *[140 / (len(counts) + 1)] * (len(counts) + 1)), rows))
    told = " ".join(sentence for sentence in closing if sentence)
    flow.paragraph(told.removesuffix(".") + words.END_MARK if last else told)


def _parts(flow: Flow, parts: Sequence[Part], signing: float) -> None:
    flow.heading(words.PARTS)
    rows = [(part.name, *(words.amount(n) for n in _figures(part.report))) for part in parts]
    flow.table(Table(words.PARTS_HEAD, (57, 20, 20, 20, 25, 20), rows, total=True, keep=signing + 5 * mm))


def _figures(report: Report) -> Iterator[int]:
    yield from (report.events[event] for event in EVENTS)
    yield sum(report.letters[kind]["delivered"] for kind in LETTERS)
    yield report.ratings.n


def signature(flow: Flow, heading: Heading, receivers: Sequence[str] = ()) -> None:
    """Who receives the paper, and who signs it; without `receivers` the level above."""
    *authority, name = heading.signer_lines or ("", "")
    flow.gap(2)
    flow.need(signing_room(heading))
    top = flow.y - 4 * mm
    y = top
    for line in authority:
        flow.text(_SIGNING, y, line, (BOLD, 13))
        y -= 5.6 * mm
    flow.text(_SIGNING, y - _SEAL_ROOM, name, (BOLD, 13))
    flow.canvas.setFont("LiberationSerif-BoldItalic", 12)
    flow.canvas.drawString(LEFT, top, words.RECEIVERS)
    flow.canvas.setFont(REGULAR, 11)
    for place, line in enumerate(receivers or words.received_by(heading.parent), start=1):
        flow.canvas.drawString(LEFT, top - place * 4.8 * mm, line)


def signing_room(heading: Heading) -> float:
    """How much room the signature takes, in points."""
    if not heading.signer_lines:
        return 22 * mm
    return max(len(heading.signer_lines) - 1, 1) * 5.6 * mm + _SEAL_ROOM + 6 * mm
