"""The desk's command line: everything that support must be able to do by phone, without a window."""
