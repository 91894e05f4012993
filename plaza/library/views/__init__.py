"""Pages of the library: the public ones and the desk's."""
