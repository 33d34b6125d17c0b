import re
from pathlib import Path

import pytest

from common.words.troubles import UNKNOWN, sentence

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
