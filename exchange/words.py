"""Six words by telephone: how two offices hear that they hold the same document.

256 one-syllable nouns of daily life, no two alike when the tone and the marks are lost. The list is frozen: another
order or another word would make two programs read different words from one document.
"""

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache

_LIST = """
    ấm ảnh áo bàn bảng bánh bắp bát bầu bè bến bếp bí biển bình bò bột bún bút cá cam cần cành cặp cát cau cây chai
    chàm chanh chảo chén chỉ chiếu chợ chổi chữ chum chuối chuông cỏ cốc cối cơm cổng cột cua củi cuốc đá đài đàn
    dao đất dây đệm đèn dép đĩa diêm diều đinh đò đồi đồng dừa đuốc đường gà gấc gạch gai gấm găng gạo ghim giếng gỗ
    gối gốm gừng guốc gương hạc hành hạt heo hiên hoa hồng hộp húng hươu kem kén kênh kẹo khăn khay khế khóa khoai
    khuôn kiến kiềng kim kính lá lạc lan làng lịch lò lồng lúa lưới mạ mái mâm mận măng mật mây mè mèo mẹt mì mía
    miến mít mũ mưa mực mùng muối muỗng mướp nấm nến nếp ngan ngao nghé nghêu ngô ngọc ngói ngỗng ngựa nhà nhài nhãn
    nhện nhím nho nhựa nhung nôi nơm nón nụ núi nước ốc ổi ong ớt phấn phao phên phích phố phượng quả quạt quầy quế
    quyển quýt răng rạp rau riềng rìu rơm rừng sách sâm sắn sàng sáo sáp sấu sậy sen sim sơn sông sứ sữa suối sương
    tằm táo tàu tem tép thảm thang tháp thau thẻ thềm thìa thỏ thóc thư thúng thước thuyền tía tiêu tơ tỏi tôm trà
    trăng trâu tre trống trúc trứng tủ túi tùng tường tuyết ủng vải vàng vé vẹt ví vịt vó vôi vòng vừng vườn xe xẻng
    xoài xôi xóm xoong yến
"""
SIX_WORDS: tuple[str, ...] = tuple(_LIST.split())

_SALT = b"motcua-words/1"
_COST = 2**16
_BLOCK = 8
_DOCUMENT = re.compile(r"[0-9a-f]{64}", re.ASCII)


@dataclass(frozen=True, slots=True)
class SixWords:
    """48 bits of a document's identity for the ear (six words) and for the eye (four groups of three hex digits)."""

    words: tuple[str, ...]
    hex_groups: tuple[str, ...]


@lru_cache(maxsize=16)
def six_words(document: str) -> SixWords:
    """The six words of a document's identity (64 hex digits); takes about 0.2 s and 64 MiB on purpose, so that nobody
    searches for another document with the same words. Asked again at once, the same words come at once."""
    if not _DOCUMENT.fullmatch(document):
        raise ValueError("an identity is 64 hex digits")
    room = 128 * _BLOCK * (_COST + 2)
    drawn = hashlib.scrypt(
        bytes.fromhex(document), salt=_SALT, n=_COST, r=_BLOCK, p=1, dklen=6, maxmem=room + 1024 * 1024
    )
    told = drawn.hex()
    return SixWords(
        words=tuple(SIX_WORDS[byte] for byte in drawn),
        hex_groups=tuple(told[start : start + 3] for start in range(0, 12, 3)),
    )
