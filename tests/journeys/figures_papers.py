"""What is typed at a desk, and a report put into the form of the plain model."""

from __future__ import annotations

from datetime import date
from typing import Any

from common.periods import Period
from desk_app.domain.drafts import BirthDraft, DeathDraft, Draft, MarriageDraft


def told(values: dict[str, Any]) -> tuple[Any, ...]:
    """What the model hears of a registration."""
    return values["event"], values["happened"], values["registered"], values["typed"]


def draft_of(values: dict[str, Any]) -> Draft:
    """What the clerk types."""
    name, day, registered = values["name"], f"{values['happened']:%d/%m/%Y}", f"{values['registered']:%d/%m/%Y}"
    common = {"registered_on": registered, "registration_type": values["typed"]}
    if values["event"] == "birth":
        mother = f"Trần Thị Mẹ {_word(values['twins'])}"
        return BirthDraft(child_name=f"Lê {_word(name)}", born=day, mother_name=mother, **common)
    if values["event"] == "marriage":
        return MarriageDraft(husband_name=f"Lê {_word(name)}", wife_name=f"Võ {_word(name)}", **common)
    return DeathDraft(deceased_name=f"Phan {_word(name)}", sex="nam", born="1950", died_on=day, **common)


def _word(number: int) -> str:
    syllables = ("An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khánh", "Linh", "Minh", "Ngọc")
    return " ".join(syllables[int(digit)] for digit in str(number))


def as_figures(report: Any) -> dict[str, Any]:
    """A report in the model's form."""
    ratings = report.ratings
    return {
        "events": dict(report.events),
        "late": dict(report.late),
        "letters": {kind: dict(stages) for kind, stages in report.letters.items()},
        "ratings": {"n": ratings.n, "by_score": _some(ratings.by_score), "by_channel": _some(ratings.by_channel)},
        "reactions": dict(report.reactions),
    }


def _some(counts: Any) -> dict[str, int]:
    return {word: n for word, n in counts.items() if n}


def span_of(period: Period) -> tuple[date, date]:
    """First and last day."""
    return period.first, period.last
