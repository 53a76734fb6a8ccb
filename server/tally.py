"""What is counted for `/metrics`, as numbers that are added up over the workers and told in Prometheus' text format."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)


@dataclass
class Tally:
    """Counts of one worker, or of several. Labels are our own addresses, never a caller's words."""

    requests: Counter[tuple[str, str, int]] = field(default_factory=Counter)
    buckets: Counter[tuple[str, float]] = field(default_factory=Counter)
    seconds: dict[str, float] = field(default_factory=dict)
    refusals: Counter[str] = field(default_factory=Counter)

    def count(self, path: str, method: str, status: int, seconds: float) -> None:
        self.requests[path, method, status] += 1
        self.seconds[path] = self.seconds.get(path, 0.0) + seconds
        for bound in BUCKETS:
            if seconds <= bound:
                self.buckets[path, bound] += 1

    def add(self, other: Tally) -> None:
        self.requests += other.requests
        self.buckets += other.buckets
        self.refusals += other.refusals
        for path, seconds in other.seconds.items():
            self.seconds[path] = self.seconds.get(path, 0.0) + seconds

    def lines(self) -> Iterator[str]:
        yield "# HELP nogletal_requests_total HTTP requests answered."
        yield "# TYPE nogletal_requests_total counter"
        for (path, method, status), count in sorted(self.requests.items()):
            yield f'nogletal_requests_total{{path="{path}",method="{method}",status="{status}"}} {count}'
        yield "# HELP nogletal_request_seconds Time to the end of the answer."
        yield "# TYPE nogletal_request_seconds histogram"
        totals: Counter[str] = Counter()
        for (path, _, _), count in self.requests.items():
            totals[path] += count
        for path, count in sorted(totals.items()):
            for bound in BUCKETS:
                yield f'nogletal_request_seconds_bucket{{path="{path}",le="{bound}"}} {self.buckets[path, bound]}'
            yield f'nogletal_request_seconds_bucket{{path="{path}",le="+Inf"}} {count}'
            yield f'nogletal_request_seconds_sum{{path="{path}"}} {self.seconds[path]:.6f}'
            yield f'nogletal_request_seconds_count{{path="{path}"}} {count}'
        yield "# HELP nogletal_refusals_total Refusals by code, of HTTP and SQL; what only SQL refuses by its SQLSTATE."
        yield "# TYPE nogletal_refusals_total counter"
        for code, count in sorted(self.refusals.items()):
            yield f'nogletal_refusals_total{{code="{code}"}} {count}'

    def written(self) -> bytes:
        """For another worker to read."""
        return pickle.dumps(self)


def read_tally(written: bytes | None) -> Tally:
    """One that a worker of this server wrote; an empty one where there is none."""
    if written is None:
        return Tally()
    found: Tally = pickle.loads(written)
    return found
