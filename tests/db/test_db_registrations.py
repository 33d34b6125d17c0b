import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from db_samples import BOOK, DAY, UNIT, birth, death, line, marriage, person, subject
from db_strategies import REGISTRATIONS
from hypothesis import HealthCheck, given, settings
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, InvalidRequestError

from common.dates import PartialDate
from desk_app.db.register import Act, Register
from desk_app.db.trouble import NumberTaken


@pytest.fixture(scope="module")
def common_register(blank: Path, tmp_path_factory: pytest.TempPathFactory, key: bytes) -> Iterator[Register]:
    folder = shutil.copytree(blank, tmp_path_factory.mktemp("property") / "desk")
    register = Register.open(Path(folder), key, os.urandom)
    yield register
    register.close()


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(registration=REGISTRATIONS)
def test_every_field_of_a_registration_comes_back_as_it_was(common_register, registration):
    with common_register.work() as work:
        added = work.registrations.add(registration, subject())
        kept = work.registrations.get(added.id)
        work.search.remove(added.id, registration)
    assert kept.registration == replace(registration, number=added.number)
    assert kept.event == registration.event


def test_numbers_run_on_within_book_unit_event_and_year(register):
    with register.work() as work:
        numbers = [work.registrations.add(birth(), subject()).number for _ in range(3)]
        other_event = work.registrations.add(death(), subject()).number
        other_book = work.registrations.add(birth(book="02/2026"), subject()).number
        other_unit = work.registrations.add(birth(unit="21997"), subject()).number
        next_year = work.registrations.add(birth(registered_on=date(2027, 1, 4)), subject()).number
        work.commit()
    assert numbers == ["01/2026", "02/2026", "03/2026"]
    assert (other_event, other_book, other_unit, next_year) == ("01/2026", "01/2026", "01/2026", "01/2027")


def test_the_next_number_follows_the_highest_even_when_it_was_voided(register):
    with register.work() as work:
        added = work.registrations.add(birth(number="17"), subject())
        work.registrations.void(added.id, "nhầm sổ")
        assert work.registrations.next_number("birth", UNIT, BOOK, 2026) == "18/2026"


@pytest.mark.parametrize("typed", ["5/2026", "05/2026", "005", "5", " 05 / 2026"])
def test_one_number_written_in_five_ways_is_taken_once(register, typed):
    with register.work() as work:
        first = work.registrations.add(birth(number="5/2026"), subject())
        assert work.registrations.taken("birth", UNIT, BOOK, typed, 2026) == first.id
        with pytest.raises(NumberTaken) as taken:
            work.registrations.add(birth("Lê Thị Hoa", number=typed), subject())
        assert taken.value.id == first.id
        work.commit()
    with register.reading() as reading:
        assert len(reading.registrations.newest(10)) == 1


def test_a_number_of_another_year_book_or_event_is_free(register):
    with register.work() as work:
        work.registrations.add(birth(number="5"), subject())
        free = work.registrations.taken
        assert free("birth", UNIT, BOOK, "5", 2025) is None
        assert free("birth", UNIT, "02/2026", "5", 2026) is None
        assert free("death", UNIT, BOOK, "5", 2026) is None
        assert free("birth", UNIT, BOOK, "5A", 2026) is None


def test_amending_onto_a_taken_number_is_refused_and_changes_nothing(register):
    with register.work() as work:
        first = work.registrations.add(birth(number="5"), subject())
        second = work.registrations.add(birth("Lê Thị Hoa", number="6"), subject())
        with pytest.raises(NumberTaken) as taken:
            work.registrations.amend(second.id, birth("Lê Thị Hoa", number="05"), "nhầm số")
        work.commit()
    assert taken.value.id == first.id
    with register.reading() as reading:
        assert reading.registrations.get(second.id).version == 1


def test_every_version_is_kept_with_reason_user_and_moment(register):
    with register.work(Act("clerk", "2026-02-05T08:00:00+07:00")) as work:
        id = work.registrations.add(birth("Đặng Văn Lan"), subject(), {"late-birth": "ở xa"}).id
        work.commit()
    with register.work(Act("leader", "2026-02-06T08:00:00+07:00")) as work:
        assert work.registrations.amend(id, birth("Đặng Văn Lân"), "sai dấu") == 2
        assert work.registrations.void(id, "trùng") == 3
        work.commit()
    with register.reading() as reading:
        kept = reading.registrations.get(id)
        steps = reading.registrations.history(id)
    assert (kept.version, kept.state, kept.registration.number) == (3, "void", "01/2026")
    assert [(step.state, step.reason, step.who) for step in steps] == [
        ("live", "", "clerk"),
        ("live", "sai dấu", "leader"),
        ("void", "trùng", "leader"),
    ]
    assert steps[0].registration.child.name.text == "Đặng Văn Lan"
    assert steps[0].reasons == {"late-birth": "ở xa"}


