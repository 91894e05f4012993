"""The home page and the overview of a year: web page, PDF and docx from one source."""
