"""How the table of answers speaks: rows in words and drawings, notes as facts."""

from dataclasses import dataclass

from common.words import opinions as words
from common.words.reports import amount
from district.opinions import CommuneOpinions, Opinions, OpinionsTable, Share
from district.web.range_line import RangeLine, band_of, range_line, ticks

WHOLE = {"province": "cả tỉnh", "district": "cả huyện", "commune": "cả xã"}


@dataclass(frozen=True, slots=True)
class RowTold:
    """One row: how many letters and answers, the rate, the drawing, share and range in words; `few` stands instead of
    them where there are too few answers."""

    code: str
    name: str
    delivered: str
    n: str
    rate: str
    line: RangeLine | None
    share: str
    reach: str
    few: str
    noted: bool


@dataclass(frozen=True, slots=True)
class TableTold:
    """The table of a period; `level` is that of the office."""

    table: OpinionsTable
    level: str

    @property
    def rows(self) -> list[RowTold]:
        """The communes by name."""
        return [row_told(row, self.table.whole.share) for row in self.table.rows]

    @property
    def whole(self) -> RowTold:
        """The last row."""
        return told_of(self.table.whole, None, ("", words.TOTAL))

    @property
    def ticks(self) -> list[tuple[float, str, str]]:
        """The numbers above the drawings."""
        return ticks()

    @property
    def band(self) -> tuple[float, float] | None:
        """Where the band of the whole lies."""
        return band_of(self.table.whole.share)

    @property
    def fair(self) -> str:
        """What the band is."""
        share = self.table.whole.share
        return words.band(share.content, share.n, WHOLE[self.level]) if share else ""

    @property
    def under(self) -> str:
        """Days and letters, beside the title."""
        return f"{words.days(self.table.asked.period)}, {words.letters(self.table.kinds)}"

    @property
    def kinds(self) -> list[tuple[str, str]]:
        """Which letters may be chosen."""
        asked = self.table.asked.kind
        there = [*self.table.kinds, *([asked] if asked and asked not in self.table.kinds else [])]
        return [("", words.EVERY_KIND), *((kind, f"Thư {words.LETTERS[kind]}") for kind in there)]

    @property
    def notes(self) -> list[tuple[str, str, list[str]]]:
        """Code, name and facts of each commune beside whose answers something is noted."""
        return [(row.place.code, row.place.name, note_told(row)) for row in self.table.rows if row.notes]

    @property
    def ways(self) -> tuple[str, str]:
        """How the answers came; what desks took down, apart."""
        whole = self.table.whole
        return words.ways(whole.told.by_channel), words.at_desks(whole.tallies)


def row_told(row: CommuneOpinions, whole: Share | None) -> RowTold:
    """One commune's row before the band of the whole."""
    return told_of(row, whole, (row.place.code, row.place.name), bool(row.notes))


def note_told(row: CommuneOpinions) -> list[str]:
    """The facts noted beside a commune's answers."""
    return [sentence for note in row.notes for sentence in note.sentences]


def told_of(one: Opinions, whole: Share | None, named: tuple[str, str], noted: bool = False) -> RowTold:
    """Figures in words before the band of the whole; `named` is code and name."""
    share, delivered = one.share, one.delivered
    return RowTold(
        *named,
        amount(delivered) if delivered is not None else "",
        words.number(one.n) if one.n or delivered else "",
        words.percent(one.rate) if one.rate is not None else "",
        range_line(share, whole),
        words.percent(share.part) if share else "",
        words.reach(share.content, share.n) if share else "",
        "" if share else words.too_few(one.asked.period, delivered),
        noted,
    )
