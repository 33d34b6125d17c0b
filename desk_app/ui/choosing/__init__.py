"""What is chosen for a letter by hand."""
