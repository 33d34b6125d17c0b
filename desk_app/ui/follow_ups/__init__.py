"""What is to be done after an opinion."""
