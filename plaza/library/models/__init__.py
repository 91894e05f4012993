"""Works, their language editions, parts and files."""

from plaza.library.models.packages import File, Part
from plaza.library.models.works import Credit, Edition, Resource, Topic

__all__ = ["Credit", "Edition", "File", "Part", "Resource", "Topic"]
