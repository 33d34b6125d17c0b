"""Keys of a desk and of an office: one to sign (minisign) and one to receive (age), made of the caller's randomness.

class PublicKeys(msgspec.Struct): verify: str (56 characters, `RW…`); receive: str (`age1…`); .key_id -> 16 hex digits
class DeskKeys / OfficeKeys: make(random: Callable[[int], bytes]) ; from_bytes(raw) ; to_bytes() -> bytes
    .public -> PublicKeys ; .key_id ; .identity() -> str (`AGE-SECRET-KEY-1…`) ; .sign(raw, comment) -> bytes (minisig)
def key_id(verify: str) -> str ; def check_signature(verify: str, raw: bytes, minisig: bytes) -> None   raises Refused
"""
