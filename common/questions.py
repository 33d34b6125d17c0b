"""Question sets: what is asked about the service, as versioned data (resources/questions/*.json).

A file is one JSON object: `id` (a word), `version` (from 1), `scale` (3 or 5), `questions` — each with `code`, `words`
{language: text} and `choices` [{`code`, `words`}] — and `reasons` {"low": […], "high": […]} of {`code`, `words`}. The
question `overall` has the scores of the scale as choices. A version in use is never changed: an answer keeps it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from common.names import tidy
from common.scales import CONTENT, SCALES, levels

OVERALL = "overall"
REASON = "reason"
"""Under this name an answer keeps the reasons that were ticked, their codes with spaces between."""
LONGEST = 200
_CODE = re.compile(r"[a-z0-9][a-z0-9-]{0,31}", re.ASCII)


class NotAQuestionSet(ValueError):
    """The data is no question set; the text says where: `questions[2].choices[0].words`."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that may be chosen, or one reason: a code and its words by language."""

    code: str
    words: Mapping[str, str]

    def say(self, language: str = "vi") -> str:
        """The words in that language, else in Vietnamese."""
        return self.words.get(language) or self.words["vi"]


@dataclass(frozen=True, slots=True)
class Question:
    """One question with the answers that may be chosen, in the order in which they are shown."""

    code: str
    words: Mapping[str, str]
    choices: tuple[Choice, ...]

    def say(self, language: str = "vi") -> str:
        """The question in that language, else in Vietnamese."""
        return self.words.get(language) or self.words["vi"]


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """One version of one set; `mark` is what an answer keeps of it: "service-3/1"."""

    id: str
    version: int
    scale: int
    questions: tuple[Question, ...]
    low: tuple[Choice, ...]
    high: tuple[Choice, ...]

    @property
    def mark(self) -> str:
        """Set and version in one word."""
        return f"{self.id}/{self.version}"

    @property
    def overall(self) -> Question:
        """The question whose answer is the score."""
        return next(question for question in self.questions if question.code == OVERALL)

    @property
    def more(self) -> tuple[Question, ...]:
        """The questions beside the overall one."""
        return tuple(question for question in self.questions if question.code != OVERALL)

    def reasons(self, score: str) -> tuple[Choice, ...]:
        """What is offered to be ticked after this score: what pleased, or what is to be mended."""
        return self.high if score in CONTENT[self.scale] else self.low

    def misfit(self, asked: Mapping[str, str]) -> str:
        """The first question of an answer that this set does not ask, or to which it knows no such choice."""
        known = {question.code: {choice.code for choice in question.choices} for question in self.more}
        known[REASON] = {choice.code for choice in (*self.low, *self.high)}
        return next((code for code in asked if not _fits(code, asked[code], known)), "")


