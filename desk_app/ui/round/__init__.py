"""Đi trao tại nhà: a round from house to house, hamlet by hamlet."""
