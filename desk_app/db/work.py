"""What one transaction may touch: every store of the register, on one connection."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sqlalchemy import Connection, Transaction, update

from desk_app.db import rows
from desk_app.db.book_counts import BookCounts
from desk_app.db.bundles import Bundles
from desk_app.db.cabinet import Keys, OfficePapers
from desk_app.db.ceremonies import Ceremonies
from desk_app.db.check_draws import CheckDraws
from desk_app.db.criteria import Criteria
from desk_app.db.drafts import Drafts
from desk_app.db.evidence import Evidence
from desk_app.db.follow_ups import FollowUps
from desk_app.db.handings import Handings
from desk_app.db.imports import Imports
from desk_app.db.issued_reports import IssuedReports
from desk_app.db.journal import Journal
from desk_app.db.letter_numbers import LetterNumbers
from desk_app.db.letter_papers import LetterPapers
from desk_app.db.letter_templates import LetterTemplates
from desk_app.db.letters import Letters
from desk_app.db.likeness import LikeRows
from desk_app.db.many import Many
from desk_app.db.opt_outs import OptOuts
from desk_app.db.overview import Overview
from desk_app.db.quick import asked, wrote
from desk_app.db.ratings import Ratings
from desk_app.db.receipts import Receipts
from desk_app.db.registrations import Act, Registrations
from desk_app.db.search import Search
from desk_app.db.sessions import Sessions
from desk_app.db.surveys import Surveys
from desk_app.db.trail import Trail
from desk_app.db.updates import Updates
from desk_app.db.users import Users
from desk_app.db.year_log import YearLog


@dataclass(frozen=True, slots=True)
class RegisterIdentity:
    """Who a register is: 32 random bytes, the unit whose books it holds, its first day, and whether it is for
    practice."""

    register_id: bytes
    unit: str
    made_on: date
    practice: bool

    def __post_init__(self) -> None:
        if len(self.register_id) != 32:
            raise ValueError("a register id has 32 bytes")


class Reading:
    """One view of the register that no save changes while it lasts; writing is refused."""

    def __init__(self, connection: Connection, register_id: bytes, random: Callable[[int], bytes], act: Act) -> None:
        self._connection, self._register_id, self._random, self._act = connection, register_id, random, act

    # Of three dozen stores an act touches a dozen: each is made when it is asked for.
    journal = cached_property(lambda view: Journal(view._connection, view._register_id, view._random))
    search = cached_property(lambda view: Search(view._connection))
    registrations = cached_property(lambda view: Registrations(view._connection, view.search, view._act))
    many = cached_property(lambda view: Many(view._connection, view._act))
    like = cached_property(lambda view: LikeRows(view._connection))
    drafts = cached_property(lambda view: Drafts(view._connection))
    papers = cached_property(lambda view: LetterPapers(view._connection))
    letters = cached_property(lambda view: Letters(view._connection, view.papers))
    letter_numbers = cached_property(lambda view: LetterNumbers(view._connection))
    handings = cached_property(lambda view: Handings(view._connection))
    ceremonies = cached_property(lambda view: Ceremonies(view._connection))
    overview = cached_property(lambda view: Overview(view._connection))
    books = cached_property(lambda view: BookCounts(view._connection))
    opt_outs = cached_property(lambda view: OptOuts(view._connection))
    trail = cached_property(lambda view: Trail(view._connection))
    users = cached_property(lambda view: Users(view._connection))
    bundles = cached_property(lambda view: Bundles(view._connection, view.journal))
    receipts = cached_property(lambda view: Receipts(view._connection))
    ratings = cached_property(lambda view: Ratings(view._connection))
    surveys = cached_property(lambda view: Surveys(view._connection))
    follow_ups = cached_property(lambda view: FollowUps(view._connection))
    reports = cached_property(lambda view: IssuedReports(view._connection))
    year_log = cached_property(lambda view: YearLog(view._connection))
    sessions = cached_property(lambda view: Sessions(view._connection))
    evidence = cached_property(lambda view: Evidence(view._connection))
    check_draws = cached_property(lambda view: CheckDraws(view._connection))
    criteria = cached_property(lambda view: Criteria(view._connection))
    imports = cached_property(lambda view: Imports(view._connection))
    updates = cached_property(lambda view: Updates(view._connection))
    letter_templates = cached_property(lambda view: LetterTemplates(view._connection))
    keys = cached_property(lambda view: Keys(view._connection))
    office = cached_property(lambda view: OfficePapers(view._connection))

    def epoch(self) -> int:
        """1 for a register never restored, one more after every restore."""
        return int(next(asked(self._connection, "SELECT epoch FROM identity"))[0])


class Work(Reading):
    """One act on the register: on disk when `commit` returns, undone when the block is left without it."""

    def __init__(self, connection: Connection, register_id: bytes, random: Callable[[int], bytes], act: Act) -> None:
        super().__init__(connection, register_id, random, act)
        self._transaction: Transaction | None = connection.get_transaction()

    def commit(self) -> None:
        """Put everything on disk; nothing may follow in this block."""
        assert self._transaction is not None
        self._transaction.commit()

    def mark(self) -> None:
        """From here on `back_to_mark` may take back what this act writes; what it wrote before stays."""
        wrote(self._connection, "SAVEPOINT mark")

    def back_to_mark(self) -> None:
        """Take back what this act wrote since the mark; raises RegisterTrouble where the act as a whole is gone."""
        wrote(self._connection, "ROLLBACK TO mark")
        self.office.forget_read()

    def raise_epoch(self, beyond: int = 0) -> int:
        """Begin the epoch after a restore and give its number, higher than that of the register that was in use; the
        `restored` line says so to the district."""
        raised = max(self.epoch(), beyond) + 1
        self._connection.execute(update(rows.identity).values(epoch=raised))
        return raised
