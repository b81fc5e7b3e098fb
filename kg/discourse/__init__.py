"""Discourse networks: actors and issues, who agrees with whom, and how sure that is."""
