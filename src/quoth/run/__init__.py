"""The order of the stages, the ledger of finished work, progress events, executors."""
