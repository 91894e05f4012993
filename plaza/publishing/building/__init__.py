"""From the records of a year to a book: every string finished, in one language."""
