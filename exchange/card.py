"""The desk card, public: who we are and which keys are ours.

class Card(Struct): format "motcua-card/1"; unit; label; register (64 hex); keys: PublicKeys; replaces: str ("" or the
    verification key this card takes over from); made_on (ISO date); app
def write_card(card: Card, keys: DeskKeys, previous: DeskKeys | None = None) -> Written
def read_card(raw: bytes) -> OpenedCard(card: Card, document: str)                  raises Refused
"""
