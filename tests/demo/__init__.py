"""The command that a stranger types first, tried as she types it."""
