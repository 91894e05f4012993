"""Formats of files: each turns bytes into text, tables and page offsets, or refuses."""
