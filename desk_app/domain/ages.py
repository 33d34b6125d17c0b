"""Ages in completed years, honest about birth dates of which only a part is known."""

from datetime import date, timedelta

from common.dates import PartialDate


def age_range(born: PartialDate, on: date) -> tuple[int, int]:
    """The youngest and the oldest somebody may be on a day; negative before birth.

    "Từ đủ" counts the birthday itself. Somebody born on 29/02 is a year older on 28/02 or on 01/03 of a common year;
    the law does not say which, so both ages stand on that one day.
    """
    return _age(born.latest(), on), _age(born.earliest(), _kind_day(born, on))


def age_on(born: PartialDate | None, on: date) -> int | None:
    """The age somebody has certainly reached on a day; None without a birth date."""
    return None if born is None else age_range(born, on)[0]


def years_before(on: date, years: int) -> date:
    """The same day so many years earlier; 29/02 becomes 28/02."""
    day = 28 if (on.month, on.day) == (2, 29) else on.day
    return on.replace(year=on.year - years, day=day)


def _age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _kind_day(born: PartialDate, on: date) -> date:
    leapling = (born.month, born.day) == (2, 29)
    next_day_is_march = (on.month, on.day) == (2, 28) and (on + timedelta(days=1)).month == 3
    return on + timedelta(days=1) if leapling and next_day_is_march else on
