"""Amending one part of a registration."""

from __future__ import annotations

from test_services_registering import BIRTH, entered

from desk_app.services.amending import amend_part, parts_of
from desk_app.services.desk import Desk
from desk_app.services.registering import Amended


def test_the_parts_are_those_of_the_form_as_the_form_shows_them(desk: Desk) -> None:
    id = entered(desk.register.enter(BIRTH)).id
    parts = {part.label: part.value for part in parts_of(desk.seat, id)}
    assert (parts["Họ tên trẻ"], parts["Ngày sinh"], parts["Giới tính"]) == ("Nguyễn Trần Minh Anh", "09/11/2026", "nữ")
    assert "Trường hợp" not in parts


def test_one_part_changes_and_the_rest_stays(desk: Desk) -> None:
    id = entered(desk.register.enter(BIRTH)).id
    assert isinstance(amend_part(desk.seat, id, ("sex", "nam"), "Gõ nhầm"), Amended)
    parts = {part.label: part.value for part in parts_of(desk.seat, id)}
    assert (parts["Giới tính"], parts["Họ tên trẻ"]) == ("nam", "Nguyễn Trần Minh Anh")


def test_what_is_wrong_is_said_in_sentences_and_nothing_is_written(desk: Desk) -> None:
    id = entered(desk.register.enter(BIRTH)).id
    assert amend_part(desk.seat, id, ("born", "31/02/2026"), "Gõ nhầm") == ("Ngày này không có trong lịch: 31/02/2026",)
    assert desk.register.show(id).version == 1
