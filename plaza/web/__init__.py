"""Design system and plumbing: templates, pictures, text in many languages, routes with access."""
