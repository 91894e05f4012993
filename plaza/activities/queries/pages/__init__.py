"""The page of one activity."""

from plaza.activities.queries.pages.page import ActivityPage, activity_page

__all__ = ["ActivityPage", "activity_page"]
