import re
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from common.words.troubles import UNKNOWN, sentence
from desk_app.db.trouble import code_of

ROOM = Path(__file__).parents[2] / "desk_app" / "db"
RAISED = re.compile(
    r'RegisterTrouble\(\s*"([a-z-]+)"|^    \d+: "([a-z-]+)"|(?:return|code =|else) "(register-[a-z-]+)"', re.M
)
CODES = {
    next(filter(None, found))
    for path in ROOM.glob("*.py")
    for found in RAISED.findall(path.read_text(encoding="utf-8"))
}


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_trouble_of_the_register_has_its_sentence(code):
    said = sentence(code, {name: "x" for name in ("file", "holder", "name", "number", "position", "folder", "machine")})
    assert said != UNKNOWN.replace("{code}", code)
    assert "(chưa rõ)" not in said


def test_the_list_of_troubles_was_found():
    assert {"wrong-password", "register-damaged", "register-locked", "disk-full", "register-on-network"} <= CODES


def test_a_copy_that_finds_no_more_room_is_called_a_full_disk():
    """sqlcipher3's backup() tells it in words alone; a bound on pages stands for the disk."""
    source, target = dbapi2.connect(":memory:"), dbapi2.connect(":memory:")
    try:
        source.execute("CREATE TABLE kept AS SELECT zeroblob(99999) AS page")
        target.execute("PRAGMA max_page_count = 3")
        with pytest.raises(dbapi2.Error) as full:
            source.backup(target)
        assert code_of(full.value) == "disk-full"
    finally:
        source.close()
        target.close()
