"""Pages of programmes: the public ones and the desk's."""
