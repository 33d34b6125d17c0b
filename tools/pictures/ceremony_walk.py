"""Through Lễ trao and Đi trao tại nhà: a day tomorrow, its order, the question after printing, a round."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from desk_app.services.ceremonies import Ceremonies, Plan
from tools.pictures.invented import Cast, marriage
from tools.pictures.stage import Stage, keys

_TITLE, _PLACE = "Lễ trao giấy kết hôn", "Hội trường UBND xã"
_GIVER = "bà Vũ Thị Thanh Hà, Phó Chủ tịch Ủy ban nhân dân xã"
_MOST = 7
_COUPLES = (("Lê Hoàng Nam", "Phan Thị Thu Thủy"), ("Y Thịnh Niê", "H’Loan Ayŭn"))
"""Come in after the others' letters were printed."""
_REASONS = {"looks-alike": "hai đôi khác nhau"}


def ceremony_walk(stage: Stage, cast: Cast) -> Iterator[str]:
    """The name of each picture, the window standing as it shall be taken."""
    days = Ceremonies(stage.desk.seat)
    day = days.make(Plan(stage.desk.seat.today() + timedelta(days=1), "8:00", _PLACE, _TITLE, _GIVER))
    for husband, wife in _COUPLES:
        stage.desk.register.enter(replace(marriage(cast), husband_name=husband, wife_name=wife, reasons=_REASONS))
    free = sorted((one for one in days.offers() if not one.refused), key=lambda one: one.state == "none")
    order = [one.place for one in (*free[: _MOST - len(_COUPLES)], *free[-len(_COUPLES) :])]
    days.put_in(day, order)
    days.comes(day, order[1], False)
    page = stage.go("ceremony")
    yield "27-ceremony"
    for name, action in (("add", "ceremony-add"), ("plan", "ceremony-plan"), ("reading", "ceremony-reading")):
        stage.act(action)
        yield f"27-ceremony-{name}"
        stage.dismiss()
    stage.act("ceremony-envelopes")
    yield "27-ceremony-envelopes"
    stage.dismiss()
    stage.act("ceremony-letters")
    yield "27-ceremony-question"
    page.bar.setFocus()
    stage.front()
    keys(page.bar, "1")
    stage.settle()
    yield "27-ceremony-printed"
    page = stage.go("round")
    yield "27-round"
    page.handed.click()
    stage.settle()
    yield "27-round-handed"
    stage.dismiss()
    page = stage.go("papers")
    for number, row in enumerate(page.model.rows):
        page.table.selectRow(number)
        stage.settle()
        if row.id in ("slips", "board", "names"):
            yield f"27-papers-{row.id}"
