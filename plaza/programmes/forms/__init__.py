"""What people type about programmes, as clean values."""
