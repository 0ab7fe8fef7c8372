"""Search: a static index for readers (`public`) and an index on disk for staff (`staff`)."""
