"""ratings: citizens' answers of a period, commune by commune, the same figures as the page tells."""

from dataclasses import replace
from pathlib import Path

import click

from common.voice_counts import follow_ups_of
from common.words import district as said
from common.words import opinions as words
from district.cli.group import FILE, command
from district.cli.line import Line
from district.house import District
from district.opinions import KINDS, Asked, CommuneOpinions, Opinions, OpinionsTable, opinions_table
from district.periods import asked_span
from district.trouble import Mistake
from exchange.files import write_beside

FORMS = (".xlsx", ".csv", ".pdf")


@command("ratings", "Góp ý của người dân trong một kỳ, theo từng xã: 2026-Q4, 2026, 2026-10 hoặc TỪ..ĐẾN.")
@click.argument("period")
@click.option("--unit", default="", help="Chỉ một xã; để trống là tất cả.")
@click.option("--kind", default="", help="Chỉ một loại thư: birth, marriage, death, thanks, apology, pooled (gộp).")
@click.option("--out", type=FILE, default=None, help="Tệp .xlsx, .csv hoặc .pdf để ghi ra.")
def ratings(line: Line, period: str, unit: str, kind: str, out: Path | None) -> None:
    """Under five answers nothing is told; what waits is told with later ones."""
    asked = Asked(asked_span(period), kind)
    if kind not in ("", *KINDS):
        raise Mistake("no-such-kind", kind=kind, kinds=", ".join(KINDS))
    if out is not None and line.target(out).suffix.lower() not in FORMS:
        raise Mistake("no-such-form", form=out.suffix or out.name)
    with line.member("report") as (district, _):
        table = _table(district, asked, unit)
        raw = _file(district, table, out.suffix.lower()) if out else b""
    told = [_line(row, row.place.official) for row in table.rows]
    told += [] if unit else [_line(table.whole, words.TOTAL)]
    if out is not None:
        write_beside(out, raw)
        told.append(said.file_written(out.name))
    communes = [{"unit": row.place.code, "name": row.place.official, **_said(row)} for row in table.rows]
    whole = {} if unit else {"all": _said(table.whole)}
    line.say({"period": asked.period.name, "kind": kind, "communes": communes, **whole}, told)


def _table(district: District, asked: Asked, unit: str) -> OpinionsTable:
    table = opinions_table(district.store, district.places, asked)
    if not unit:
        return table
    rows = tuple(row for row in table.rows if row.place.code == district.places.of(unit).code)
    if not rows:
        raise Mistake("commune-not-here", unit=unit)
    return replace(table, rows=rows, whole=rows[0])


def _line(one: Opinions, name: str) -> str:
    share = (one.share.content, one.share.n) if one.share else None
    return words.line(name, one.delivered, one.n, share)


def _said(one: Opinions) -> dict[str, object]:
    share, follow = one.share, follow_ups_of(one.figures)
    low_high = [round(end * 100) for end in share.reach] if share else None
    flagged = one.noted if isinstance(one, CommuneOpinions) else None
    return {
        "prepared": one.prepared,
        "delivered": one.delivered,
        "n": one.n or None,
        "content": share.content if share else None,
        "share": round(share.part * 100) if share else None,
        "range": low_high,
        "scale": one.told.spread.scale if share else None,
        "by_score": dict(one.told.spread.by_score),
        "by_channel": dict(one.told.by_channel),
        "by_kind": dict(one.told.by_kind),
        "at_desk": one.tallies,
        **({} if flagged is None else {"noted": flagged}),
        "follow_ups": {
            "opened": follow.opened,
            "done": follow.done,
            "in_time": follow.in_time,
            "median_days": follow.median,
            "outcomes": dict(follow.outcomes),
        },
    }


def _file(district: District, table: OpinionsTable, form: str) -> bytes:
    from district import opinion_sheet  # drawing and sheets are slow to load, and most commands need neither

    if form == ".pdf":
        return opinion_sheet.opinions_pdf(table, district.units, district.facts.unit, district.world.today())
    return opinion_sheet.opinions_xlsx(table) if form == ".xlsx" else opinion_sheet.opinions_csv(table)
