"""Mutation fuzzing of everything that comes in from outside: bundles, receipts, enrolments, cards, updates, notes.

Outside the seal (anybody may bend a file on a stick) and inside it, signed anew with the desk's own genuine key: an
enrolled desk may be broken, or mean harm. Nothing of the product is patched.
"""
