"""The knowledge hub: a work, its language editions, its ordered parts and files."""
