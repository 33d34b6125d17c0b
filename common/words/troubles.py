"""What happened, what is safe, what to do: the sentence of every trouble of desk and district."""

from __future__ import annotations

from collections.abc import Mapping

from common.names import tidy
from common.words.books import TROUBLES as BOOKS
from common.words.criteria import TROUBLES as CRITERIA
from common.words.evidence import TROUBLES as EVIDENCE
from common.words.evidence_pack import TROUBLES as EVIDENCE_PACK
from common.words.follow_ups import TROUBLES as FOLLOW_UPS
from common.words.intake_desk import TROUBLES as INTAKE
from common.words.letter_templates import TROUBLES as LETTER_TEMPLATES
from common.words.ministry_desk import TROUBLES as MINISTRY
from common.words.sessions import TROUBLES as SESSIONS
from common.words.surveys import TROUBLES as SURVEYS
from common.words.troubles_asking import ASKING
from common.words.troubles_exchange import EXCHANGE
from common.words.troubles_files import FILES
from common.words.troubles_register import REGISTER
from common.words.unit_updates import TROUBLES as UNIT_UPDATES
from common.words.updates import TROUBLES as UPDATES
from common.words.year_log import TROUBLES as YEAR_LOG
from common.words.yearly import TROUBLES as YEARLY

SENTENCES: Mapping[str, str] = {
    **REGISTER,
    **FILES,
    **EXCHANGE,
    **ASKING,
    **BOOKS,
    **UNIT_UPDATES,
    **UPDATES,
    **SURVEYS,
    **FOLLOW_UPS,
    **YEAR_LOG,
    **SESSIONS,
    **EVIDENCE,
    **CRITERIA,
    **YEARLY,
    **EVIDENCE_PACK,
    **LETTER_TEMPLATES,
    **INTAKE,
    **MINISTRY,
}
ROLES: Mapping[str, str] = {"clerk": "cán bộ một cửa", "leader": "lãnh đạo", "administrator": "người quản trị"}
UNKNOWN = (
    "Việc vừa rồi chưa làm được và máy chưa có câu giải thích cho trường hợp này (mã {code}). "
    "Dữ liệu đã lưu còn nguyên. "
    "Ghi lại mã này rồi gọi người hỗ trợ."
)


def sentence(code: str, details: Mapping[str, str] = {}) -> str:
    """The sentence for a trouble's code, its gaps filled from `details`; an unknown code says so and names itself."""
    # A folder that forbids writing and a role that may not act carry one code; the file's name tells them apart.
    key = "not-allowed-file" if code == "not-allowed" and "file" in details else code
    told = {name: ROLES.get(value, value) if name == "role" else value for name, value in details.items()}
    gaps = _Gaps({name: tidy(str(value)) for name, value in told.items()} | {"code": tidy(code)})
    return SENTENCES.get(key, UNKNOWN).format_map(gaps)


class _Gaps(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "(chưa rõ)"
