"""Articles → stories: those that print one text, whole or shortened, are one source and not many.

How many independent sources tell a position is counted by the stored query `independent-sources` when it is asked. As
a figure at each position it would change the graphs of other articles with each one that comes or goes.
"""
