"""Thử máy quét: how a scanner sends a card, and what to set on it."""
