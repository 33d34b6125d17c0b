"""Registrations as plain JSON values and back, field by field, so that a renamed attribute cannot lose a word."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from common.dates import PartialDate
from common.names import PersonName
from desk_app.domain.events import AnyRegistration, Birth, Death, Marriage, Notice
from desk_app.domain.people import CitizenId, Declarant, Person

Body = dict[str, Any]
Value = TypeVar("Value")


def to_body(registration: AnyRegistration) -> Body:
    """Every field of a registration as text, numbers, lists and nulls."""
    return {**_common(registration), **_own(registration)}


def _own(registration: AnyRegistration) -> Body:
    if isinstance(registration, Birth):
        return _birth(registration)
    return _marriage(registration) if isinstance(registration, Marriage) else _death(registration)


def from_body(event: str, body: Mapping[str, Any]) -> AnyRegistration:
    """The registration that `to_body` wrote; raises KeyError for an unknown event."""
    return _READERS[event](body)


def _common(registration: AnyRegistration) -> Body:
    return {
        "registered_on": registration.registered_on.isoformat(),
        "number": registration.number,
        "book": registration.book,
        "unit": registration.unit,
        "registration_type": registration.registration_type,
        "late": int(registration.late),
        "cases": sorted(registration.cases),
        "hamlet": registration.hamlet,
        "declarant": _maybe(_declarant, registration.declarant),
    }


def _common_from(body: Mapping[str, Any]) -> Body:
    return {
        "registered_on": date.fromisoformat(body["registered_on"]),
        "number": body["number"],
        "book": body["book"],
        "unit": body["unit"],
        "registration_type": body["registration_type"],
        "late": bool(body["late"]),
        "cases": frozenset(body["cases"]),
        "hamlet": body["hamlet"],
        "declarant": _maybe(_declarant_from, body["declarant"]),
    }


def _birth(birth: Birth) -> Body:
    return {
        "child": _person(birth.child),
        "birth_place": birth.birth_place,
        "home_town": birth.home_town,
        "born_in_words": birth.born_in_words,
        "twin_group": birth.twin_group,
        "mother": _maybe(_person, birth.mother),
        "father": _maybe(_person, birth.father),
    }


def _birth_from(body: Mapping[str, Any]) -> Birth:
    return Birth(
        **_common_from(body),
        child=_person_from(body["child"]),
        birth_place=body["birth_place"],
        home_town=body["home_town"],
        born_in_words=body["born_in_words"],
        twin_group=body["twin_group"],
        mother=_maybe(_person_from, body["mother"]),
        father=_maybe(_person_from, body["father"]),
    )


def _marriage(marriage: Marriage) -> Body:
    return {"husband": _person(marriage.husband), "wife": _person(marriage.wife)}


def _marriage_from(body: Mapping[str, Any]) -> Marriage:
    return Marriage(**_common_from(body), husband=_person_from(body["husband"]), wife=_person_from(body["wife"]))


def _death(death: Death) -> Body:
    return {
        "deceased": _person(death.deceased),
        "last_residence": death.last_residence,
        "died_on": death.died_on.iso(),
        "died_at": death.died_at,
        "died_place": death.died_place,
        "cause": death.cause,
        "notice": _maybe(_notice, death.notice),
        "mother_name": _name(death.mother_name),
        "father_name": _name(death.father_name),
    }


def _death_from(body: Mapping[str, Any]) -> Death:
    return Death(
        **_common_from(body),
        deceased=_person_from(body["deceased"]),
        last_residence=body["last_residence"],
        died_on=PartialDate.parse(body["died_on"]),
        died_at=body["died_at"],
        died_place=body["died_place"],
        cause=body["cause"],
        notice=_maybe(_notice_from, body["notice"]),
        mother_name=_maybe(PersonName, body["mother_name"]),
        father_name=_maybe(PersonName, body["father_name"]),
    )


def _person(person: Person) -> Body:
    return {
        "name": person.name.text,
        "born": _maybe(PartialDate.iso, person.born),
        "sex": person.sex,
        "residence": person.residence,
        "citizen_id": _digits(person.citizen_id),
        "id_paper": person.id_paper,
        "ethnic_group": person.ethnic_group,
        "nationality": person.nationality,
    }


def _person_from(body: Mapping[str, Any]) -> Person:
    return Person(
        name=PersonName(body["name"]),
        born=_maybe(PartialDate.parse, body["born"]),
        sex=body["sex"],
        residence=body["residence"],
        citizen_id=_maybe(CitizenId, body["citizen_id"]),
        id_paper=body["id_paper"],
        ethnic_group=body["ethnic_group"],
        nationality=body["nationality"],
    )


def _declarant(declarant: Declarant) -> Body:
    return {
        "name": _name(declarant.name),
        "relation": declarant.relation,
        "residence": declarant.residence,
        "citizen_id": _digits(declarant.citizen_id),
    }


def _declarant_from(body: Mapping[str, Any]) -> Declarant:
    return Declarant(
        name=_maybe(PersonName, body["name"]),
        relation=body["relation"],
        residence=body["residence"],
        citizen_id=_maybe(CitizenId, body["citizen_id"]),
    )


def _notice(notice: Notice) -> Body:
    issued = _maybe(PartialDate.iso, notice.issued)
    return {"kind": notice.kind, "number": notice.number, "issuer": notice.issuer, "issued": issued}


def _notice_from(body: Mapping[str, Any]) -> Notice:
    return Notice(body["kind"], body["number"], body["issuer"], _maybe(PartialDate.parse, body["issued"]))


def _name(name: PersonName | None) -> str | None:
    return None if name is None else name.text


def _digits(citizen_id: CitizenId | None) -> str | None:
    return None if citizen_id is None else citizen_id.digits


def _maybe(turn: Callable[[Any], Value], value: Any) -> Value | None:
    return None if value is None else turn(value)


_READERS: Mapping[str, Callable[[Mapping[str, Any]], AnyRegistration]] = {
    "birth": _birth_from,
    "marriage": _marriage_from,
    "death": _death_from,
}
