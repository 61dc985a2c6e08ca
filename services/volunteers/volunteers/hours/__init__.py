"""时长: minutes of service, proposed by one and confirmed by another, never rewritten."""
