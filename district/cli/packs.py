"""check-pack: whether a year's pack of evidence is the one that its commune told of."""

from pathlib import Path

import click

from common.words import year_reports as words
from district.cli.files import reports_of
from district.cli.group import FILE, command
from district.cli.line import Line
from district.told_reports import PackTold
from district.trouble import Mistake
from exchange.evidence_pack import NotAPack, PackSeen, look_at_pack
from exchange.files import patiently


@command("check-pack", "Tập hồ sơ kiểm chứng này có đúng là tập xã đã báo lên không, tệp trong đó có còn nguyên không.")
@click.argument("file", type=FILE)
def check_pack(line: Line, file: Path) -> None:
    """Nothing of it is unpacked or kept; status 2 where it is not the newest that was told, or not whole."""
    try:
        patiently(lambda: file.open("rb")).close()
        seen = look_at_pack(file)
    except NotAPack as error:
        raise Mistake("not-a-pack", file=file.name) from error
    except OSError as error:
        raise Mistake("file-unreadable", file=file.name) from error
    if seen.differing:
        raise Mistake("pack-not-whole", file=file.name, count=str(len(seen.differing)), name=seen.differing[0])
    with line.member("status") as (district, _):
        held, name = reports_of(district).packs_of(seen.unit), district.places.of(seen.unit).official
    known = next((one for one in held if seen.digest in (one.digest, *one.older)), None)
    if known is None:
        raise Mistake("pack-unknown", digest=words.short(seen.digest), file=file.name)
    line.say(_said(seen, known), [_sentence(seen, known, name)])


def _said(seen: PackSeen, known: PackTold) -> dict[str, object]:
    told = {"unit": seen.unit, "year": seen.year, "version": seen.version, "digest": seen.digest}
    return {**told, "members": seen.members, "newest": known.digest == seen.digest, "told_on": known.on.isoformat()}


def _sentence(seen: PackSeen, known: PackTold, name: str) -> str:
    if known.digest != seen.digest:
        return words.pack_older(name, seen.year, known.version)
    return words.pack_held(name, seen.year, (known.version, known.on))
