"""What the clients are asked, each with the answer of SQL written by hand or of figures published elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Question:
    """The oracle's columns stand in the order of `columns`, its values as JSON carries them."""

    query: dict[str, Any]
    columns: tuple[str, ...]
    oracle: str


FORECAST = Question(
    {
        "measures": [
            "varde_prognose.prognose",
            "varde_prognose.budget",
            "varde_prognose.afvigelse",
            "varde_prognose.prognoseprocent",
            "varde_prognose.prognoseprocent__status",
        ]
    },
    (
        "varde_prognose.prognose",
        "varde_prognose.budget",
        "varde_prognose.afvigelse",
        "varde_prognose.prognoseprocent",
        "varde_prognose.prognoseprocent__status",
    ),
    "values ('203150556', '201933712', '-1216844', '100.60', 'normal')",  # Varde's own totals
)
QUARTERS = Question(
    {
        "measures": ["ydelse.antal_ydelser", "ydelse.dagsats_gennemsnit"],
        "dimensions": ["ydelse.lov"],
        "timeDimensions": [
            {"dimension": "ydelse.start", "granularity": "quarter", "dateRange": ["2023-01-01", "2024-12-31"]}
        ],
    },
    ("ydelse.start.quarter", "ydelse.lov", "ydelse.antal_ydelser", "ydelse.dagsats_gennemsnit"),
    """select printf('%d-%02d-01T00:00:00.000', year(start), 3 * quarter(start) - 2), lov, count(*)::text,
           round(avg(beloeb_pr_dag), 2)::decimal(18, 2)::text
       from ydelse where year(start) in (2023, 2024) group by 1, 2 order by 1, 2""",
)
MONTHS = Question(
    {
        "measures": ["ydelse.antal_ydelser"],
        "timeDimensions": [{"dimension": "ydelse.start", "granularity": "month", "dateRange": "2024"}],
        "filters": [
            {"member": "ydelse.lov", "operator": "equals", "values": ["barnets lov"]},
            {"member": "ydelse.enhed", "operator": "notSet"},
        ],
    },
    ("ydelse.start.month", "ydelse.antal_ydelser"),
    """select strftime(start, '%Y-%m-01T00:00:00.000'), count(*)::text from ydelse
       where lov = 'barnets lov' and enhed is null and start between '2024-01-01' and '2024-12-31'
       group by 1 order by 1""",
)
PARAGRAPHS = Question(
    {
        "measures": ["ydelse.antal_ydelser"],
        "dimensions": ["ydelse.paragraf"],
        "filters": [
            {
                "or": [
                    {"member": "ydelse.enhed", "operator": "notSet"},
                    {
                        "and": [
                            {"member": "ydelse.lov", "operator": "equals", "values": ["serviceloven"]},
                            {"member": "ydelse.paragraf", "operator": "contains", "values": ["10"]},
                        ]
                    },
                ]
            },
            {"member": "ydelse.antal_ydelser", "operator": "gte", "values": ["5"]},
        ],
        "order": [["ydelse.antal_ydelser", "desc"], ["ydelse.paragraf", "desc"]],
        "limit": 3,
        "offset": 1,
        "total": True,
    },
    ("ydelse.paragraf", "ydelse.antal_ydelser"),
    """select paragraf, count(*)::text from ydelse
       where enhed is null or (lov = 'serviceloven' and paragraf like '%10%')
       group by 1 having count(*) >= 5 order by count(*) desc, paragraf desc limit 3 offset 1""",
)
PARAGRAPHS_IN_ALL = """select count(*) from (
    select paragraf from ydelse where enhed is null or (lov = 'serviceloven' and paragraf like '%10%')
    group by 1 having count(*) >= 5)"""
UNITS = Question(
    {
        "measures": ["ydelse.antal_ydelser"],
        "dimensions": ["ydelse.enhed"],
        "segments": ["ydelse.udenbys"],
        "order": {"ydelse.enhed": "asc"},
    },
    ("ydelse.enhed", "ydelse.antal_ydelser"),
    """select enhed, count(*)::text from ydelse where betalingskommune <> handlekommune
       group by 1 order by 1 nulls last""",
)
# Too long for an address: the clients send it as a POST by themselves.
MANY_VALUES = Question(
    {
        "measures": ["ydelse.antal_borgere"],
        "filters": [
            {"member": "ydelse.enhed", "operator": "equals", "values": [f"E{number:02}" for number in range(1, 400)]}
        ],
    },
    ("ydelse.antal_borgere",),
    "select count(distinct borger_id)::text from ydelse where enhed is not null",
)
NOTHING = Question(
    {
        "measures": ["ydelse.dagsats_gennemsnit", "ydelse.dagsats_gennemsnit__status"],
        "filters": [{"member": "ydelse.lov", "operator": "equals", "values": ["jyske lov"]}],
    },
    ("ydelse.dagsats_gennemsnit", "ydelse.dagsats_gennemsnit__status"),
    "select avg(beloeb_pr_dag), 'mangler' from ydelse where lov = 'jyske lov'",
)
QUESTIONS = {
    "forecast": FORECAST,
    "quarters": QUARTERS,
    "months": MONTHS,
    "paragraphs": PARAGRAPHS,
    "units": UNITS,
    "many values": MANY_VALUES,
    "nothing": NOTHING,
}

# In the world of traps: a neighbour of 2^53, the largest BIGINT, and quotients over zero and of nothing.
BIG = Question(
    {
        "measures": ["tal.stort_sum", "tal.a_b", "tal.a_b__status"],
        "dimensions": ["tal.id"],
        "filters": [{"member": "tal.id", "operator": "equals", "values": ["1", "3", "4", "6"]}],
        "order": {"tal.id": "asc"},
    },
    ("tal.id", "tal.stort_sum", "tal.a_b", "tal.a_b__status"),
    """values (1, '9007199254740992', '1.01', 'normal'), (3, '0', null, 'nul_naevner'), (4, null, null, 'mangler'),
              (6, '9223372036854775807', '0.33', 'normal')""",
)
# 2^53 + 1, the first whole number that no DOUBLE holds.
PAST_DOUBLE = Question(
    {
        "measures": ["tal.stort_sum"],
        "filters": [{"member": "tal.id", "operator": "equals", "values": ["1", "2"]}],
    },
    ("tal.stort_sum",),
    "values ('9007199254740993')",
)
