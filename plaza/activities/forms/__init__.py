"""What people type about activities, as clean values."""
