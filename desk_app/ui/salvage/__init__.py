"""Reading a damaged register: a page at the door that shows and writes out, and changes nothing."""
