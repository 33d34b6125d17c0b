"""Networks that an officer knows to be a commune's own."""

from collections.abc import Mapping

from sqlalchemy import Connection, delete, insert, select

from district.store.office_tables import networks


class NetworkRows:
    """The rows of networks within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, unit: str, network: str, on: str) -> bool:
        """Enter a network of that commune ("203.0.113.0/24") since that ISO day; False when it is known."""
        if network in self.of_unit(unit):
            return False
        self._connection.execute(insert(networks).values(unit=unit, network=network, since_on=on))
        return True

    def drop(self, unit: str, network: str) -> bool:
        """Take it out again; False when it was not there."""
        mine = (networks.c.unit == unit) & (networks.c.network == network)
        return self._connection.execute(delete(networks).where(mine)).rowcount == 1

    def of_unit(self, unit: str) -> Mapping[str, str]:
        """The commune's networks, sorted, each with the ISO day since which it is known."""
        return self.all().get(unit, {})

    def all(self) -> Mapping[str, Mapping[str, str]]:
        """Every network with its day, by commune."""
        found: dict[str, dict[str, str]] = {}
        for row in self._connection.execute(select(networks).order_by(networks.c.unit, networks.c.network)):
            found.setdefault(row.unit, {})[row.network] = row.since_on
        return found

    def follow(self, unit: str, new: str) -> None:
        """The office of this unit became another: its networks are that one's from now on."""
        for network, since in self.of_unit(unit).items():
            self.drop(unit, network)
            self.add(new, network, since)
