"""Tìm mọi thứ and Sổ hộ tịch: one page with the record at the right."""
