"""Pages of the figures, their tables, and the desk where they are kept."""
