"""A knowledge hub's pages and lists: works with labels before, between or after title and text."""
