"""What the page of one letter asks: the office's question set, or after a condolence letter its own three words."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from common.questions import Choice, QuestionSet, QuestionSets, read_question_sets
from common.scales import CONTENT, levels
from district.paths import resources
from district.web.languages import Tongue

USUAL = "service-3"
MOURNING = "death"
_MOURNING_SCALE = 3


@dataclass(frozen=True, slots=True)
class Look:
    """How one level stands on its button: colour and face, beside its words."""

    tone: str
    face: str


LOOKS: Mapping[int, Mapping[int, Look]] = MappingProxyType(
    {
        3: {3: Look("good", "laugh"), 2: Look("fair", "smile"), 1: Look("poor", "sad")},
        5: {
            5: Look("good", "laugh"),
            4: Look("good", "smile"),
            3: Look("fair", "flat"),
            2: Look("poor", "sad"),
            1: Look("poor", "grim"),
        },
    }
)


@dataclass(frozen=True, slots=True)
class Asked:
    """The question of one letter in one language, its levels (the most satisfied first) and the reasons after each."""

    questions: QuestionSet
    kind: str
    tongue: Tongue

    @property
    def mourns(self) -> bool:
        """Whether a family in mourning is asked."""
        return self.kind == MOURNING

    @property
    def scale(self) -> int:
        """How many levels there are."""
        return _MOURNING_SCALE if self.mourns else self.questions.scale

    @property
    def scores(self) -> tuple[int, ...]:
        """The levels, the most satisfied first."""
        return tuple(int(level) for level in levels(self.scale))

    @property
    def words(self) -> str:
        """The question itself."""
        return self.tongue["mourning-question"] if self.mourns else self.questions.overall.say(self.tongue["lang"])

    @property
    def count(self) -> str:
        """How many levels there are, as a word inside a sentence."""
        return self.tongue[f"count-{self.scale}"]

    def level(self, score: int) -> str:
        """The words on the button of this score."""
        if self.mourns:
            return self.tongue[f"mourning-{score}"]
        codes = {choice.code: choice for choice in self.questions.overall.choices}
        return codes[str(score)].say(self.tongue["lang"])

    def look(self, score: int) -> Look:
        """Colour and face of the button of this score."""
        return LOOKS[self.scale][score]

    def is_low(self, score: int) -> bool:
        """Whether somebody who answers so is not content."""
        return str(score) not in CONTENT[self.scale]

    def reasons(self, score: int) -> tuple[Choice, ...]:
        """What is offered to tick after this score: what to mend, or what pleased; nothing of that in grief."""
        if self.is_low(score):
            return self.questions.low
        return () if self.mourns else self.questions.high

    def read_score(self, text: str) -> int | None:
        """The score that a form sent, None when this question has no such level."""
        return int(text) if text in levels(self.scale) else None


@cache
def question_sets() -> QuestionSets:
    """Every question set that comes with the program."""
    return read_question_sets(resources() / "questions")


def set_of_office(id: str) -> QuestionSet:
    """The newest version of the office's set; the usual one when this program does not know that set."""
    known = question_sets()
    return known.newest(id if id in known.ids else USUAL)
