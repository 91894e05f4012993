"""A yearly overview: pages of activities, each with a title, a period, text and a box of facts."""
