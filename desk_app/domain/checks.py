"""Checks between fields: numbers against dates and sexes, ages of parents and spouses, who is missing."""

from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from common.dates import PartialDate, wrote_year
from common.spoken_dates import same_words
from desk_app.domain.ages import age_range
from desk_app.domain.brief_life import outlived
from desk_app.domain.events import BRIEF, COURT, Notice
from desk_app.domain.form import Form
from desk_app.domain.people import CitizenId, Person, Sex

YOUNGEST_PARENT = 12
OLDEST_PARENT = {"mother": 60, "father": 75}
OLDEST_AGE, OLDEST = 110, 120

# fmt: off
# Annex of TT 07/2016/TT-BCA: the 63 provinces of that time; a person's prefix outlives every merger.
_PROVINCES = (
    1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37, 38, 40, 42, 44,
    45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77, 79, 80, 82, 83, 84, 86, 87, 89,
    91, 92, 93, 94, 95, 96,
)
# fmt: on
PROVINCE_PREFIXES = frozenset(f"{number:03d}" for number in _PROVINCES)


@dataclass(frozen=True, slots=True)
class Numbered:
    """Somebody's personal number with the field it stands in and what it should agree with."""

    role: str
    field: str
    citizen_id: CitizenId | None
    sex: Sex = "unknown"
    born: PartialDate | None = None

    @classmethod
    def of(cls, role: str, field: str, person: Person | None) -> "Numbered":
        """A person's number with the person's own sex and birth date."""
        if person is None:
            return cls(role, field, None)
        return cls(role, field, person.citizen_id, person.sex, person.born)


def check_numbers(form: Form, *people: Numbered) -> None:
    """Each number against its owner (only worth a look: sex changes, cards err), and no number twice (an error)."""
    for one in people:
        _check_number(form, one)
    for first, second in combinations(people, 2):
        if first.citizen_id is not None and first.citizen_id == second.citizen_id:
            form.error(second.field, "same-citizen-id", person=second.role, other=first.role)


def _check_number(form: Form, one: Numbered) -> None:
    if one.citizen_id is None:
        return
    if "unknown" != one.sex != one.citizen_id.sex:
        form.warn(one.field, "citizen-id-sex", sex=one.citizen_id.sex)
    if one.born is not None and one.born.year != one.citizen_id.birth_year:
        form.warn(one.field, "citizen-id-year", year=str(one.citizen_id.birth_year), born=str(one.born.year))
    if one.citizen_id.prefix not in PROVINCE_PREFIXES:
        form.warn(one.field, "citizen-id-prefix", prefix=one.citizen_id.prefix)


def check_parent_age(form: Form, role: str, parent: Person | None, born: PartialDate | None) -> None:
    """A parent is seldom under 12, a mother over 60 or a father over 75 when the child is born."""
    if parent is None or parent.born is None or born is None:
        return
    youngest = age_range(parent.born, born.earliest())[0]
    oldest = age_range(parent.born, born.latest())[1]
    field = f"{role}_born"
    if oldest < 0:
        form.warn(field, "parent-born-after-child", person=role)
    elif youngest < YOUNGEST_PARENT:
        form.warn(field, "parent-too-young", person=role, age=str(max(youngest, 0)))
    elif oldest > OLDEST_PARENT[role]:
        form.warn(field, "parent-too-old", person=role, age=str(oldest))


def check_blank_parents(form: Form, mother: Person | None, father: Person | None) -> None:
    """A blank parent is allowed; the case that explains it is asked for, and must not contradict a name."""
    cases = form.case_words()
    if mother is None and father is None:
        if "abandoned" not in cases and not {"mother_unknown", "father_unknown"} <= cases:
            form.warn("case", "parents-blank")
        return
    for role, parent in (("mother", mother), ("father", father)):
        unknown = f"{role}_unknown" in cases
        if parent is None and not unknown:
            form.warn("case", "parent-blank", person=role)
        elif parent is not None and unknown:
            form.warn("case", "parent-not-unknown", person=role)


def check_great_age(form: Form, role: str, field: str, ages: tuple[PartialDate | None, date | None]) -> None:
    """Nobody is over 120: most often a year typed wrong, and it would stand on a letter for ever."""
    born, on = ages
    if born is not None and on is not None and age_range(born, on)[0] > OLDEST:
        form.warn(field, "age-over-120", person=role, age=str(age_range(born, on)[0]))


