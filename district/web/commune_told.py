"""How one commune's page speaks: figures, bundles, keys and journal in words, as facts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from common.counts import EVENTS, wilson
from common.month_counts import MonthFigures
from common.scales import Spread
from common.words import opinion_commune as said
from common.words import opinions
from common.words import reports as words
from common.words.labels import EVENT_WORDS
from district.commune import BundleSeen, Commune, DeskSeen
from district.places import Place
from district.store.desks import DeskRow
from district.web.wall import Card, anchor
from exchange.words import six_words

_STATES = {
    "waiting": ("chờ đối chiếu sáu chữ", "soon"),
    "enrolled": ("đang dùng", ""),
    "ended": ("đã nghỉ", "plain"),
    "revoked": ("đã thu hồi", "bad"),
}
_VERDICTS = {"waiting": ("để chờ", "soon"), "forked": ("cần xem", "bad")}
_LETTER_ROWS = {"thanks": "Cảm ơn", "apology": "Xin lỗi"}
_QUARTERS = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the list of communes."""

    code: str
    name: str
    group: str
    desks: tuple[tuple[str, str, str], ...]
    since: str


@dataclass(frozen=True, slots=True)
class BundleRow:
    """One line of the bundles: the place to lead to, number, month, day, records, changes, what became of it (words,
    tone), and the path of its receipt below the commune's ("" where there is none)."""

    anchor: str
    seq: int
    month: str
    made: str
    records: str
    changes: str
    became: tuple[str, str]
    receipt: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One line of the figures: registered and handed over in the month, and since January."""

    name: str
    cells: tuple[str, str, str, str]


def listed(place: Place, desks: Sequence[DeskRow]) -> Listed:
    """A commune as the list tells it: its desks with their state, and since when it takes part."""
    told = tuple((f"Quầy {desk.number}", *_STATES[desk.state]) for desk in desks)
    return Listed(place.code, place.official, place.group, told, _day(min(desk.enrolled_on for desk in desks)))


@dataclass(frozen=True, slots=True)
class CommuneTold:
    """One commune in words, as of a day."""

    one: Commune
    today: date

    @property
    def month(self) -> str:
        """`Tháng 11`"""
        return f"Tháng {int(self.one.month[5:])}"

    @property
    def quarter(self) -> str:
        """`quý IV`"""
        return f"quý {_QUARTERS[int(self.one.quarter.name[-1]) - 1]}"

    @property
    def cards(self) -> tuple[Card, ...]:
        """The four figures."""
        cells = [cell for cell in self.one.row.cells if cell not in ("absent", "due")]
        timely = sum(cell in ("on-time", "amended") for cell in cells)
        handed, printed = (_of_letters(self.one.in_month, stage) for stage in ("delivered", "printed"))
        month = f"tháng {int(self.one.month[5:])}"
        year = "năm nay" if self.today.year == int(self.one.month[:4]) else f"năm {self.one.month[:4]}"
        return (
            Card(f"Gói đúng hạn {year}", f"{timely} trong {len(cells)}", "hạn ngày 05 hằng tháng"),
            Card(f"Thư đã trao, {month}", words.amount(handed), f"trong {words.amount(printed)} thư đã in"),
            self._answers(),
            self._after(),
        )

    def _answers(self) -> Card:
        answers, label = self.one.answers, f"Góp ý theo thư, {self.quarter}"
        if not words.may_share(answers):
            return Card(label, opinions.FEW, "chưa đủ số liệu, chờ gộp với góp ý về sau")
        content = Spread(answers.scale or 3, answers.by_score).content
        low, high = wilson(content, answers.n)
        told = f"hài lòng trở lên, {low * 100:.0f} đến {high * 100:.0f}%"
        return Card(label, f"{content} trong {answers.n}", told)

    def _after(self) -> Card:
        going, late = self.one.due
        told = f"đang quá hạn {words.amount(late)}" if late else "không việc nào quá hạn"
        return Card(f"Việc sau góp ý, {self.quarter}", said.follow_ups(self.one.follow_ups.done, going), told)

    @property
    def did(self) -> str:
        """What was done about opinions in the quarter, by how it ended."""
        return said.outcomes(self.one.follow_ups.outcomes) or "Quý này chưa có việc nào làm xong."

    @property
    def rows(self) -> list[tuple[BundleRow, BundleSeen]]:
        """The bundles of the year, the newest first."""
        return [(_bundle(self.one.place.code, bundle), bundle) for bundle in self.one.bundles]

    @property
    def has_desks(self) -> bool:
        """Whether more than one desk sends, so that each line has to say which."""
        return len(self.one.desks) > 1

    @property
    def figures(self) -> list[FigureRow]:
        """Registrations and letters handed over, by event; letters without an event of their own below."""
        month, year = self.one.in_month, self.one.in_year
        rows = [
            FigureRow(EVENT_WORDS[event], (*_cells(month, event, event), *_cells(year, event, event)))
            for event in EVENTS
        ]
        own = [
            FigureRow(name, (*_cells(month, "", kind), *_cells(year, "", kind))) for kind, name in _LETTER_ROWS.items()
        ]
        return [*rows, *own]

    @property
    def named_since(self) -> str:
        """`xã An Liên, từ 01/07/2025`"""
        unit = self.one.unit
        return f"{unit.full_name}, từ {unit.valid_from:%d/%m/%Y}" if unit.valid_from.year > 1900 else unit.full_name

    @property
    def privacy(self) -> str:
        """What the office does not hold, and what this page does not show."""
        if any(desk.row.profile == "register" for desk in self.one.desks):
            return (
                "Trang này chỉ có số đếm. Xã gửi kèm trích lục sổ theo căn cứ mà lãnh đạo xã đã chấp nhận; "
                "tên trong đó không hiện ở trang nào."
            )
        return "Trang này chỉ có số đếm. Cấp trên không giữ tên, địa chỉ, số định danh của người dân."

    def words_of(self, desk: DeskSeen) -> str:
        """The six words of its enrolment."""
        return ", ".join(six_words(desk.row.enrolment).words) if desk.row.enrolment else "chưa có"

    def since_of(self, desk: DeskSeen) -> str:
        """Since when the key is in force."""
        since = desk.row.changed_on if desk.older_keys and desk.row.state == "enrolled" else desk.row.enrolled_on
        over = {"revoked": f"thu hồi {_day(desk.row.changed_on)}", "ended": f"nghỉ từ {_day(desk.row.changed_on)}"}
        compared = "đã đối chiếu sáu chữ" if desk.row.state == "enrolled" else _STATES[desk.row.state][0]
        return f"{_day(since)}, {over.get(desk.row.state, compared)}"

    def older_of(self, desk: DeskSeen) -> str:
        """The keys of before: those that were changed still open what was sealed in their time."""
        older, revoked = desk.older_keys["older"] + desk.older_keys["retired"], desk.older_keys["revoked"]
        told = [f"{older}, vẫn mở được gói cũ"] if older else []
        told += [f"{revoked} đã thu hồi, không mở gói nào"] if revoked else []
        told += ["1 đang chờ đối chiếu sáu chữ"] if desk.older_keys["waiting"] else []
        return "; ".join(told) or "chưa có"

    def journal_of(self, desk: DeskSeen) -> tuple[str, str, str]:
        """The mark of its journal: tone, sentence, and what goes with it."""
        restored = "chưa có"
        if desk.restored:
            restored = f"{_day(desk.restored[0])}, từ bản sao ngày {_day(desk.restored[1])}"
        last = f"Lần khôi phục gần nhất: {restored}."
        if desk.bundles is None:
            return "quiet", "Chưa nhận gói nào.", last
        first, newest = desk.bundles
        span = f"từ gói số {first} đến số {newest}" if first < newest else f"ở gói số {newest}"
        if any(one.verdict == "forked" and one.desk == desk.row.number for one in self.one.bundles):
            return "bad", f"Mốc nhật ký nối liền {span}, rồi tách làm hai.", f"Cần người xem. {last}"
        if not desk.is_whole:
            return "bad", "Chuỗi nhật ký đang giữ bị thiếu dòng.", f"Chạy district-cli check. {last}"
        return "good", f"Mốc nhật ký nối liền {span}", f"Không thấy dấu hiệu sửa lùi. {last}"


def _bundle(code: str, bundle: BundleSeen) -> BundleRow:
    month = f"{int(bundle.month[5:])}/{bundle.month[:4]}"
    became = _VERDICTS.get(bundle.verdict, (f"nhận {bundle.came:%d/%m}", ""))
    receipt = f"/xa/{code}/bien-nhan/{bundle.desk}/{bundle.receipt}" if bundle.receipt else ""
    changes = words.amount(bundle.changes) if bundle.changes else ""
    return BundleRow(
        anchor((bundle.desk, bundle.seq)),
        bundle.seq,
        month,
        f"{bundle.made:%d/%m/%Y}",
        words.amount(bundle.records),
        changes,
        became,
        receipt,
    )


def _cells(figures: MonthFigures, event: str, letter: str) -> tuple[str, str]:
    registered = words.amount(figures.get(f"event {event}", 0)) if event else ""
    return registered, words.amount(figures.get(f"{letter} delivered", 0))


def _of_letters(figures: MonthFigures, stage: str) -> int:
    return sum(n for name, n in figures.items() if name.endswith(f" {stage}"))


def _day(iso: str) -> str:
    return f"{iso[8:10]}/{iso[5:7]}/{iso[:4]}"
