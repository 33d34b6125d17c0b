"""The page Khảo sát: surveys, one of them, what is typed and printed for it."""
