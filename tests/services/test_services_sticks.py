"""Which drives count as sticks: those that a person plugged in, whatever their names hold."""

from __future__ import annotations

from pathlib import Path

from common.words.month_stick import room, to_choose
from desk_app.services.sticks import Stick, hung_in, plugged_in

MOUNTS = r"""/dev/nvme0n1p2 / ext4 rw 0 0
/dev/sda1 /media/hang/KINGSTON vfat rw,nosuid 0 0
/dev/sdb1 /run/media/hang/USB\040cô\040Hằng exfat ro 0 0
/dev/sdc1 /media ext4 rw 0 0
tmpfs /media/hang/not-a-drive tmpfs rw 0 0
//server/share /media/hang/share cifs rw 0 0
/dev/nvme0n1p3 /mediatheque ext4 rw 0 0
"""


def test_what_hangs_where_people_plug_in_is_a_stick_and_nothing_else_is() -> None:
    found = [str(point) for point in hung_in(MOUNTS)]
    assert found == ["/media/hang/KINGSTON", "/run/media/hang/USB cô Hằng"]
    assert list(hung_in("")) == []
    assert all(isinstance(one, Stick) for one in plugged_in())


def test_a_stick_is_told_by_its_name_its_drive_and_what_room_it_has() -> None:
    stick = Stick(Path("/media/hang/KINGSTON"), "KINGSTON", 3_435_973_836)
    assert to_choose(stick.name, stick.drive, stick.free) == "USB KINGSTON (/media/hang/KINGSTON), còn trống 3,1 GB"
    assert to_choose("", "E:", 15 << 30) == "USB E:, còn trống 15 GB"
    assert [room(0), room(40 << 10), room(1 << 20), room((1 << 30) - 1)] == ["0 KB", "40 KB", "1 MB", "1.023 MB"]
