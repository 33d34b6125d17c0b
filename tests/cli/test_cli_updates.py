"""A new table of units comes on a stick: looked at, taken in, put back by the command line."""

from __future__ import annotations

import secrets
from pathlib import Path

from desk_terminal import Terminal
from hand_clock import Clock
from update_samples import members

from desk_app.house import Login, World, open_desk
from exchange.update import UNITS
from tools.pretend_office import PretendOffice

TABLE = """motcua-units/1
V\t2026-12-01
E\told\t2008-08-01\t2025-06-30\tcũ
E\tnew\t2025-07-01\t\tQuyết định 19/2025/QĐ-TTg
E\tnew-1\t2025-07-01\t2026-11-30\ttới lần nhập sau
E\tnext\t2026-12-01\t\tnghị quyết của ngày ấy
U\t75\t\tTỉnh\tĐồng Nai\told\tdong nai
U\t75\t\tThành phố\tĐồng Nai\tnew\tdong nai
U\t26461\t75\tXã\tXuân Định\told\txuan dinh
U\t26461\t75\tXã\tXuân Định\tnew-1\txuan dinh
U\t26461\t75\tPhường\tXuân An\tnext\txuan an
"""


def stick(seated: Terminal) -> Path:
    """The desk is tied to an office, and the office's update lies beside it."""
    office = PretendOffice(seated.root)
    desk = open_desk(seated.folder, World(Clock(), secrets.token_bytes, practice=True), Login("clerk", seated.password))
    try:
        desk.district.enrol(office.enrol(desk))
    finally:
        desk.close()
    return office.update({UNITS: TABLE.encode(), **members()}, "2026-12-01")


def test_an_update_is_looked_at_taken_in_and_put_back(seated: Terminal) -> None:
    assert seated.ask("update") == {
        "units": {"edition": "2026-11-21", "taken_on": None},
        "updates": [],
        "way_back": False,
    }
    path = str(stick(seated))
    looked = seated.ask("update", path)
    assert (looked["taken"], looked["edition"], looked["units"]["changes"]["since"]) == (
        False,
        "2026-12-01",
        "2026-12-01",
    )
    assert [(one["since"], one["name"]) for one in looked["units"]["own"]] == [("2026-12-01", "phường Xuân An")]
    assert [part["part"] for part in looked["parts"]] == ["letter", "calendar", "questions", "units"]
    said = seated.run("update", path, "--accept").output
    assert "Từ 01/12/2026 xã mình là phường Xuân An, thành phố Đồng Nai" in said
    stands = seated.ask("update")
    assert (stands["updates"][0]["document"], stands["way_back"]) == (looked["document"], True)
    assert "1 mẫu thư, 1 lịch báo cáo, 1 bộ câu hỏi, danh mục xã, phường" in seated.run("update").output
    assert seated.refused(2, "update", path)["trouble"]["code"] == "update-in-force"
    assert seated.ask("update", "--back")["units"]["edition"] == "2026-11-21"
    assert seated.refused(2, "update", "--back")["trouble"]["code"] == "no-update-before"
    assert seated.refused(2, "set", "heir", "26446")["trouble"]["code"] == "not-an-heir"
