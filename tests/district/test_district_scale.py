"""Many communes, late, shuffled: nothing is lost, and no file costs more because others came before it."""

import os
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import event

from benchmarks.crowd import Office
from benchmarks.scale import MONTHS, SHAPES, measured, monthly, province, sitting

FULL = bool(os.environ.get("ENDURE"))
STEPS = 2
"""SQLite says so often that it worked on: a count that no other work on the machine can change."""


class Steps:
    """How far SQLite had to walk."""

    def __init__(self, district):
        self.taken = 0
        for engine in (district.store._engine, district.public._engine):
            event.listen(engine, "checkout", self.watch)

    def watch(self, connection, *_):
        connection.set_progress_handler(self.walk, STEPS)

    def walk(self):
        self.taken += 1

    def of(self, act):
        before = self.taken
        act()
        return self.taken - before


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """One for all: making its tables takes longer than any of these tests."""
    opened = Office(tmp_path_factory.mktemp("scale") / "above")
    yield opened
    opened.district.close()


def test_a_shuffled_doubled_late_sitting_with_one_file_missing_ends_where_the_desks_are(office):
    told = sitting(office, SHAPES["sitting"] if FULL else (3, 4, 8))
    assert told["waiting"] > 0, "the missing file and what goes on from it is not held yet"
    assert told["lost"] == 0


def test_a_file_of_the_second_year_walks_no_further_than_one_of_the_second_month(office):
    (desk,) = office.enrol(office.communes()[-1:])
    files = monthly(desk, MONTHS[:24], 12)
    steps, receive = Steps(office.district), office.district.sitting(office.member).receive
    took = [steps.of(lambda file=file: receive(file)) for file in files]
    # A few rows of its own desk come with every month; a walk over the desk's lines would make it twice as much.
    assert sum(took[-3:]) <= sum(took[1:4]) * 1.6, took


def test_the_pages_of_a_province_are_shown_and_a_line_costs_what_it_did(office):
    with ThreadPoolExecutor(1) as beside:  # the browser of other tests keeps a loop running in this thread
        told = beside.submit(province, office, (2, 3, 4)).result()
    assert {"wall", "commune", "report"} <= told.keys()
    if FULL:
        # Not among the folders looked through for names: of 3,321 communes some bear names that people bear too.
        with tempfile.TemporaryDirectory() as made:
            years, country = (measured(name, SHAPES[name], Path(made) / name) for name in ("province", "country"))
        assert max(years["growth"], country["growth"]) < 1.5
        assert max(years["mib"], country["mib"]) < 800


def test_a_file_walks_no_further_among_forty_desks_more(office):
    steps, receive = Steps(office.district), office.district.sitting(office.member).receive
    units, took = office.communes()[200:242], []
    for more in (units[:1], units[1:]):
        *_, desk = office.enrol(more)
        (file,) = monthly(desk, MONTHS[:1], 12)
        took.append(steps.of(lambda file=file: receive(file)))
    assert took[1] <= took[0] + 10, took