@dataclass(frozen=True, slots=True)
class QuestionSets:
    """Every set and version that may be asked, and the versions that were `withdrawn`: answers that kept one of these
    still find what they were asked."""

    sets: tuple[QuestionSet, ...]
    withdrawn: tuple[QuestionSet, ...] = ()

    def newest(self, id: str) -> QuestionSet:
        """The newest version of a set; KeyError when there is none."""
        of_id = [one for one in self.sets if one.id == id]
        if not of_id:
            raise KeyError(id)
        return max(of_id, key=lambda one: one.version)

    def get(self, mark: str) -> QuestionSet | None:
        """The set of that mark, a withdrawn one too."""
        return next((one for one in (*self.sets, *self.withdrawn) if one.mark == mark), None)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids, sorted."""
        return tuple(sorted({one.id for one in self.sets}))


def choices_told(asked: Mapping[str, str]) -> Iterator[str]:
    """What an answer says beside its score, as tallies name it: "attitude.3", "reason.wait"."""
    for code, chosen in sorted(asked.items()):
        yield from (f"{code}.{choice}" for choice in chosen.split())


def read_question_sets(folder: Path) -> QuestionSets:
    """Every set in `*.json` of a folder; NotAQuestionSet names file and place."""
    found = []
    for path in sorted(folder.glob("*.json")):
        try:
            found.append(read_question_set(path.read_bytes()))
        except NotAQuestionSet as broken:
            raise NotAQuestionSet(f"{path.name}: {broken}") from broken
    marks = [one.mark for one in found]
    if len(set(marks)) != len(marks):
        raise NotAQuestionSet("the same version twice")
    return QuestionSets(tuple(found))


def read_question_set(raw: bytes) -> QuestionSet:
    """One set; NotAQuestionSet says where it does not fit."""
    try:
        told = json.loads(raw.decode("utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError) as broken:
        raise NotAQuestionSet("not JSON in UTF-8") from broken
    found = _mapping(told, "the whole")
    version, scale = found.get("version"), found.get("scale")
    if type(version) is not int or not 1 <= version <= 10_000:
        raise NotAQuestionSet("version")
    if type(scale) is not int or scale not in SCALES:
        raise NotAQuestionSet("scale")
    questions = tuple(_question(one, f"questions[{at}]") for at, one in enumerate(_list(found, "questions")))
    reasons = _mapping(found.get("reasons", {}), "reasons")
    low, high = (_choices(_list(reasons, side, "reasons"), f"reasons.{side}") for side in ("low", "high"))
    _check(questions, scale)
    return QuestionSet(_code(found.get("id"), "id"), version, scale, questions, low, high)


def _fits(code: str, chosen: str, known: Mapping[str, set[str]]) -> bool:
    choices = chosen.split()
    several = code == REASON and len(set(choices)) == len(choices)
    return bool(choices) and (several or len(choices) == 1) and set(choices) <= known.get(code, set())


def _check(questions: tuple[Question, ...], scale: int) -> None:
    _once((question.code for question in questions), "questions")
    overall = [question for question in questions if question.code == OVERALL]
    if len(overall) != 1 or tuple(choice.code for choice in overall[0].choices) != levels(scale):
        raise NotAQuestionSet("overall")


def _question(told: object, place: str) -> Question:
    found = _mapping(told, place)
    choices = _choices(_list(found, "choices", place), f"{place}.choices")
    if len(choices) < 2:
        raise NotAQuestionSet(f"{place}.choices")
    return Question(_code(found.get("code"), f"{place}.code"), _words(found.get("words"), f"{place}.words"), choices)


def _choices(told: list[Any], place: str) -> tuple[Choice, ...]:
    read = tuple(_choice(one, f"{place}[{at}]") for at, one in enumerate(told))
    _once((choice.code for choice in read), place)
    return read


def _choice(told: object, place: str) -> Choice:
    found = _mapping(told, place)
    return Choice(_code(found.get("code"), f"{place}.code"), _words(found.get("words"), f"{place}.words"))


def _words(told: object, place: str) -> Mapping[str, str]:
    found = {str(tongue): tidy(str(text)) for tongue, text in _mapping(told, place).items()}
    if not found.get("vi") or any(not text or len(text) > LONGEST for text in found.values()):
        raise NotAQuestionSet(place)
    return found


def _code(told: object, place: str) -> str:
    if not isinstance(told, str) or not _CODE.fullmatch(told):
        raise NotAQuestionSet(place)
    return told


def _mapping(told: object, place: str) -> Mapping[str, Any]:
    if not isinstance(told, dict):
        raise NotAQuestionSet(place)
    return cast("Mapping[str, Any]", told)


def _list(told: Mapping[str, Any], name: str, place: str = "") -> list[Any]:
    found = told.get(name, [])
    if not isinstance(found, list):
        raise NotAQuestionSet(f"{place}.{name}" if place else name)
    return found


def _once(codes: Iterable[str], place: str) -> None:
    listed = list(codes)
    if len(set(listed)) != len(listed):
        raise NotAQuestionSet(place)
