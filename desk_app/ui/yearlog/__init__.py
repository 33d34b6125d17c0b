"""What the office did in a year beside registering."""
