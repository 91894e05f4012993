"""What people type about works, as clean values."""
