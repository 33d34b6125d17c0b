"""One draft being read: its texts, turned field by field into values, and the problems met on the way."""

import re
from datetime import date

from common.dates import NEWEST_SHORT_YEAR, NotADate, PartialDate
from common.names import PersonName, fold, tidy
from desk_app.domain.drafts import Draft, event_of, field_names
from desk_app.domain.events import CASES
from desk_app.domain.people import CitizenId, NotACitizenId, Person, Sex, name_has_symbols, name_lost_its_marks
from desk_app.domain.problems import Problem
from desk_app.domain.rules import Rules

SEX_WORDS: dict[str, Sex] = {
    **dict.fromkeys(("1", "nam", "m", "male", "trai"), "male"),
    **dict.fromkeys(("2", "nu", "f", "female", "gai"), "female"),
    **dict.fromkeys(("3", "unknown", "chua xac dinh", "khong ro"), "unknown"),
}
LONGEST = 500
"""No field of a paper form holds more characters; what is longer was pasted by mistake."""
_HOME_NATIONALITIES = ("", "viet nam", "vietnam", "vn")
_PERSON_PARTS = ("born", "residence", "citizen_id", "id_paper")
_TIME = re.compile(r"([0-9]{1,2}) ?(?:[:.]|h|g|giờ) ?(?:([0-9]{1,2}) ?(?:p|phút)?)? ?(sáng|chiều|tối)?")


YOUNGEST_NAMED = 12
"""Whoever has a child or marries was not born more recently than so many years ago."""


def newest_year(event: str, field: str, today: date) -> int:
    """The last year that two digits may mean in a field: a birthday of the dead has come, a parent's or a spouse's is
    some years away; a day that has just happened may be a slip into tomorrow, which is then told."""
    if field.endswith("_born"):
        return today.year - YOUNGEST_NAMED
    return today.year if (event, field) == ("death", "born") else NEWEST_SHORT_YEAR


