"""Hồ sơ kiểm chứng: files that prove what the office did."""
