"""Who did what, when, with before and after; the only way a state moves."""
