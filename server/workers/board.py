"""What the workers of a server know of each other: numbers in memory that all of them share."""

from __future__ import annotations

from collections.abc import MutableSequence
from dataclasses import dataclass
from enum import IntEnum


class Count(IntEnum):
    """What is counted for each worker. Each number is written by its worker alone, so that no lock is needed."""

    SERVING = 0  # 1 while it takes connections
    HTTP = 1  # connections
    SQL = 2  # connections
    SESSIONS = 3  # connections to SQL that somebody has logged in on
    UNDER_WAY = 4  # HTTP requests not yet answered
    OLD_POLICIES = 5  # 1 while faulty ones keep those of before in force


@dataclass(frozen=True)
class Board:
    """The numbers of all workers, each worker's beside each other."""

    numbers: MutableSequence[int]

    @staticmethod
    def size(workers: int) -> int:
        return workers * len(Count)

    @property
    def workers(self) -> int:
        return len(self.numbers) // len(Count)

    def put(self, worker: int, count: Count, number: int) -> None:
        self.numbers[worker * len(Count) + count] = number

    def of(self, worker: int, count: Count) -> int:
        return self.numbers[worker * len(Count) + count]

    def total(self, count: Count) -> int:
        """Of all workers."""
        return sum(self.numbers[count :: len(Count)])

    def clear(self, worker: int) -> None:
        """The worker has ended: it has nothing any more."""
        for count in Count:
            self.put(worker, count, 0)
