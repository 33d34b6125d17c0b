"""The one frozen thing that doors hold: every act of a desk, by topic."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from desk_app.services.access_notes import write_down
from desk_app.services.care import Care
from desk_app.services.citizen_voice import CitizenVoice
from desk_app.services.courtesy_desk import CourtesyDesk
from desk_app.services.criteria import Criteria
from desk_app.services.district_tie import DistrictTie
from desk_app.services.drafting import Drafting
from desk_app.services.evidence import EvidenceFiles
from desk_app.services.evidence_care import sweep_opened
from desk_app.services.intake import Intake
from desk_app.services.letter_desk import LetterDesk
from desk_app.services.letter_templates import LetterTemplates
from desk_app.services.ministry import Ministry
from desk_app.services.model_reports import ModelReports
from desk_app.services.month_end import MonthEnd
from desk_app.services.people import People
from desk_app.services.registering import Registering
from desk_app.services.report_desk import ReportDesk
from desk_app.services.seat import Seat
from desk_app.services.sessions import Sessions
from desk_app.services.settings_desk import SettingsDesk
from desk_app.services.surveys import Surveys
from desk_app.services.trouble import Trouble, told_as_trouble
from desk_app.services.year_log import YearLog


@dataclass(frozen=True, slots=True)
class Desk:
    """An open desk. Close it with `close()`; nothing else needs to be remembered."""

    seat: Seat
    register: Registering
    drafts: Drafting
    letters: LetterDesk
    courtesy: CourtesyDesk
    templates: LetterTemplates
    month: MonthEnd
    district: DistrictTie
    voice: CitizenVoice
    surveys: Surveys
    log: YearLog
    sessions: Sessions
    evidence: EvidenceFiles
    criteria: Criteria
    intake: Intake
    ministry: Ministry
    reports: ReportDesk
    yearly: ModelReports
    people: People
    settings: SettingsDesk
    care: Care
    restored: int = 0
    """The epoch that began at this opening because the file had been put back by hand; 0: it stands where it stood."""

    keys_mended: bool = False
    """Whether the file of the keys was unreadable and the second copy beside it opened the register."""

    forgotten: tuple[str, ...] = ()
    """Names of files of which neither copy could be read: what this PC remembered there is gone."""

    def close(self) -> None:
        """Give the register back; raises Trouble when the world keeps it from being left in order."""
        with suppress(Trouble):
            write_down(self.seat)
        sweep_opened(self.seat.folder)
        with told_as_trouble():
            self.seat.register.close()
