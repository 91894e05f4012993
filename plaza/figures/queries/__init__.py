"""Reads of the figures: lines of a year or a span, releases, comparisons, what is still missing."""
