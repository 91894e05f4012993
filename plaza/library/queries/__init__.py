"""Reads of the library. The viewer comes first; what she cannot see is not there."""

from plaza.library.queries.desk import (
    WAYS,
    DeskFilter,
    desk_edition,
    desk_file,
    desk_part,
    desk_resource,
    desk_resources,
    doubtful_links,
)
from plaza.library.queries.elsewhere import (
    links_waiting,
    section_of_organisation,
    section_of_programme,
)
from plaza.library.queries.facets import chips, facets, whole_count
from plaza.library.queries.finding import ResourceFilter, found_resources
from plaza.library.queries.hits import Hit, Mark, edition_read, hits, marks_of, reading_words
from plaza.library.queries.reading import Reading, reading_of
from plaza.library.queries.titles import work_named, works_like
from plaza.library.queries.trees import Tree, tree_of
from plaza.library.queries.visible import (
    newest_resources,
    resources_of_organisation,
    resources_of_programme,
    visible_edition,
    visible_file,
    visible_resource,
    visible_resources,
    with_words,
)

__all__ = [
    "WAYS",
    "DeskFilter",
    "Hit",
    "Mark",
    "Reading",
    "ResourceFilter",
    "Tree",
    "chips",
    "desk_edition",
    "desk_file",
    "desk_part",
    "desk_resource",
    "desk_resources",
    "doubtful_links",
    "edition_read",
    "facets",
    "found_resources",
    "hits",
    "links_waiting",
    "marks_of",
    "newest_resources",
    "reading_of",
    "reading_words",
    "resources_of_organisation",
    "resources_of_programme",
    "section_of_organisation",
    "section_of_programme",
    "tree_of",
    "visible_edition",
    "visible_file",
    "visible_resource",
    "visible_resources",
    "whole_count",
    "with_words",
    "work_named",
    "works_like",
]
