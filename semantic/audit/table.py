"""The columns of the audit as a table: what the view `revision` and the command line show of each question."""

from __future__ import annotations

import pyarrow as pa

COLUMNS: tuple[tuple[str, str, pa.DataType], ...] = (
    ("tid", "Tid (UTC)", pa.timestamp("us")),
    ("kaede", "Kæde", pa.string()),
    ("loebenummer", "Løbenummer", pa.int64()),
    ("graenseflade", "Grænseflade", pa.string()),
    ("bruger", "Bruger", pa.string()),
    ("spurgt_af", "Spurgt af", pa.string()),
    ("roller", "Roller", pa.string()),
    ("formaal", "Formål", pa.string()),
    ("beslutning", "Beslutning", pa.string()),
    ("koder", "Koder", pa.string()),
    ("felter", "Felter", pa.string()),
    ("filtre", "Filtre", pa.string()),
    ("persondata", "Persondata", pa.bool_()),
    ("omfang_anvendt", "Anvendt omfang", pa.string()),
    ("bevillinger", "Bevillinger", pa.string()),
    ("fingeraftryk", "Fingeraftryk", pa.string()),
    ("politikker", "Politikker", pa.string()),
    ("model", "Model", pa.string()),
    ("data", "Data", pa.int64()),
    ("udfald", "Udfald", pa.string()),
    ("raekker", "Rækker", pa.int64()),
    ("millisekunder", "Millisekunder", pa.int64()),
)
"""Name, title and type of each, in order."""
SCHEMA = pa.schema([(name, data_type) for name, _, data_type in COLUMNS])
