"""The pages of the server: what the graph knows of an actor, an issue, an article, a source, one position.

Each page is made in a worker, under its limits of time and memory, and has no script: links and forms do it all.
"""
