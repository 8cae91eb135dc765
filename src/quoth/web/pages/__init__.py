"""What stands at each address: one function a page, from a view and a request to an ``Answer``."""
