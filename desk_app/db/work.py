"""What one transaction may touch: every store of the register, on one connection."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

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
        self._connection = connection
        self.journal = Journal(connection, register_id, random)
        self.search = Search(connection)
        self.registrations = Registrations(connection, self.search, act)
        self.many = Many(connection, act)
        self.like = LikeRows(connection)
        self.drafts = Drafts(connection)
        self.papers = LetterPapers(connection)
        self.letters = Letters(connection, self.papers)
        self.letter_numbers = LetterNumbers(connection)
        self.handings = Handings(connection)
        self.ceremonies = Ceremonies(connection)
        self.overview = Overview(connection)
        self.books = BookCounts(connection)
        self.opt_outs = OptOuts(connection)
        self.trail = Trail(connection)
        self.users = Users(connection)
        self.bundles = Bundles(connection, self.journal)
        self.receipts = Receipts(connection)
        self.ratings = Ratings(connection)
        self.surveys = Surveys(connection)
        self.follow_ups = FollowUps(connection)
        self.reports = IssuedReports(connection)
        self.year_log = YearLog(connection)
        self.sessions = Sessions(connection)
        self.evidence = Evidence(connection)
        self.check_draws = CheckDraws(connection)
        self.criteria = Criteria(connection)
        self.imports = Imports(connection)
        self.updates = Updates(connection)
        self.letter_templates = LetterTemplates(connection)
        self.keys = Keys(connection)
        self.office = OfficePapers(connection)

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
