"""network: which networks are a commune's own, so that answers from there are noted."""

import click

from common.words import flags as words
from district.cli.group import main, told
from district.cli.line import Line


@main.group("network", help="Mạng của các xã: góp ý từ đó được ghi chú, vẫn tính như thường.")
def network() -> None:
    """Networks of communes."""


@network.command("add", help="Ghi một mạng là của xã UNIT, như 203.0.113.0/24.")
@click.argument("unit")
@click.argument("net")
@click.pass_obj
@told
def add(line: Line, unit: str, net: str) -> None:
    """An address alone is a network of one."""
    with line.member("enrol") as (district, member):
        kept, fresh = district.enter_network(member.name, unit, net)
        name = district.unit_on_day(unit).full_name
    sentence = words.network_entered if fresh else words.network_known
    line.say({"unit": unit, "network": kept, "new": fresh}, [sentence(kept, name)])


@network.command("remove", help="Thôi coi một mạng là của xã UNIT.")
@click.argument("unit")
@click.argument("net")
@click.pass_obj
@told
def remove(line: Line, unit: str, net: str) -> None:
    """Answers noted before stay noted."""
    with line.member("enrol") as (district, member):
        kept = district.leave_network(member.name, unit, net)
        name = district.unit_on_day(unit).full_name
    line.say({"unit": unit, "network": kept}, [words.network_left(kept, name)])


@network.command("list", help="Các mạng đã ghi, theo xã.")
@click.pass_obj
@told
def networks(line: Line) -> None:
    """By commune, with the day since which each is known."""
    with line.member("view") as (district, _):
        with district.store.reading() as work:
            known = work.networks.all()
        rows = [(unit, network, since) for unit, held in known.items() for network, since in held.items()]
        sentences = [words.network_line(net, district.unit_on_day(unit).full_name, since) for unit, net, since in rows]
    value = [{"unit": unit, "network": network, "since": since} for unit, network, since in rows]
    line.say(value, sentences or [words.NO_NETWORKS])
