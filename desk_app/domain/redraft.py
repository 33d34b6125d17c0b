"""A registration as a draft again, for amending and for forms; reading it gives the same registration back."""

from common.dates import PartialDate
from common.names import PersonName
from desk_app.domain.drafts import Draft, draft_from
from desk_app.domain.events import LATE, ON_TIME, AnyRegistration, Birth, Death, Marriage, Notice
from desk_app.domain.people import CitizenId, Declarant, Person

Texts = dict[str, object]


def draft_of(registration: AnyRegistration) -> Draft:
    """The draft a clerk would have typed; what the program had filled in by itself is left blank to follow changes."""
    return draft_from(registration.event, {**_own(registration), **_common(registration)})


def _own(registration: AnyRegistration) -> Texts:
    if isinstance(registration, Birth):
        return _birth(registration)
    return _marriage(registration) if isinstance(registration, Marriage) else _death(registration)


def _common(registration: AnyRegistration) -> Texts:
    declarant = registration.declarant or Declarant()
    return {
        "declarant_name": _name(declarant.name),
        "declarant_relation": declarant.relation,
        "declarant_residence": declarant.residence,
        "declarant_citizen_id": _digits(declarant.citizen_id),
        "registered_on": PartialDate.of(registration.registered_on).slashed(),
        "number": registration.number,
        "book": registration.book,
        "unit": registration.unit,
        "registration_type": _type(registration),
        "hamlet": registration.hamlet,
        "case": " ".join(sorted(registration.cases)),
    }


def _type(registration: AnyRegistration) -> str:
    computed = LATE if registration.late else ON_TIME
    begun = registration.counted_from
    certain = begun is not None and begun.exact() is not None
    return "" if certain and registration.registration_type == computed else str(registration.registration_type)


def _birth(birth: Birth) -> Texts:
    words = birth.born_in_words
    return {
        "child_name": _name(birth.child.name),
        "child_citizen_id": _digits(birth.child.citizen_id),
        "born": _day(birth.child.born),
        "born_in_words": "" if words == birth.happened_on.words() else words,
        "sex": birth.child.sex,
        "birth_place": birth.birth_place,
        "home_town": birth.home_town,
        "ethnic_group": birth.child.ethnic_group,
        "nationality": birth.child.nationality,
        "twin_group": birth.twin_group,
        **_person("mother", birth.mother),
        **_person("father", birth.father),
    }


def _marriage(marriage: Marriage) -> Texts:
    return {**_person("husband", marriage.husband), **_person("wife", marriage.wife)}


def _death(death: Death) -> Texts:
    notice = death.notice or Notice()
    return {
        "deceased_name": _name(death.deceased.name),
        "born": _day(death.deceased.born),
        "sex": death.deceased.sex,
        "citizen_id": _digits(death.deceased.citizen_id),
        "id_paper": death.deceased.id_paper,
        "ethnic_group": death.deceased.ethnic_group,
        "nationality": death.deceased.nationality,
        "last_residence": death.last_residence,
        "died_on": _day(death.died_on),
        "died_at": death.died_at,
        "died_place": death.died_place,
        "cause": death.cause,
        "notice_kind": notice.kind,
        "notice_number": notice.number,
        "notice_issuer": notice.issuer,
        "notice_date": _day(notice.issued),
        "mother_name": _name(death.mother_name),
        "father_name": _name(death.father_name),
    }


def _person(role: str, person: Person | None) -> Texts:
    if person is None:
        return {}
    return {
        f"{role}_name": _name(person.name),
        f"{role}_born": _day(person.born),
        f"{role}_residence": person.residence,
        f"{role}_citizen_id": _digits(person.citizen_id),
        f"{role}_id_paper": person.id_paper,
        f"{role}_ethnic_group": person.ethnic_group,
        f"{role}_nationality": person.nationality,
    }


def _name(name: PersonName | None) -> str:
    return "" if name is None else name.text


def _day(day: PartialDate | None) -> str:
    return "" if day is None else day.slashed()


def _digits(citizen_id: CitizenId | None) -> str:
    return "" if citizen_id is None else citizen_id.digits
