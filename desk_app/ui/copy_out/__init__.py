"""A registration field by field into the ministry's software."""
