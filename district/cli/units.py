"""update: the office signs a new table of units for all its desks, and goes by it itself."""

from pathlib import Path

import click

from common.unit_check import BadUnitTable
from common.units import NotAUnitTable, UnitTable
from common.words import unit_updates as words
from district.cli.group import FILE, command
from district.cli.line import Line
from district.trouble import Mistake
from exchange.files import write_beside


@command("update", "Ký một danh mục xã, phường mới thành tệp CN-….mctt cho mọi quầy.")
@click.argument("table", type=FILE)
@click.option("--out", type=FILE, required=True, help="Tệp hoặc thư mục để ghi tệp CN-….mctt.")
def update(line: Line, table: Path, out: Path) -> None:
    """TABLE has the form of resources/units/units.tsv; its day must be newer than that of the table in force."""
    line.target(out)
    with line.member("enrol") as (district, member):
        try:
            raw = table.read_bytes()
            name, written = district.sign_units(raw, member)
        except OSError as error:
            raise Mistake("file-unreadable", file=table.name) from error
        except NotAUnitTable as bad:
            raise Mistake("bad-unit-table", detail=bad.code if isinstance(bad, BadUnitTable) else "form") from bad
        target = out / name if out.is_dir() else out
        write_beside(target, written.raw)
        district.use_units(raw)
    day = UnitTable.read(raw).edition
    value = {"file": str(target), "document": written.document, "edition": day.isoformat()}
    line.say(value, [words.WRITTEN.format(file=target.name, day=day)])
