"""What people hand in, and corrected values of found fields."""
