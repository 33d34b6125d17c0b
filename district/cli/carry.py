"""carry: an office in files goes to a server, and a copy of it comes back there."""

from contextlib import closing

from common.words import servers as words
from district.cli.group import command
from district.cli.line import Line
from district.house import District, open_public
from district.paths import Folder
from district.store.store import Store
from district.trouble import Mistake
from district.upkeep import carry as carry_over
from district.upkeep import retire


@command("carry", "Chuyển nơi nhận từ hai tệp trong thư mục dữ liệu sang hai cơ sở dữ liệu PostgreSQL còn trống.")
def carry(line: Line) -> None:
    """The way up to a server, and the way back from a copy; nobody may work in the office meanwhile."""
    target, files = line.folder, Folder(line.data)
    if not target.office_at:
        raise Mistake("carry-where")
    with line.member("backup", files) as (district, _):
        desks, lines = _carry(district, target)
    retired = retire(files)
    line.say({"desks": desks, "lines": lines, "retired": list(retired)}, [words.carried(desks, lines, retired)])


def _carry(district: District, target: Folder) -> tuple[int, int]:
    with closing(Store.open(target.office_url)) as store, closing(open_public(target, district.world)) as public:
        carry_over(district, store, public)
        with store.reading() as work:
            heads = [work.lines.head(desk.number) for desk in work.desks.all()]
    return len(heads), sum(heads)