def check_marriage_age(form: Form, role: str, spouse: Person | None, registered_on: date | None) -> None:
    """Man from 20, woman from 18 on the registration day (Luật HNGĐ Điều 8); an unclear age only warns."""
    if spouse is None or registered_on is None or form.failed(f"{role}_born"):
        return
    needed = form.rules.value("husband-age" if role == "husband" else "wife-age", registered_on)
    check_great_age(form, role, f"{role}_born", (spouse.born, registered_on))
    if needed is None:
        return
    field, word = f"{role}_born", {"husband": "groom", "wife": "bride"}[role]
    if spouse.born is None:
        form.warn(field, f"{word}-age-unclear", age=str(needed))
        return
    youngest, oldest = age_range(spouse.born, registered_on)
    if oldest < needed:
        form.error_unless_reasoned(field, f"{word}-under-age", age=str(needed))
    elif youngest < needed:
        form.warn(field, f"{word}-age-unclear", age=str(needed))


def check_spouses(form: Form, husband: Person | None, wife: Person | None, registered_on: date | None) -> None:
    """Two numbers of the same sex are most often one card scanned twice; and one spouse lives in this commune."""
    if husband is None or wife is None:
        return
    if husband.citizen_id and wife.citizen_id and husband.citizen_id.sex == wife.citizen_id.sex:
        form.warn("wife_citizen_id", "same-sex-spouses", sex=wife.citizen_id.sex)
    ours = form.text("unit") in ("", form.rules.unit)
    if registered_on is None or not ours or not form.rules.commune_names:
        return
    homes = (husband.residence, wife.residence)
    checked = form.rules.value("residence-of-one-spouse", registered_on)
    if checked and all(homes) and not any(form.rules.lives_here(home) for home in homes):
        form.warn("wife_residence", "residence-elsewhere")


def check_life(form: Form, born: PartialDate | None, died_on: PartialDate | None) -> None:
    """Nobody dies before being born, and few live past 110."""
    if born is None or died_on is None:
        return
    if died_on.latest() < born.earliest():
        form.error("died_on", "died-before-born", born=born.slashed())
    elif died_on.earliest() < born.latest():
        form.warn("died_on", "died-before-born-unclear", born=born.slashed())
    elif age_range(born, died_on.latest())[1] > OLDEST_AGE:
        form.warn("born", "very-old", age=str(age_range(born, died_on.latest())[1]))


def check_brief_life(form: Form, born: PartialDate | None, died_on: PartialDate | None) -> None:
    """Under 24 hours is a day or the next one; who dies on the day of birth most likely lived no longer."""
    brief = BRIEF in form.case_words()
    if brief and born is None and not form.failed("born"):
        form.warn("born", "brief-life-born-empty")
    if born is None or died_on is None or form.failed("died_on"):
        return
    if brief and outlived(born, died_on):
        form.warn("died_on", "brief-life-longer", born=born.slashed())
    elif not brief and born.exact() is not None and born == died_on:
        form.warn("case", "brief-life-unsaid", case=BRIEF)


def check_short_year(form: Form, born: PartialDate | None) -> None:
    """1/1/20 of somebody who died is a small child or somebody of a hundred years: both readings are told."""
    if born is None or wrote_year(form.text("born"), born) or form.today.year - born.year + 100 > OLDEST_AGE:
        return
    older = replace(born, year=born.year - 100)
    form.warn("born", "year-two-readings", first=born.slashed(), second=older.slashed())


def check_notice(form: Form, notice: Notice | None, died_on: PartialDate | None) -> None:
    """No paper tells of a death before it happened; a court's judgment is where its time begins."""
    issued = notice.issued if notice else None
    if COURT in form.case_words() and issued is None and not form.failed("notice_date"):
        form.warn("notice_date", "judgment-day-empty")
    elif issued is not None and died_on is not None and issued.latest() < died_on.earliest():
        form.warn("notice_date", "notice-before-death", died_on=died_on.slashed())


def check_words(form: Form, born: PartialDate | None) -> None:
    """The date in words says what the figures say, in whichever of the usual spellings."""
    typed = form.text("born_in_words")
    if typed and born is not None and not same_words(typed, born.words()):
        form.warn("born_in_words", "words-beside-date", words=born.words())
