"""Pictures made by the server: the round, gauges, year strips, dots, books and the mark.

Pure functions from plain values to SVG. Each dot is one thing that can be counted. A picture that
informs carries a label; one that only decorates is hidden from readers of the screen. There are no
style attributes: colours come from the classes of the design system.
"""
