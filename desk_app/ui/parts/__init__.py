"""Small widgets that several pages share, one module each."""
