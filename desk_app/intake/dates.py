"""Dates as sheets have them: numbers of a spreadsheet, dots, slashes, two figures for a year, an hour behind."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from common.dates import NotADate, PartialDate, wrote_year
from desk_app.domain.ministry_said import dotted, dotted_day

_EPOCH = date(1899, 12, 30)
_SERIALS = range(7306, 73416)
"""1920 to 2100, as spreadsheets count days; what is less is a year, or nobody knows."""
_YEARS = range(1800, 2201)
_HOUR = re.compile(r"[ T]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.0+)?)?(?: ?[AaPp][Mm])?$")
_MONTH_FIRST = re.compile(r"(0?[1-9]|1[0-2])[/.-](1[3-9]|2[0-9]|3[01])[/.-]([0-9]{4})")


def day_of_number(number: int) -> str:
    """A year as it is, a spreadsheet's count of days dotted, "" for a number that is neither."""
    if number in _YEARS:
        return str(number)
    return dotted_day(_EPOCH + timedelta(days=number)) if number in _SERIALS else ""


def day_in_text(text: str, newest: int) -> tuple[str, str, Mapping[str, str]]:
    """A date dotted, with the code of what is to be told of it and its details; what is no date stays as it stands."""
    bare = _HOUR.sub("", text)
    try:
        day = PartialDate.parse(bare, newest)
    except NotADate as wrong:
        found = _MONTH_FIRST.fullmatch(bare)
        if found:
            return text, "date-month-first", {"other": f"{int(found[2]):02d}/{int(found[1]):02d}/{found[3]}"}
        return text, f"date-{wrong.code}", {}
    return dotted(day), "" if wrote_year(bare, day) else "short-year", {}
