"""Layouts of documents: each knows where its records begin and which words are whose."""
