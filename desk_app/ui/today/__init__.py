"""Hôm nay: the six queues, the reminders, the day's sentence."""
