"""Lễ trao: one day on which letters are handed over before people."""
