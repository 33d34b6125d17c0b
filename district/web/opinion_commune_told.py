"""How the page of one commune's answers speaks: figures, bars, what was done, as facts."""

from collections import Counter
from dataclasses import dataclass

from common.words import opinion_commune as said
from common.words import opinions as words
from common.words.reports import amount
from district.opinion_commune import CommuneVoice
from district.opinions import Opinions
from district.web.opinions_told import RowTold, row_told, told_of
from district.web.wall import Card

BAR = 200
"""So wide is a bar of all answers."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One level: its words, how many, the share in words, how wide its bar is."""

    words: str
    n: str
    share: str
    wide: float


@dataclass(frozen=True, slots=True)
class KindTold:
    """One kind of letter: prepared, handed over, answered, the rate, share and range or why there is none."""

    name: str
    prepared: str
    row: RowTold


@dataclass(frozen=True, slots=True)
class VoiceTold:
    """One commune's answers in words."""

    voice: CommuneVoice

    @property
    def cards(self) -> tuple[Card, ...]:
        """The four figures."""
        row, share, prepared = self.row, self.voice.here.share, self.voice.here.prepared
        rate = f"{row.rate} số thư đã trao" if row.rate else "theo thư có mã"
        out_of = f"{amount(share.content)} trong {amount(share.n)}" if share else words.FEW
        under = f"hài lòng trở lên, {row.reach}%" if share else "chờ gộp với góp ý về sau"
        late = f"quá hạn {amount(self.voice.late)}" if self.voice.late else "không việc nào quá hạn"
        return (
            Card("Thư có mã đã trao", row.delivered or "0", f"trong {amount(prepared or 0)} thư đã lập"),
            Card("Góp ý theo thư", row.n, rate),
            Card("Hài lòng trở lên", out_of, under),
            Card(said.AFTER, said.follow_ups(self.voice.follow_ups.done, self.voice.open), late),
        )

    @property
    def row(self) -> RowTold:
        """Share and range as the table of communes tells them."""
        return row_told(self.voice.here, self.voice.whole)

    @property
    def bars(self) -> list[Bar]:
        """How the answers divide, none where they are too few."""
        spread, n = self.voice.here.told.spread, self.voice.here.n
        counts = said.level_counts(spread) if n else []
        return [Bar(level, amount(part), words.percent(part / n), round(BAR * part / n, 1)) for level, part in counts]

    @property
    def kinds(self) -> list[KindTold]:
        """Each kind of letter that went out or was answered."""
        return [self._kind(one) for one in self.voice.kinds]

    @property
    def before(self) -> list[tuple[str, RowTold]]:
        """The quarters before, the newest first."""
        rows = ((words.period_short(one.asked.period), one) for one in self.voice.before)
        return [(name, told_of(one, self.voice.whole, ("", ""))) for name, one in rows]

    @property
    def reasons(self) -> list[tuple[str, int]]:
        """What was named, the most often first."""
        return said.reason_counts(self.voice.here.told.reasons)

    @property
    def ways(self) -> tuple[str, str]:
        """How the answers came; what the desk took down, apart."""
        here = self.voice.here
        return words.ways(here.told.by_channel), words.at_desks(here.tallies)

    @property
    def waits(self) -> list[str]:
        """What is in no share, and why."""
        pair = said.contradicted(self.voice.here.told.contradicted)
        told = said.waits(self.voice.waits.to_json())
        return [*told, *([pair] if pair else [])]

    @property
    def after(self) -> list[str]:
        """What was done about opinions."""
        did = self.voice.follow_ups
        if not did.opened + did.done + self.voice.open:
            return [said.NO_AFTER]
        facts = said.follow_up_facts(did.opened, (did.done, did.in_time, did.median), self.voice.late)
        outcome = said.outcomes(did.outcomes)
        return [*facts, *([outcome] if outcome else [])]

    @property
    def checks(self) -> str:
        """What was found of the letters drawn by lot."""
        found = Counter(row.found for row in self.voice.draws)
        return said.checks(found) if found else said.NO_CHECKS

    @property
    def drawn(self) -> list[tuple[str, str, str, str]]:
        """Each letter drawn: serial, kind, the day, what was found and when."""
        return [
            (str(row.serial), words.LETTERS[row.letter], _day(row.drawn_on), _found(row.found, row.shown_on))
            for row in self.voice.draws
        ]

    @property
    def surveys(self) -> list[tuple[str, str, str, str, str, str]]:
        """Each survey: what it was, its days, handed out, returned, answered, share and range or why there is none."""
        return [
            (
                said.survey(one.kind, one.by, one.respondents),
                f"{one.began:%d/%m} đến {one.ended:%d/%m/%Y}",
                amount(one.handed),
                said.slips(one.returned),
                said.slips(one.n),
                f"{words.percent(one.share.part)} ({words.reach(one.share.content, one.share.n)})"
                if one.share
                else words.PAPER_FEW,
            )
            for one in self.voice.surveys
        ]

    def _kind(self, one: Opinions) -> KindTold:
        prepared = amount(one.prepared) if one.prepared is not None else ""
        return KindTold(said.letter(one.asked.kind), prepared, told_of(one, None, ("", "")))


def _found(found: str, shown_on: str) -> str:
    return f"{words.FOUND[found]}, {_day(shown_on)}" if shown_on else words.FOUND[found]


def _day(iso: str) -> str:
    return f"{iso[8:10]}/{iso[5:7]}"
