"""Pages of activities: what everybody reads, and the desk."""
