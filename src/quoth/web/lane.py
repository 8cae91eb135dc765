"""The one thread in which judgements are worked in: only one writes a ledger at a time anyway, and whoever waits for that in a thread of its own
holds a connection, and memory that the system does not get back from it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, TypeVar

Done = TypeVar("Done")


@dataclass(slots=True)
class Lane:
    """What is taken in here is done one after the other, in the order in which it came. Pages are not kept waiting by it."""

    _pool: ThreadPoolExecutor | None = None
    _lock: Lock = field(default_factory=Lock)

    async def run(self, function: Callable[..., Done], *given: Any) -> Done:
        """What the function gives, once its turn has come."""
        with self._lock:
            self._pool = self._pool or ThreadPoolExecutor(1, thread_name_prefix="judging")
            coming = self._pool.submit(function, *given)
        return await asyncio.shield(
            asyncio.wrap_future(coming)
        )  # whoever goes away is judged for all the same: nothing is half done

    def close(self) -> None:
        """Do all that was taken in, and end."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown()
