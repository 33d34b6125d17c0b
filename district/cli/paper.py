"""The report on paper, with a row for each commune when it sums up several."""

from collections.abc import Sequence

from common.counts import Report
from district import report_sheet
from district.house import District
from district.reports import Span, figures_over
from district.store.desks import DeskRow
from district.store.store import Work


def report_file(
    district: District, work: Work, over: tuple[Sequence[DeskRow], str], told: tuple[Report, Span]
) -> bytes:
    """The PDF of a report over these desks; `over` is the desks and the unit that was asked for, if any, `told` the
    report and the span it is about."""
    desks, asked = over
    counted, span = told
    units = sorted({desk.unit for desk in desks})
    ours = {unit: [desk for desk in desks if desk.unit == unit] for unit in units}
    parts = [(district.unit_on_day(unit).official, figures_over(work, own, span)) for unit, own in ours.items()]
    office = (district.facts.unit, asked)
    return report_sheet.report_file(district.units, office, district.world.today(), counted, parts)