def test_a_void_registration_frees_its_number_and_cannot_be_amended(register):
    with register.work() as work:
        added = work.registrations.add(birth(number="5"), subject())
        work.registrations.void(added.id, "nhầm")
        again = work.registrations.add(birth(number="5"), subject())
        with pytest.raises(KeyError):
            work.registrations.amend(added.id, birth(), "sửa")
        assert again.id != added.id


def test_history_cannot_be_rewritten_even_by_a_program_with_the_key(register):
    with register.work() as work:
        work.registrations.add(birth(), subject())
        for act in ("UPDATE registration_versions SET reason = 'x'", "DELETE FROM registration_versions"):
            with pytest.raises(IntegrityError, match="registration_versions_no_"):
                work._connection.execute(text(act))


def test_leaving_without_commit_undoes_everything(register):
    with register.work() as work:
        work.registrations.add(birth(), subject())
    with pytest.raises(IndexError), register.work() as work:
        (work.registrations.add(birth(), subject()),)[1]
    with register.reading() as reading:
        assert reading.registrations.newest(10) == ()
        assert reading.search.find("dang", 10) == ()


def test_nothing_may_follow_a_commit(register):
    with register.work() as work:
        work.commit()
        with pytest.raises(InvalidRequestError):
            work.registrations.add(birth(), subject())


def test_a_look_alike_is_found_by_name_and_day_and_a_twin_by_both_parents(register):
    parents = {"mother": person("Lê Thị Hoa", "1999"), "father": person("Đặng Văn Tám")}
    with register.work() as work:
        id = work.registrations.add(birth("Đặng Văn Lân", "2026-01-03", **parents), subject()).id
        alike = work.registrations.alike
        assert alike("birth", ("dang van lan",), PartialDate(2026, 1, 3)) == (id,)
        assert alike("birth", ("dang van lan",), PartialDate(2026, 1)) == (id,)
        assert alike("birth", ("dang van lan",), None) == (id,)
        assert alike("birth", ("le thi hoa", "dang van tam"), PartialDate(2026, 1, 3)) == (id,)
        assert alike("birth", ("dang van lan",), PartialDate(2026, 1, 4)) == ()
        assert alike("birth", ("le thi hoa", "tran van sau"), PartialDate(2026, 1, 3)) == ()
        assert alike("death", ("dang van lan",), PartialDate(2026, 1, 3)) == ()
        work.registrations.void(id, "nhầm")
        assert alike("birth", ("dang van lan",), None) == ()


def test_a_married_pair_is_alike_only_as_a_pair(register):
    with register.work() as work:
        id = work.registrations.add(marriage(), subject()).id
        assert work.registrations.alike("marriage", ("y moan eban", "hhen nie"), PartialDate.of(DAY)) == (id,)
        assert work.registrations.alike("marriage", ("y moan eban", "le thi hoa"), None) == ()
        work.registrations.add(marriage("Lê Văn An", "Lê Văn An"), subject())
        assert work.registrations.alike("marriage", ("le van an", "y moan eban"), None) == ()


def test_erasing_needs_its_line_first_and_leaves_no_name(register):
    about = subject()
    with register.work() as work:
        id = work.registrations.add(birth("Nguyễn Thị Bông"), about).id
        work.journal.append(line(about))
        with pytest.raises(IntegrityError, match="no_delete"):
            work.registrations.erase(id)
    with register.work() as work:
        id = work.registrations.add(birth("Nguyễn Thị Bông"), about).id
        work.journal.append(line(about))
        work.journal.append(replace(line(about, "erased"), shared=None, home=None))
        work.registrations.erase(id)
        work.journal.forget(about)
        work.commit()
    with register.reading() as reading:
        assert reading.registrations.get(id) is None
        assert reading.search.find("bong", 10) == reading.search.find("1", 10) == ()
        assert list(reading.journal.shared_parts(1, 9)) == []
        assert reading.journal.verify() == 2
