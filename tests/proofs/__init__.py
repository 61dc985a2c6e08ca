"""The full numbers of what the tests show in their small forms; `python -m tests.proofs` writes docs/proofs.md."""
