"""Each service's records, and for every operation a request that is accepted."""
