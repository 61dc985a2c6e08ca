"""The one-machine runner: everything of Sanshe as processes of one computer, restarted when they die."""
