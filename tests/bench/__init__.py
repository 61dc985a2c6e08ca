"""How fast the system is beside its database: the sign-up rush, and reading, next to pgbench on the same server."""
