"""Other systems' doors: feeds, calendars, JSON, CSV, spreadsheets, sitemap."""
