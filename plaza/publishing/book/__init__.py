"""The printed overview: a book as data, and the press that sets it.

A Book is one release of a year in one language, and everything in it is a finished string: numbers,
dates and plurals are written before they come here, so that the press decides nothing about facts.
It imports no Django and runs in a process of its own.
"""
