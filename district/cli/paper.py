"""The report on paper, with a row for each commune when it sums up several."""

from collections.abc import Sequence

from common.counts import Report
from common.dates import place_and_date
from common.paper.fonts import Fonts
from common.paper.sheet import Heading, Part, report_pdf
from district.house import District
from district.paths import resources
from district.reports import figures
from district.store.desks import DeskRow
from district.store.store import Work


def report_file(district: District, work: Work, over: tuple[Sequence[DeskRow], str], counted: Report) -> bytes:
    """The PDF of a report over these desks; `over` is the desks and the unit that was asked for, if any."""
    desks, asked = over
    body = district.unit_on_day(asked or district.facts.unit)
    parts = [
        Part(
            district.unit_on_day(unit).official,
            figures(work, [desk for desk in desks if desk.unit == unit], counted.period),
        )
        for unit in sorted({desk.unit for desk in desks})
    ]
    above = district.units.parent(body, district.world.today())
    dated = place_and_date(district.unit_on_day(district.facts.unit).name, district.world.today())
    heading = Heading(above.full_name if above else "", body.full_name, dated)
    return report_pdf(counted, heading, Fonts(resources() / "fonts"), parts if len(parts) > 1 else ())
