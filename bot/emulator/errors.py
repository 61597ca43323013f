"""What can go wrong with the local workspace itself."""

from __future__ import annotations


class EmulatorError(Exception):
    """One sentence for the person who starts it: what is wrong, and the mend."""
