"""The enrolment: the level above takes a desk in, sealed to that desk.

class Enrolment(Struct): format "motcua-enrolment/1"; number (rising, from 1); unit; desk; card (identity of the card);
    office: PublicKeys; host; token_key (64 hex); token_generation; profile "figures" | "register"; legal_basis;
    smallest_group; issued_at (UTC, 2026-10-31T09:00:00Z); app
def write_enrolment(enrolment: Enrolment, keys: OfficeKeys, receive: str) -> Written
def open_enrolment(raw: bytes, ours: DeskKeys, card: str) -> OpenedEnrolment(enrolment, document)      raises Refused
    signed by the key it brings: trust comes from the six words of `document`
"""