class Form:
    """Reads one draft under dated rules on a day; collects every problem instead of stopping at the first."""

    def __init__(self, draft: Draft, rules: Rules, today: date) -> None:
        self.rules = rules
        self.today = today
        self._draft = draft
        self._problems: list[Problem] = []
        self._event = event_of(draft)
        self._order = field_names(self._event)
        for field in self._order:
            if len(str(getattr(draft, field))) > LONGEST:
                self.error(field, "too-long", limit=str(LONGEST))

    def text(self, field: str) -> str:
        """What stands in a field, tidied."""
        return tidy(str(getattr(self._draft, field)))

    def error(self, field: str, code: str, **details: str) -> None:
        """Note what keeps the draft from being saved."""
        self._problems.append(Problem(field, code, "error", details))

    def warn(self, field: str, code: str, **details: str) -> None:
        """Note what deserves a second look."""
        self._problems.append(Problem(field, code, "warning", details))

    def error_unless_reasoned(self, field: str, code: str, **details: str) -> None:
        """Note an error, or a warning when the clerk gave a reason for this code."""
        if tidy(self._draft.reasons.get(code, "")):
            self.warn(field, code, **details)
        else:
            self.error(field, code, **details)

    def failed(self, field: str) -> bool:
        """Whether a field already has an error."""
        return any(problem.field == field and problem.level == "error" for problem in self._problems)

    def refused(self) -> bool:
        """Whether the draft cannot become a registration."""
        return any(problem.level == "error" for problem in self._problems)

    def problems(self) -> tuple[Problem, ...]:
        """Everything noted, in the order of the fields."""
        return tuple(sorted(self._problems, key=lambda problem: self._order.index(problem.field)))

    def name(self, field: str, nationality: str = "") -> PersonName | None:
        """A name exactly as typed, or None where the field is blank."""
        text = self.text(field)
        if not text:
            return None
        if name_has_symbols(text):
            self.warn(field, "name-has-symbols", name=text)
        elif name_lost_its_marks(text) and not self._is_foreign(nationality):
            self.warn(field, "name-without-marks", name=text)
        return PersonName(text)

    def required_name(self, field: str, person: str, nationality: str) -> PersonName | None:
        """A name that the registration is about; blank is an error."""
        name = self.name(field, nationality)
        if name is None:
            self.error(field, "name-empty", person=person)
        return name

    def day(self, field: str) -> PartialDate | None:
        """A date, however partial, or None where the field is blank or unreadable (then it has an error)."""
        text = self.text(field)
        if not text:
            return None
        try:
            return PartialDate.parse(text, newest_year(self._event, field, self.today))
        except NotADate as wrong:
            first, second = wrong.readings
            self.error(field, wrong.code, text=wrong.text, **({"first": first, "second": second} if first else {}))
            return None

    def required_day(self, field: str, code: str) -> PartialDate | None:
        """A date that the registration cannot do without; blank is the error `code`."""
        if not self.text(field):
            self.error(field, code)
        return self.day(field)

    def citizen_id(self, field: str) -> CitizenId | None:
        """A personal number, or None where the field is blank or unreadable (then it has an error)."""
        text = self.text(field)
        if not text:
            return None
        try:
            return CitizenId.read(text)
        except NotACitizenId as wrong:
            self.error(field, wrong.code, found=str(wrong.found))
            return None

    def sex(self, field: str) -> Sex:
        """A sex out of the words and codes in use; blank is unknown and worth a look."""
        text = self.text(field)
        if not text:
            self.warn(field, "sex-empty")
        elif fold(text) not in SEX_WORDS:
            self.error(field, "sex-unclear", text=text)
        return SEX_WORDS.get(fold(text), "unknown")

    def cases(self) -> frozenset[str]:
        """The special cases of the registration; a word outside the closed list is an error."""
        words = self.case_words()
        for word in sorted(words - frozenset(CASES)):
            self.error("case", "case-unknown", word=word)
        return words & frozenset(CASES)

    def time(self, field: str) -> str:
        """A time of day as HH:MM when hour and minute are readable, else as typed; the law lets it be blank."""
        text = self.text(field)
        clock = clock_of(text)
        if clock is None:
            self.warn(field, "time-unclear", text=text)
        return text if clock is None else clock

    def parent(self, role: str, sex: Sex) -> Person | None:
        """Mother or father; None where the name is blank, which is an error only if other fields are not."""
        parent = self._person(role, sex)
        if parent is None and any(self.text(f"{role}_{part}") for part in _PERSON_PARTS):
            self.error(f"{role}_name", "person-without-name", person=role)
        return parent

    def spouse(self, role: str, sex: Sex) -> Person | None:
        """Husband or wife; a blank name is an error."""
        spouse = self._person(role, sex)
        if spouse is None:
            self.error(f"{role}_name", "name-empty", person=role)
        return spouse

    def case_words(self) -> frozenset[str]:
        """The words typed into `case`, known or not."""
        return frozenset(self.text("case").replace(",", " ").replace("-", "_").lower().split())

    def _is_foreign(self, nationality: str) -> bool:
        """Whether a name may well have no Vietnamese mark: its owner's nationality, a parent's, or the case says so."""
        parents = (self.text(field) for field in ("mother_nationality", "father_nationality") if field in self._order)
        strange = any(fold(text) not in _HOME_NATIONALITIES for text in (nationality, *parents))
        return strange or "foreign_element" in self.case_words()

    def _person(self, role: str, sex: Sex) -> Person | None:
        nationality = self.text(f"{role}_nationality")
        name = self.name(f"{role}_name", nationality)
        born, citizen_id = self.day(f"{role}_born"), self.citizen_id(f"{role}_citizen_id")
        if name is None:
            return None
        return Person(
            name=name,
            born=born,
            sex=sex,
            residence=self.text(f"{role}_residence"),
            citizen_id=citizen_id,
            id_paper=self.text(f"{role}_id_paper"),
            ethnic_group=self.text(f"{role}_ethnic_group"),
            nationality=nationality,
        )


def clock_of(text: str) -> str | None:
    """A time of day as typed: HH:MM, or the hour in words where no minute is known; None where it cannot be read."""
    found = _TIME.fullmatch(text.lower())
    if found is None:
        return None if text else ""
    hour = _hour(found)
    if hour > 23 or int(found[2] or "0") > 59:
        return None
    if found[2] is None and found[3] is None:
        return text
    return f"{hour:02d}:{int(found[2]):02d}" if found[2] else f"{hour} giờ"


def _hour(found: re.Match[str]) -> int:
    """5 giờ chiều is 17."""
    later = found[3] in ("chiều", "tối") and int(found[1]) < 12
    return int(found[1]) + 12 * later
