"""Any registration the domain allows, for property tests."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from common.dates import PartialDate
from common.names import PersonName
from desk_app.domain.events import CASES, Birth, Death, Marriage, Notice
from desk_app.domain.people import SEXES, CitizenId, Declarant, Person

TEXT = st.text(max_size=30)
LETTERS = "ăâđêôơưẮ Ễy'’H-0nguỹĐ\u0301\u0323"
PERSON_NAMES = (
    st.text(LETTERS, min_size=1, max_size=60).filter(lambda text: any(map(str.isalpha, text))).map(PersonName)
)
DAYS = st.dates(date(1800, 1, 1), date(2100, 12, 31))
PARTIAL = st.one_of(
    DAYS.map(PartialDate.of),
    DAYS.map(lambda day: PartialDate(day.year, day.month)),
    DAYS.map(lambda day: PartialDate(day.year)),
)
IDS = st.none() | st.text("0123456789", min_size=12, max_size=12).map(CitizenId)
PEOPLE = st.builds(Person, PERSON_NAMES, st.none() | PARTIAL, st.sampled_from(SEXES), TEXT, IDS, TEXT, TEXT, TEXT)
COMMON = {
    "registered_on": DAYS,
    "number": st.text("0123456789/", max_size=12),
    "book": TEXT,
    "unit": TEXT,
    "registration_type": st.integers(0, 4),
    "late": st.booleans(),
    "cases": st.frozensets(st.sampled_from(CASES)),
    "hamlet": TEXT,
    "declarant": st.none() | st.builds(Declarant, st.none() | PERSON_NAMES, TEXT, TEXT, IDS),
}
CHILDREN = PEOPLE.flatmap(lambda child: PARTIAL.map(lambda born: replace(child, born=born)))
BIRTHS = st.builds(
    Birth,
    **COMMON,
    child=CHILDREN,
    birth_place=TEXT,
    home_town=TEXT,
    born_in_words=TEXT,
    twin_group=TEXT,
    mother=st.none() | PEOPLE,
    father=st.none() | PEOPLE,
)
MARRIAGES = st.builds(Marriage, **COMMON, husband=PEOPLE, wife=PEOPLE)
DEATHS = st.builds(
    Death,
    **COMMON,
    deceased=PEOPLE,
    died_on=PARTIAL,
    last_residence=TEXT,
    died_at=TEXT,
    died_place=TEXT,
    cause=TEXT,
    notice=st.none() | st.builds(Notice, TEXT, TEXT, TEXT, st.none() | PARTIAL),
    mother_name=st.none() | PERSON_NAMES,
    father_name=st.none() | PERSON_NAMES,
)
REGISTRATIONS = BIRTHS | MARRIAGES | DEATHS
