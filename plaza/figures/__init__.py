"""Indicators: a definition, a value, the rows behind it, frozen releases, figures as printed.

A figure always opens to the rows it counts. What is not known is said, never written as zero; a
printed number that no row supports is kept beside the computed one; a release never changes.
"""
