"""Who sits in the office: roles change, passwords change, people leave, and the last administrator stays."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from pretend_desk import CHEAP, NOON

from district import deeds
from district.cards import NotEnrolled
from district.house import open_district
from district.keyring import KeyringTrouble, read_ring
from district.paths import Folder
from district.store.office import Asked
from district.store.sessions import SessionRow
from district.trouble import Mistake, Trouble
from district.users import Changed, Newcomer, NotLetIn


@pytest.fixture
def boss(officer):
    return officer, "demo"


@pytest.fixture
def lan(district, boss):
    district.users.add(Newcomer("lan", "officer", "khóa"), boss, CHEAP)
    with district.store.work() as work:
        work.sessions.add(SessionRow("d" * 64, "lan", "officer", None, "2026-11-05T05:00:00Z", "2026-11-05T05:00:00Z"))
    return "lan"


def sessions(district):
    with district.store.reading() as work:
        return work.sessions.get("d" * 64)


def wraps(district):
    return set(read_ring(district.folder.keys).wraps)


def test_a_new_password_opens_the_keys_and_the_old_one_nothing(district, boss, lan):
    district.users.change(Changed(lan, "officer", "khác"), boss, CHEAP)
    assert district.users.log_in(lan, "khác").secrets == boss[0].secrets
    with pytest.raises(Trouble, match="wrong-password"):
        district.users.log_in(lan, "khóa")
    assert sessions(district) is None


def test_a_role_that_stops_holding_keys_takes_them_away_and_one_that_begins_needs_a_password(district, boss, lan):
    district.users.change(Changed(lan, "leader", ""), boss, CHEAP)
    assert wraps(district) == {"officer"}
    assert district.users.log_in(lan, "khóa").secrets is None
    with pytest.raises(NotLetIn, match="password-for-keys"):
        district.users.change(Changed(lan, "administrator", ""), boss, CHEAP)
    assert district.users.everyone()[lan] == "leader"
    district.users.change(Changed(lan, "administrator", "mới"), boss, CHEAP)
    assert district.users.log_in(lan, "mới").secrets == boss[0].secrets


def test_between_two_roles_that_hold_keys_the_password_may_stay(district, boss, lan):
    district.users.change(Changed(lan, "administrator", ""), boss, CHEAP)
    member = district.users.log_in(lan, "khóa")
    assert (member.role, member.secrets) == ("administrator", boss[0].secrets)


def test_somebody_who_leaves_comes_in_no_more_and_the_name_is_never_given_to_another(district, boss, lan):
    district.users.remove(" Lan ".lower(), boss)
    assert sessions(district) is None
    assert wraps(district) == {"officer"}
    with pytest.raises(NotLetIn, match="wrong-password"):
        district.users.log_in(lan, "khóa")
    with pytest.raises(NotLetIn, match="user-name-used"):
        district.users.add(Newcomer(lan, "auditor", "khóa"), boss, CHEAP)
    with pytest.raises(NotLetIn, match="no-such-user"):
        district.users.remove(lan, boss)


def test_the_last_administrator_can_neither_leave_nor_become_something_else(district, boss, lan):
    for act in (
        lambda: district.users.remove("officer", boss),
        lambda: district.users.change(Changed("officer", "auditor", ""), boss, CHEAP),
    ):
        with pytest.raises(NotLetIn, match="last-administrator"):
            act()
    district.users.change(Changed(lan, "administrator", ""), boss, CHEAP)
    district.users.remove("officer", (district.users.log_in(lan, "khóa"), "khóa"))
    assert district.users.everyone() == {lan: "administrator"}


def test_a_wrong_password_or_a_role_taken_away_meanwhile_changes_nobody(district, boss, lan):
    with pytest.raises(KeyringTrouble, match="wrong-password"):
        district.users.remove(lan, (boss[0], "sai"))
    second = district.users.log_in(lan, "khóa")
    with pytest.raises(NotLetIn, match="role-not-allowed"):
        district.users.add(Newcomer("thu", "auditor", "x"), (second, "khóa"), CHEAP)
    assert set(district.users.everyone()) == {"officer", "lan"}


def test_the_list_of_acts_is_asked_by_person_act_and_day_of_vietnams_clock(district, boss, lan, clock, desk):
    clock.moment = NOON.replace(day=6, hour=16, minute=59)
    enrolling = district.enrolling(boss[0])
    enrolling.end(desk.number)
    clock.moment = NOON.replace(day=6, hour=17)
    enrolling.revoke(desk.number, "mất máy")
    with district.store.reading() as work:
        found = [work.office.acts(9, deeds.asked_for(*asked)) for asked in _questions()]
        counted = work.office.count_acts(Asked(act="revoke"))
        assert work.office.actors()[0] == ("officer",)
    assert [[act.act for act in acts] for acts in found] == [["end-desk"], ["revoke"], ["user-add", "user-add"], []]
    assert counted == 1
    assert [deed.at for deed in deeds.told(found[0])] == ["06/11/2026 23:59"]
    assert deeds.told(found[1])[0].subject == f"quầy {desk.number}"
    with pytest.raises(Mistake, match="not-a-moment"):
        deeds.asked_for("", "", ("hôm qua", ""))


def _questions():
    days = ("2026-11-06", "2026-11-06")
    yield "officer", "", days
    yield "", "revoke", ("2026-11-07", "")
    yield "", "user-add", ("", "")
    yield "lan", "", ("", "")


def test_a_desk_that_is_not_there_is_named(district, boss):
    for act in (district.enrolling(boss[0]).revoke, district.enrolling(boss[0]).drop):
        with pytest.raises(NotEnrolled, match="no-such-desk"):
            act(99)


def test_two_administrators_at_one_time_lose_nobody(district, boss, lan):
    again = [open_district(Folder(district.folder.root), None, district.world) for _ in range(2)]
    newcomers = [Newcomer(name, "officer", name) for name in ("hoa", "mai")]
    with ThreadPoolExecutor(2) as pool:
        both = [pool.submit(one.users.add, each, boss, CHEAP) for one, each in zip(again, newcomers, strict=True)]
        for added in both:
            added.result(30)
    for one in again:
        one.close()
    assert wraps(district) == {"officer", "lan", "hoa", "mai"}
    for name in ("hoa", "mai"):
        assert district.users.log_in(name, name).secrets == boss[0].secrets
