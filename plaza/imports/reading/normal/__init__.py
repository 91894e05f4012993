"""Normal forms: one module per kind of value, from the printed words to plain data."""
