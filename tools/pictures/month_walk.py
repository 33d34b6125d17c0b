"""Through the month end: contents, keys, the second person, the bundle, receipts, and what a restore took away."""

from __future__ import annotations

from collections.abc import Iterator

from desk_app.services.after_restore import own_up_to
from tools.pictures.above import Above, lost
from tools.pictures.register import SECOND_PASSWORD
from tools.pictures.stage import Stage, keys


def month_walk(stage: Stage, above: Above) -> Iterator[str]:
    """The name of each picture, the window standing as it shall be taken."""
    page = stage.go("month")
    yield "28-month-contents"
    page.show_sent()
    stage.settle()
    yield "28-month-sent"
    stage.act("exchange-keys")
    yield "28-month-keys"
    stage.desk.district.change_keys()
    page.tying.show()
    yield "28-month-keys-anew"
    stage.desk.district.keep_keys()
    page = stage.go("month")
    page.step_on()
    yield "28-month-no-stick"
    stage.desk.settings.put("second-person", "on")
    page = stage.go("month")
    yield "28-month-two-people"
    page.step_on()
    stage.settle()
    yield "28-month-second"
    page.second.password.setFocus()
    keys(page, SECOND_PASSWORD)
    page.step_on()
    stage.settle()
    yield "28-month-seen"
    stage.asker.answers = [stage.folder / "usb"]
    page.step_on()
    stage.settle(max(stage.pause, 200))
    yield "29-month-result"
    newest = max((stage.folder / "usb").glob("GOI-*.mctt"), key=lambda path: path.stat().st_mtime)
    stage.asker.answers = [above.answer(newest, 2)]
    stage.act("receive-receipt")
    yield "29-month-receipt"
    with stage.desk.seat.work() as work:
        own_up_to(stage.desk.seat, work)
        work.commit()
    page = stage.go("month")
    yield "29-month-owed"
    above.forks = (lost(),)
    stage.asker.answers = [above.answer(newest, 3)]
    stage.act("receive-receipt")
    stage.act("see-lacking")
    yield "29-month-lacking"
