"""Contacts in the making: how they are told by verb and noun, their parties and what else is said of them."""
