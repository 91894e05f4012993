"""Spreadsheets as people keep them: columns are proposed, rows become records, each has a fate."""
