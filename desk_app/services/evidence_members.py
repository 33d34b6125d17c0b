"""What lies in a yearly pack of evidence, file by file."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

from common.dates import place_and_date
from common.paper.evidence_sheet import IndexSheet, index_pdf, list_pdf
from common.paper.sheet import Heading
from common.paper.workbook import WorkSheet, workbook
from common.periods import NotAPeriod
from common.words import evidence_pack as words
from common.words import numbering
from common.words.model_report import period_title
from common.words.reports import amount
from desk_app.db.evidence import LetterFact
from desk_app.db.issued_reports import KeptReport
from desk_app.services.criteria import Criteria
from desk_app.services.criteria_papers import criteria_paper, criteria_table
from desk_app.services.evidence import EvidenceFile, EvidenceFiles, files_of
from desk_app.services.evidence_samples import samples
from desk_app.services.evidence_targets import Link, told_links
from desk_app.services.model_reports import ModelReports
from desk_app.services.office import office_on, read_letterhead
from desk_app.services.seat import Seat
from desk_app.services.typefaces import typefaces
from desk_app.services.voice_paper import voice_paper

Member = tuple[str, bytes]
KINDS = ("birth", "marriage", "death", "thanks", "apology")


@dataclass(frozen=True)
class Contents:
    """What the register tells of one year, read at one moment. `left_out`: files with people in them that stay."""

    seat: Seat
    year: int
    version: int
    heading: Heading
    office: str
    letters: tuple[LetterFact, ...]
    files: tuple[EvidenceFile, ...]
    left_out: int
    links: dict[Link, str]
    reports: tuple[KeptReport, ...]
    criteria: tuple[str, ...]
    """Ids of the sets by which the year is scored and confirmed."""

    @cached_property
    def written(self) -> tuple[LetterFact, ...]:
        """Letters that bear a day of the year."""
        return tuple(one for one in self.letters if one.dated.year == self.year)

    @cached_property
    def handed(self) -> tuple[LetterFact, ...]:
        """Letters that were handed over in the year."""
        given = (one for one in self.letters if one.handed_on and one.handed_on.year == self.year)
        return tuple(sorted(given, key=lambda one: str(one.handed_on)))

    @property
    def count(self) -> int:
        """How many members `members` will give."""
        return 5 + len(self._kinds) + 2 * len(self.reports) + 2 * len(self.criteria) + len(self.files)

    @property
    def _kinds(self) -> tuple[str, ...]:
        return tuple(kind for kind in KINDS if any(one.kind == kind for one in self.letters))

    def members(self) -> Iterator[Member]:
        """Every file but the manifest, one after the other; long work is stopped between two of them."""
        fonts = typefaces()
        under = words.under(self.office, self.year, self.version)
        yield "00-muc-luc.pdf", index_pdf(self._index(under), fonts)
        yield "00-muc-luc.xlsx", self._table()
        rows = [(words.letter(one.kind), _number(one), words.day(one.dated), _given(one)) for one in self.written]
        yield "01-thu/danh-sach-thu.pdf", list_pdf(words.LETTERS, under, (words.LIST_COLUMNS, rows), fonts)
        for kind, raw in samples(self.seat, self._kinds):
            yield f"01-thu/to-mau-{kind}.pdf", raw
        handed = [_handed_row(one) for one in self.handed]
        yield "02-trao-thu/danh-sach-trao.pdf", list_pdf(words.HANDED, under, (words.HANDED_COLUMNS, handed), fonts)
        yield "03-gop-y/so-lieu-gop-y.pdf", voice_paper(self.seat, str(self.year))
        for report in self.reports:
            yield report_path(report), report.content
            yield report_path(report, "pdf"), ModelReports(self.seat).written(report.id, "pdf")
        for mark in self.criteria:
            yield f"05-tieu-chi/{mark}.pdf", criteria_paper(self.seat, self.year, mark)
            yield f"05-tieu-chi/{mark}.xlsx", criteria_table(self.seat, self.year, mark)
        for file in self.files:
            yield file_path(file), EvidenceFiles(self.seat).read(file.id)[1]

    def _index(self, under: str) -> IndexSheet:
        told = [words.holds(len(self.written), len(self.files), len(self.reports)), words.NO_NAMES]
        told += filter(None, [words.left_out(self.left_out)])
        files = [
            (words.file_told(at, one.on, one.title, self._proves(one)), words.file_where(file_path(one), one.digest))
            for at, one in enumerate(self.files, 1)
        ]
        reports = [
            (
                words.report_told(self._period(one.period), one.version, one.number, one.issued_on),
                f"{report_path(one)} · {one.digest}",
            )
            for one in self.reports
        ]
        return IndexSheet(self.heading, under, told, self._by_kind(), self._by_way(), files, reports)

    def _by_kind(self) -> list[tuple[str, ...]]:
        rows = []
        for kind in self._kinds:
            written, handed = ([one for one in ones if one.kind == kind] for ones in (self.written, self.handed))
            rows.append((words.letter(kind), *_counts(written, handed)))
        return [*rows, (words.TOTAL, *_counts(self.written, self.handed))]

    def _by_way(self) -> list[tuple[str, ...]]:
        ways = Counter(one.way for one in self.handed)
        return [(words.way(code), amount(n)) for code, n in sorted(ways.items()) if words.way(code)]

    def _period(self, name: str) -> str:
        with suppress(NotAPeriod):  # a calendar may be gone since
            return period_title(self.seat.calendars().read_period(name))
        return name

    def _proves(self, one: EvidenceFile) -> str:
        return "; ".join(self.links[link] for link in one.links)

    def _table(self) -> bytes:
        files: list[tuple[str | int, ...]] = [
            (at, words.day(one.on), one.title, self._proves(one), file_path(one), one.digest, one.size)
            for at, one in enumerate(self.files, 1)
        ]
        reports = [(one.period, one.version, one.number, words.day(one.issued_on), one.digest) for one in self.reports]
        letters = [_letter_row(one) for one in self.letters]
        first, second, third = words.SHEETS
        return workbook(
            [
                WorkSheet(first, words.TABLE_FILES, files),
                WorkSheet(second, words.TABLE_LETTERS, letters),
                WorkSheet(third, words.TABLE_REPORTS, reports),
            ]
        )


def contents(seat: Seat, year: int, version: int, leave_out: bool) -> Contents:
    """Read what a pack of the year tells now."""
    with seat.reading() as reading:
        office = office_on(read_letterhead(reading.office), seat.units, seat.today())
        files = sorted((one for one in files_of(reading) if one.on.year == year), key=lambda one: (one.on, one.id))
        taken = tuple(one for one in files if not (leave_out and one.known))
        links = told_links(reading, (link for one in taken for link in one.links))
        reports = tuple(reversed([one for one in reading.reports.all() if one.period.startswith(str(year))]))
        letters = reading.evidence.letters(year)
    scored = {one.set_id for one in Criteria(seat).years() if one.year == year and one.confirmed_on}
    heading = Heading(office.parent_name, office.unit_name, place_and_date(office.place, seat.today()))
    told = (
        heading,
        office.unit_name,
        letters,
        taken,
        len(files) - len(taken),
        dict(links),
        reports,
        tuple(sorted(scored)),
    )
    return Contents(seat, year, version, *told)


def file_path(file: EvidenceFile) -> str:
    """Where a file lies in the pack: its name tells nothing that its title may."""
    return f"06-kiem-chung/{file.id:04}-{file.digest[:12]}.{file.ending}"


def report_path(report: KeptReport, ending: str = "json") -> str:
    """Where an issued report lies: its frozen content, and the paper drawn from it."""
    return f"04-bao-cao/{report.period.replace('@', '-')}-ban-{report.version}.{ending}"


def manifest_of(head: dict[str, object], members: Sequence[tuple[str, str, int]]) -> bytes:
    """The list of all members with SHA-256 and size, canonical; its own SHA-256 is the pack's."""
    told = [{"path": path, "sha256": digest, "size": size} for path, digest, size in sorted(members)]
    whole = {"format": "motcua-evidence-pack/1", **head, "members": told}
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _counts(written: Sequence[LetterFact], handed: Sequence[LetterFact]) -> tuple[str, str, str]:
    return amount(len(written)), amount(len(handed)), amount(sum(one.proof for one in handed))


def _number(one: LetterFact) -> str:
    return numbering.number(*one.number) if one.number else words.NO_NUMBER


def _given(one: LetterFact) -> str:
    return words.day(one.handed_on) or words.NOT_YET


def _handed_row(one: LetterFact) -> tuple[str, ...]:
    proof = words.YES if one.proof else ""
    return words.letter(one.kind), _number(one), words.day(one.handed_on), words.way(one.way), proof


def _letter_row(one: LetterFact) -> tuple[str | int, ...]:
    days = (words.day(one.dated), words.day(one.handed_on))
    return (
        _number(one),
        words.letter(one.kind),
        *days,
        words.way(one.way),
        words.reaction(one.reaction),
        int(one.proof),
    )
