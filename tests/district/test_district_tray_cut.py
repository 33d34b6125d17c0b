"""A tray that is cut off in the middle, or taken by two at once (on both database systems)."""

import os
import signal
import subprocess
import sys
from threading import Thread

from pretend_desk import counting_random, state_of
from test_district_tray import piles, three_bundles

from district.house import World, open_district
from district.tray import Trays

KILLED = """
import os, signal, sys
from pathlib import Path
from pretend_desk import Clock, counting_random
from district.house import World, open_district
from district.paths import Folder
from district.store.trays import TrayRows
from district.tray import Trays
plain, calls = TrayRows.decide, []
def decide(self, *told):
    calls.append(told)
    if len(calls) == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    plain(self, *told)
TrayRows.decide = decide
office = open_district(Folder(Path(sys.argv[1])), None, World(Clock(), counting_random("child")))
Trays(office.sitting(office.users.log_in("officer", "demo"))).take(sys.argv[2])
"""


def test_a_tray_that_was_killed_in_the_middle_is_taken_to_its_end(trays, desk, other, district, tmp_path):
    raws = [*three_bundles(desk), *three_bundles(other)]
    tray = trays.open().id
    trays.put(tray, [(f"{number}.mctt", raw) for number, raw in enumerate(reversed(raws))])
    shown = piles(trays.look(tray))
    here = os.path.dirname(os.path.abspath(__file__))
    paths = os.pathsep.join([here, *sys.path])
    command = [sys.executable, "-c", KILLED, str(tmp_path / "district"), tray]
    done = subprocess.run(command, env=os.environ | {"PYTHONPATH": paths}, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert trays.progress(tray) == (2, 6)
    again = open_district(district.folder, None, World(district.world.now, counting_random("again")))
    left = Trays(again.sitting(again.users.log_in("officer", "demo")))
    steps = []
    taken = left.take(left.mine().id, lambda *step: steps.append(step))
    again.close()
    assert steps == [(3, 6), (4, 6), (5, 6), (6, 6)]
    assert (piles(taken), taken.moved, taken.counted.records) == (shown, 0, 6) == ((6, 0, 0, 0, 0), 0, 6)
    assert len(trays.receipts(taken)) == 6


def test_two_who_take_one_tray_at_once_take_each_file_once(trays, desk, other, district):
    raws = [*three_bundles(desk), *three_bundles(other)]
    tray = trays.open().id
    before = state_of(district)
    trays.put(tray, [(f"{number}.mctt", raw) for number, raw in enumerate(raws)])
    assert piles(trays.look(tray)) == (6, 0, 0, 0, 0)
    assert state_of(district) == before
    both = [Thread(target=trays.take, args=(tray,)) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    taken = trays.told(tray)
    assert (piles(taken), taken.moved, taken.is_taken) == ((6, 0, 0, 0, 0), 0, True)
    with district.store.reading() as work:
        assert [work.receipts.next_number(one.number) for one in (desk, other)] == [4, 4]
