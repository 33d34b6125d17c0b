"""Who signs on a day: several at once, by default, by kind of letter, by name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desk_app.domain.office import EVERY, Signatory
from desk_app.services.office import (
    keep_signatories,
    read_signatories,
    signatories_on,
    signatory_named,
    signatory_on,
)

CHAIR = Signatory("Phạm Quốc Thịnh", ("CHỦ TỊCH",), date(2025, 7, 1))
DEPUTY = Signatory("Vũ Thị Thanh Hà", ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), date(2026, 1, 5), date(2026, 11, 30))
DAY, LATER = date(2026, 11, 20), date(2026, 12, 1)


class Papers(dict[str, str]):
    def put(self, name: str, json_text: str) -> None:
        self[name] = json_text


def test_several_sign_at_once_and_the_newest_first_unless_the_office_said_otherwise() -> None:
    assert signatories_on((CHAIR, DEPUTY), DAY) == (DEPUTY, CHAIR)
    assert signatories_on((CHAIR, DEPUTY), LATER) == (CHAIR,)
    usual, mourner = replace(CHAIR, usual=(EVERY,)), replace(CHAIR, usual=("death",))
    assert signatory_on((usual, DEPUTY), DAY) is usual
    assert signatory_on((mourner, DEPUTY), DAY) is DEPUTY
    assert signatory_on((mourner, DEPUTY), DAY, "death") is mourner
    assert signatory_on((usual, replace(DEPUTY, usual=("birth",))), DAY, "birth") == replace(DEPUTY, usual=("birth",))


def test_of_two_entries_of_one_day_the_later_written_signs() -> None:
    again = replace(CHAIR, name="Phạm Quốc Thịnh Sửa")
    assert signatory_on((CHAIR, again), DAY) is again


def test_a_person_in_two_capacities_is_named_with_the_capacity() -> None:
    acting = Signatory(DEPUTY.name, ("Q. CHỦ TỊCH",), date(2026, 6, 1))
    people = (CHAIR, DEPUTY, acting)
    assert signatory_named(people, DEPUTY.name, DAY) is acting
    assert signatory_named(people, "Vũ Thị Thanh Hà (KT. CHỦ TỊCH / PHÓ CHỦ TỊCH)", DAY) is DEPUTY
    assert signatory_named(people, DEPUTY.told, LATER) is None
    assert signatory_named(people, "Ai Đó", DAY) is None


def test_what_the_office_said_of_a_signatory_is_kept() -> None:
    papers = Papers()
    keep_signatories(papers, (replace(CHAIR, usual=("death", EVERY)), DEPUTY))
    assert read_signatories(papers) == (replace(CHAIR, usual=("death", EVERY)), DEPUTY)
