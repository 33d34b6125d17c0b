"""The level above for the robot's week: it enrols one desk and answers every bundle of it."""

from __future__ import annotations

from pathlib import Path

from desk_app.services.desk import Desk
from tools.pretend_office import PretendOffice

AT = "2045-11-20T03:00:00Z"


class Above(PretendOffice):
    """One office that takes everything whole."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, at=AT)

    def tie(self, desk: Desk) -> None:
        """Both sides know each other from here on; what the desk did before counts as known above."""
        desk.district.enrol(self.enrol(desk))
        with desk.seat.work() as work:
            work.bundles.acknowledge(*work.journal.head())
            work.commit()

    def answer(self, bundle: Path) -> Path:
        """The receipt of a bundle that was taken whole."""
        return self.receipt(self.opened(bundle.read_bytes()))
