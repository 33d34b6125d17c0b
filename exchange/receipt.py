"""The receipt: what the level above says back, sealed to the desk.

class SetAside(Struct): position; reason
class Batch(Struct): id (32 hex); formed_on; n; by_score; by_channel; reasons; comments: tuple[str, ...]; kinds: tuple[str, ...]
class Message(Struct): id; on; text          class CallBack(Struct): id; on; phone; text
class Receipt(Struct): format "motcua-receipt/1"; number; unit; desk; register; bundle (identity); verdict; upto;
    digest_at_upto (64 hex); office: PublicKeys; issued_at; app; set_aside; batches; messages; call_backs (tuples)
def write_receipt(receipt: Receipt, keys: OfficeKeys, receive: str) -> Written
def open_receipt(raw: bytes, ours: DeskKeys, office: str) -> OpenedReceipt(receipt, document)     raises Refused
"""
