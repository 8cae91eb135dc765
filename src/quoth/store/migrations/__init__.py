"""Migrations of the ledger's schema, append-only: a released one is never changed."""
