"""A template on all its samples: whether every letter of its kind can be set in these words, and how it looks."""

from dataclasses import dataclass

from common.letter_findings import Finding
from common.letter_text import Template
from desk_app.letters.branches import covering, never_taken
from desk_app.letters.samples import SHORTEST, USUAL, WORST, Base, Sample, samples_of
from desk_app.letters.stock import Stock
from desk_app.letters.trial import Trial, Tried, try_on

SHORT = "letter-short-text"


@dataclass(frozen=True, slots=True)
class Proof:
    """One text, read, with the samples of its form."""

    tried: Tried
    samples: tuple[Sample, ...]
    stock: Stock

    def findings(self) -> tuple[Finding, ...]:
        """What keeps any sample from being set well, each thing once with the first case it was seen in; then the words
        that no letter would ever say."""
        told: dict[tuple[str, str, str], Finding] = {}
        for sample in self.samples:
            for one in try_on(self.tried, sample, self.stock).findings:
                what = one.details.get("found", "") if one.code == "value-missing" else ""
                told.setdefault((one.code, one.section, what), one)
        usual = [_short(self.tried)] if any(one.code == SHORT for one in self.trial("usual").steps) else []
        return (*told.values(), *usual, *never_taken(self.tried, self.samples))

    def cases(self) -> tuple[Sample, ...]:
        """Shortest, usual, longest, and one more for every way through the conditions that these do not take."""
        first = [sample for sample in self.samples if sample.parts in (SHORTEST, USUAL, WORST)]
        more = [sample for sample in covering(self.tried, self.samples) if sample not in first]
        return (*first, *more)

    def trial(self, name: str) -> Trial:
        """The letter of the sample of this name, the usual one for a name that is none."""
        usual = next(sample for sample in self.samples if sample.parts == USUAL)
        return try_on(self.tried, next((one for one in self.samples if one.name == name), usual), self.stock)


def _short(tried: Tried) -> Finding:
    """The usual letter has the short text already: what was written at length is hardly ever printed."""
    section = next((name for name in tried.template.sections if f"{name} ngắn" in tried.template.sections), "")
    return Finding("hint", "usual-is-short", section, tried.line_of(section), 1, {"found": section})


def proof_of(tried: tuple[str, str, Template], base: Base, stock: Stock) -> Proof:
    """The proof of a text (its form, the text, the text read) with the samples of this office."""
    layout, text, template = tried
    return Proof(Tried(layout, text, template, stock.templates[layout]), samples_of(layout, base), stock)
