"""A desk that gets to know a level above late: everything since its first day goes up, in bundles of bounded length."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from test_services_letters import prepared, text_of
from test_services_registering import BIRTH, entered

from common.words import month as said
from desk_app.services import month_end, month_view
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Wish
from desk_app.services.month_view import month_contents
from exchange.bundle import OpenedBundle
from tools.pretend_office import PretendOffice

SHORT = 6


@pytest.fixture
def office(tmp_path: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> PretendOffice:
    """Tied only after two families had their letters; a bundle holds six lines at most."""
    for module in (month_end, month_view):
        monkeypatch.setattr(module, "MOST_LINES", SHORT)
    for name in ("Lê Gia Hân", "Vũ Khánh An"):
        letter = prepared(
            desk.letters.prepare([entered(desk.register.enter(replace(BIRTH, child_name=name))).id], Wish())
        )
        desk.letters.printed([letter.letter])
    level_above = PretendOffice(tmp_path)
    desk.district.enrol(level_above.enrol(desk))
    return level_above


def test_the_first_months_go_up_in_several_bundles_that_follow_on_each_other(
    desk: Desk, office: PretendOffice, tmp_path: Path
) -> None:
    contents = month_contents(desk.seat)
    assert contents.bundles == 2
    told = said.since(contents.receipt, contents.receipt_on, contents.seq, contents.bundles)
    assert told == "Chưa có biên nhận, tính từ đầu sổ đến lúc này. Sổ dài nên ghi thành 2 gói, số 1 đến số 2."
    bundles = desk.month.close(tmp_path / "usb")
    spans = [(bundle.seq, bundle.basis, bundle.head) for bundle in bundles]
    assert spans == [(1, 0, SHORT), (2, SHORT, contents.head)]
    assert said.written_title([1, 2, 3], True) == "Gói số 1, 2 và 3 đã ghi ra USB và đọc lại đúng từng chữ"
    read = [office.opened(bundle.path.read_bytes()) for bundle in bundles]
    assert read[0].manifest.digest_at_head == read[1].manifest.digest_at_basis
    assert sum(one.manifest.counts.get("registered", 0) for one in read) == 2
    answered(desk, office, read)


def answered(desk: Desk, office: PretendOffice, read: list[OpenedBundle]) -> None:
    """The second stick comes first: it waits above, and nothing is lost or told twice."""
    start = {"upto": 0, "digest_at_upto": read[0].manifest.digest_at_basis}
    assert desk.month.receive(office.receipt(read[1], verdict="waiting", **start)).upto == 0
    assert desk.month.receive(office.receipt(read[0])).upto == SHORT
    assert month_contents(desk.seat).bundles == 1, "what is left fits into one"
    assert desk.month.receive(office.receipt(read[1])).upto == read[1].manifest.head
    assert month_contents(desk.seat).stop == "nothing-to-export"


def test_a_stop_between_two_bundles_goes_on_with_the_same_ones(
    desk: Desk, office: PretendOffice, tmp_path: Path
) -> None:
    class PulledOut(Exception):
        pass

    begun: list[int] = []

    def pull(done: int, total: int) -> None:
        begun.append(done)
        if begun.count(2) == 2:
            raise PulledOut

    with pytest.raises(PulledOut):
        desk.month.close(tmp_path / "usb", step=pull)
    assert [path.name[-9:] for path in (tmp_path / "usb").iterdir()] == ["so-1.mctt"]
    (rest,) = desk.month.close(tmp_path / "usb")
    assert (rest.seq, rest.basis) == (2, SHORT)


def test_a_letter_of_the_time_before_never_gets_a_code(desk: Desk, office: PretendOffice) -> None:
    again = prepared(desk.letters.prepare([1], Wish()))
    assert (again.code, again.link) == ("", "")
    desk.letters.printed([again.letter], reason="kẹt giấy")
    assert "Mã " not in text_of(desk.letters.pdf([again.letter]))
    later = entered(desk.register.enter(replace(BIRTH, child_name="Phạm Minh Khôi"))).id
    assert prepared(desk.letters.prepare([later], Wish())).code
