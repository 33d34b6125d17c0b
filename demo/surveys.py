"""One survey at one desk: the Front asks people in two hamlets, slips come back, the result goes up with the month."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from demo.program import write_json

DESK = "1"
"""Number of the desk that holds it."""
_PLACES = (
    ("Thôn Phú Mỹ", "30", "21", "1", "33333333332222222111"),
    ("Thôn Quảng Điền", "20", "13", "0", "3333332222221"),
)
_TIMES, _WORDS = ("on-time", "on-time", "early", "late"), ("Cán bộ niềm nở", "", "", "Sáng thứ hai chờ hơi lâu", "", "")


def survey(ask: Callable[..., Any], folder: Path, day: date) -> None:
    """Begin, hand out, type, close: `ask` runs one command at that desk on that day."""
    facts = {
        "name": "Lấy phiếu về sự phục vụ của bộ phận một cửa",
        "kind": "regular",
        "by": "front",
        "respondents": "people",
        "question_set": "service-3/1",
        "begun_on": day.replace(day=2).isoformat(),
        "planned_on": day.isoformat(),
    }
    id = str(ask("survey", "begin", write_json(folder / "survey.json", facts))["id"])
    for number, (name, handed, returned, spoiled, scores) in enumerate(_PLACES):
        ask("survey", "place", id, name, "--handed", handed, "--returned", returned, "--spoiled", spoiled)
        told = {"place": name, "answers": list(_slips(scores, day))}
        ask("survey", "answer", id, write_json(folder / f"survey-{number}.json", told))
    ask("survey", "close", id)


def _slips(scores: str, day: date) -> Iterator[dict[str, Any]]:
    for at, score in enumerate(scores):
        asked = {"attitude": score, "time": _TIMES[at % len(_TIMES)], "cost": "no"}
        yield {"score": score, "asked": asked, "comment": _WORDS[at % len(_WORDS)], "on": day.isoformat()}
