"""The page Sao lưu."""
