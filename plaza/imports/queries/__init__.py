"""Reads of imports; the viewer comes first where it matters who looks."""
