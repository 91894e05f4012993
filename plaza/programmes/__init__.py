"""What activities and money belong to: a year of peer learning, a project, an initiative."""
