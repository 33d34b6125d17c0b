"""From drafts to registrations: the value, or every problem at once in the order of the fields (DOMAIN 1.10)."""

from dataclasses import replace
from datetime import date

from common.dates import PartialDate
from common.names import PersonName
from desk_app.domain.checks import (
    Numbered,
    check_blank_parents,
    check_brief_life,
    check_great_age,
    check_life,
    check_marriage_age,
    check_notice,
    check_numbers,
    check_parent_age,
    check_short_year,
    check_spouses,
    check_words,
)
from desk_app.domain.drafts import BirthDraft, DeathDraft, Draft, MarriageDraft
from desk_app.domain.events import COURT, AnyRegistration, Birth, Death, Marriage, Notice
from desk_app.domain.form import Form
from desk_app.domain.people import Person
from desk_app.domain.problems import Outcome
from desk_app.domain.reading_registration import (
    check_happened_before,
    check_not_in_future,
    read_registered_on,
    read_registration,
)
from desk_app.domain.redraft import draft_of
from desk_app.domain.rules import Rules

__all__ = ["draft_of", "read_birth", "read_death", "read_draft", "read_marriage"]


def read_draft(draft: Draft, rules: Rules, today: date) -> Outcome[AnyRegistration]:
    """The registration in a draft of any kind."""
    if isinstance(draft, BirthDraft):
        birth = read_birth(draft, rules, today)
        return Outcome(birth.value, birth.problems)
    if isinstance(draft, MarriageDraft):
        marriage = read_marriage(draft, rules, today)
        return Outcome(marriage.value, marriage.problems)
    death = read_death(draft, rules, today)
    return Outcome(death.value, death.problems)


def read_birth(draft: BirthDraft, rules: Rules, today: date) -> Outcome[Birth]:
    """A birth; either parent or both may be blank, sex and number of the child may be missing."""
    form = Form(draft, rules, today)
    name = form.required_name("child_name", "child", form.text("nationality"))
    born = form.required_day("born", "born-empty")
    citizen_id, sex = form.citizen_id("child_citizen_id"), form.sex("sex")
    mother, father = form.parent("mother", "female"), form.parent("father", "male")
    registered_on = read_registered_on(form)
    common = read_registration(form, registered_on, born, "birth-limit-days")

    check_happened_before(form, "born", born, registered_on)
    check_great_age(form, "child", "born", (born, registered_on))
    _check_parents(form, mother, father, born)
    check_words(form, born)
    check_numbers(
        form,
        Numbered("child", "child_citizen_id", citizen_id, sex, born),
        Numbered.of("mother", "mother_citizen_id", mother),
        Numbered.of("father", "father_citizen_id", father),
    )
    if form.refused() or name is None or born is None or common is None:
        return Outcome(None, form.problems())
    birth = Birth(
        **common,
        child=replace(_principal(form, name), born=born, sex=sex, citizen_id=citizen_id),
        birth_place=form.text("birth_place"),
        home_town=form.text("home_town"),
        born_in_words=form.text("born_in_words") or born.words(),
        twin_group=form.text("twin_group"),
        mother=mother,
        father=father,
    )
    return Outcome(birth, form.problems())


def _check_parents(form: Form, mother: Person | None, father: Person | None, born: PartialDate | None) -> None:
    check_blank_parents(form, mother, father)
    for role, parent in (("mother", mother), ("father", father)):
        check_parent_age(form, role, parent, born)
        check_not_in_future(form, (f"{role}_born", parent.born if parent else None))
    check_not_in_future(form, ("born", born))


def read_marriage(draft: MarriageDraft, rules: Rules, today: date) -> Outcome[Marriage]:
    """A marriage; an age under the law's is an error until a reason is given for it."""
    form = Form(draft, rules, today)
    husband, wife = form.spouse("husband", "male"), form.spouse("wife", "female")
    registered_on = read_registered_on(form)
    common = read_registration(form, registered_on, None, None)

    for role, spouse in (("husband", husband), ("wife", wife)):
        check_not_in_future(form, (f"{role}_born", spouse.born if spouse else None))
        check_marriage_age(form, role, spouse, registered_on)
    check_numbers(
        form,
        Numbered.of("husband", "husband_citizen_id", husband),
        Numbered.of("wife", "wife_citizen_id", wife),
    )
    check_spouses(form, husband, wife, registered_on)
    if form.refused() or husband is None or wife is None or common is None:
        return Outcome(None, form.problems())
    return Outcome(Marriage(**common, husband=husband, wife=wife), form.problems())


def read_death(draft: DeathDraft, rules: Rules, today: date) -> Outcome[Death]:
    """A death; hour, cause and notice are never asked for."""
    form = Form(draft, rules, today)
    name = form.required_name("deceased_name", "deceased", form.text("nationality"))
    born, died_on = form.day("born"), form.required_day("died_on", "died-on-empty")
    citizen_id, sex = form.citizen_id("citizen_id"), form.sex("sex")
    notice, died_at = _read_notice(form), form.time("died_at")
    parents = {"mother_name": form.name("mother_name"), "father_name": form.name("father_name")}
    registered_on = read_registered_on(form)
    common = read_registration(form, registered_on, _counted_from(form, died_on, notice), "death-limit-days")

    check_happened_before(form, "died_on", died_on, registered_on)
    check_not_in_future(form, ("died_on", died_on), ("born", born), ("notice_date", notice.issued if notice else None))
    check_life(form, born, died_on)
    check_brief_life(form, born, died_on)
    check_short_year(form, born)
    check_notice(form, notice, died_on)
    check_numbers(form, Numbered("deceased", "citizen_id", citizen_id, sex, born))
    if form.refused() or name is None or died_on is None or common is None:
        return Outcome(None, form.problems())
    deceased = replace(_principal(form, name), id_paper=form.text("id_paper"))
    death = Death(
        **common,
        **parents,
        deceased=replace(deceased, born=born, sex=sex, citizen_id=citizen_id),
        last_residence=form.text("last_residence"),
        died_on=died_on,
        died_at=died_at,
        died_place=form.text("died_place"),
        cause=form.text("cause"),
        notice=notice,
    )
    return Outcome(death, form.problems())


def _principal(form: Form, name: PersonName) -> Person:
    return Person(name=name, ethnic_group=form.text("ethnic_group"), nationality=form.text("nationality"))


def _counted_from(form: Form, died_on: PartialDate | None, notice: Notice | None) -> PartialDate | None:
    """The day from which the time to register runs, as Death.counted_from has it."""
    if COURT not in form.case_words():
        return died_on
    return notice.issued if notice else None


def _read_notice(form: Form) -> Notice | None:
    notice = Notice(
        kind=form.text("notice_kind"),
        number=form.text("notice_number"),
        issuer=form.text("notice_issuer"),
        issued=form.day("notice_date"),
    )
    return None if notice == Notice() else notice
