"""The model as written: Cube's YAML vocabulary and ours, one class for each kind of thing.

Keys of plain Cube that are not served are accepted here and refused or noted by name in `link`, so that the
reader hears what the key would have changed. Unknown keys are refused while reading.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from semantic.model.checklist import ChecklistDocument
from semantic.model.follow_up import CohortKeys
from semantic.model.groups import GroupDocument
from semantic.model.looks import Currency, FolderDocument, Format, LinkDocument
from semantic.model.question import QuestionDocument
from semantic.model.record import NoegletalDocument, UncountedDocument
from semantic.model.spells import IntervalDocument, SpellKeys
from semantic.model.stage import CalculationEntry, OrderByDocument, TimeShiftDocument, WindowDocument
from semantic.model.target import TargetDocument
from semantic.model.theme import ThemeDocument
from semantic.model.vocabulary import Described, Document, FilterDocument, Name, ValidTimeDocument


class GranularityDocument(Document):
    name: str = Name
    title: str | None = None
    interval: str | None = None
    offset: str | None = None
    origin: str | None = None
    sql: str | None = None


class SqlLabel(Document):
    sql: str


def _form_of_label(value: Any) -> str:
    return "sql" if isinstance(value, dict | SqlLabel) else "text"


Label = Annotated[Annotated[str, Tag("text")] | Annotated[SqlLabel, Tag("sql")], Discriminator(_form_of_label)]


class WhenDocument(Document):
    sql: str
    label: Label


class ElseDocument(Document):
    label: Label


class CaseDocument(Document):
    """The label of the first condition that holds; without `else` it is NULL where none does."""

    when: list[WhenDocument] = Field(min_length=1)
    otherwise: ElseDocument | None = Field(None, alias="else")

    @property
    def texts(self) -> list[str]:
        """All of its SQL, in the order in which it stands."""
        parts = [part for branch in self.when for part in (SqlLabel(sql=branch.sql), branch.label)]
        parts += [self.otherwise.label] if self.otherwise else []
        return [part.sql for part in parts if isinstance(part, SqlLabel)]


class SwitchWhenDocument(Document):
    value: str
    sql: str


class SwitchCaseDocument(Document):
    """A formula for each value of a switch dimension."""

    switch: str
    when: list[SwitchWhenDocument] = Field(min_length=1)
    otherwise: SqlLabel | None = Field(None, alias="else")


class DimensionDocument(Described):
    type: Literal["string", "number", "boolean", "time", "geo", "switch"]
    sql: str | None = None
    case: CaseDocument | None = None
    primary_key: bool = False
    format: Format | None = None
    currency: Currency | None = None
    order: Literal["asc", "desc"] | None = Field(None, description="How a client may sort it when nobody says.")
    links: list[LinkDocument] = []
    suggest_filter_values: bool = True
    conformed: str | None = Field(
        None, description="Dimensions of several cubes with the same name here are one and the same in every question."
    )
    unique: bool = Field(False, description="Each value names one row of the cube, as the primary key does.")
    geography: bool = Field(False, description="It says where, for example where a person lives.")
    partial: bool = Field(False, description="Known for some rows only: no group value may be asked by it.")
    value_order: list[str] | None = Field(None, description="The declared order of a text dimension's values.")
    grain: Literal["month", "quarter", "year"] | None = Field(
        None, description="time: each value is the first day of such a period, and stands for the whole of it."
    )
    local_time: bool = Field(
        False, description="A timestamp without zone holds Danish wall-clock time, not UTC (Cube's rule)."
    )
    sub_query: bool = Field(False, description="The value of the measure in `sql` for each row of the cube.")
    # Plain Cube, not served yet or without effect on numbers.
    shown: bool | None = None
    propagate_filters_to_sub_query: bool | None = None
    granularities: list[GranularityDocument] | None = None
    latitude: Any = None
    longitude: Any = None
    values: list[str] = Field([], description="switch: those that a question may choose among.")
    key: Any = None
    mask: Any = None
    multi_stage: bool | None = None
    time_shift: Any = None
    add_group_by: Any = None


class MeasureDocument(SpellKeys, CohortKeys):
    type: Literal[
        "count",
        "count_distinct",
        "count_distinct_approx",
        "sum",
        "avg",
        "min",
        "max",
        "number",
        "string",
        "time",
        "boolean",
        "rank",
        "number_agg",
        "running_total",
        "ratio",
        "median",
        "percentile",
        "stock",
        "active",
        "started",
        "ended",
        "amount",
        "days",
        "years",
        "cohort",
    ]
    sql: str | None = None
    filters: list[FilterDocument] = []
    drill_members: list[str] = []
    format: Format | None = None
    currency: Currency | None = None
    numerator: str | None = Field(None, description="ratio: the measure above the line, `measure` or `cube.measure`.")
    denominator: str | None = Field(None, description="ratio: the measure below the line.")
    constant_over: list[str] = Field(
        [], description="Dimensions, and filters on them, that a part of this ratio deliberately ignores."
    )
    scale: int = Field(1, ge=1, description="ratio: multiplied by this; 100 for per cent, 1000 for per thousand.")
    percentile: float | None = Field(None, gt=0, lt=1)
    unit: str | None = None
    decimals: int | None = Field(None, ge=0, le=9)
    polarity: Literal["higher_is_better", "lower_is_better", "neutral"] | None = None
    sign: str | None = Field(None, description="What a positive and a negative value mean, in words.")
    additive_over: list[str] | None = Field(
        None,
        description="The cube's own dimensions that this may be summed over; every other must be grouped by or"
        " filtered to one value. Left out: all.",
    )
    group_aggregation: Literal["ratio_of_sums", "unweighted_mean", "median"] = "ratio_of_sums"
    group_members: list[str] = Field(
        [], description="unweighted_mean and median: the dimensions whose members are averaged."
    )
    multi_stage: bool = Field(False, description="Computed over other groups, periods or rows than the answer's.")
    group_by: list[str] | None = Field(
        None, description="multi_stage: the only dimensions that the parts are grouped by; [] for the total."
    )
    reduce_by: list[str] = Field([], description="multi_stage: dimensions that the parts are not grouped by.")
    whole: bool = Field(
        False, description="group_by and reduce_by: nor do the question's filters on what they leave out hold."
    )
    add_group_by: list[str] = Field(
        [], description="multi_stage: dimensions that the part is grouped by first, of an avg, sum, min, max or median."
    )
    time_shift: list[TimeShiftDocument] = []
    rolling_window: WindowDocument | None = None
    order_by: list[OrderByDocument] = Field([], description="rank: what is ranked.")
    time_calculations: list[CalculationEntry] = Field([], description="Each a member of its own: `measure__aatd`.")
    compare: list[str] = Field([], description="Groups of schema/groups; each makes members: `measure__group`.")
    compare_by: str | None = Field(None, description="A switch whose values are some of them: `measure__switch`.")
    validated_by: str | None = Field(None, description="A dimension, 'valideret' where the row is validated.")
    validation: Literal["leave_out", "mark"] | None = Field(
        None, description="Whether groups leave out what is not validated, as without this key, or keep it and say so."
    )
    reconstructed: bool = Field(False, description="Derived back from published figures, not counted at source.")
    # Plain Cube or ours, not served yet or without effect on numbers.
    shown: bool | None = None
    case: SwitchCaseDocument | None = Field(None, description="multi_stage: a formula for each value of a switch.")
    mask: Any = None


class JoinDocument(Document):
    """A join to another cube. `name` is Cube's target; with `cube` it is the role that the target plays."""

    name: str = Name
    cube: str | None = None
    relationship: Literal[
        "one_to_one", "one_to_many", "many_to_one", "many_to_many", "has_one", "has_many", "belongs_to"
    ]
    sql: str
    at: date | str | None = Field(
        None,
        description="To a cube with `valid_time`: the cube's own time dimension on whose day the joined row holds,"
        " `opgjort_pr` (as it is on the answer's as-of day), or a day of its own, such as 2026-01-01.",
    )
    share: str | None = Field(
        None,
        description="With `many_to_many`: the joined cube's number that says how much of a row each joined row has."
        " Those of one row add up to one. Only a view leads over such a join.",
    )


class SegmentDocument(Described):
    sql: str
    shown: bool | None = None


class HierarchyDocument(Described):
    levels: list[str]
    shown: bool | None = None


class SnapshotDocument(Document):
    """A stock table: each series is counted at dates; the dates are never summed.

    `periods` are other dimensions that only say something of the date, such as a column with its year.
    """

    date: str
    series: list[str]
    periods: list[str] = []
    carry_forward: str | None = Field(None, description="How long a last count stands in: an interval, or 'unbounded'.")


class LoadedAtDocument(Document):
    """Rows are appended by loads. A later load's row replaces the earlier one of the same primary key."""

    load: str = Field(description="The dimension with the number of the load that brought the row.")
    withdrawn: str | None = Field(None, description="The boolean dimension that says that the row is no more.")


class ExpectedDocument(Document):
    """By when the next load is expected: a period after the last, and so long after that is over."""

    every: str = Field(description="How long a period of the source is: `1 month`.")
    within: str = Field("0 days", description="How long after the period's end its load may be in coming: `10 days`.")


class SourceDocument(Document):
    system: str
    table: str | None = None
    refresh: str | None = Field(None, description="How often the source is loaded, in words.")
    load: str | None = Field(None, description="The name of its loads in the load register.")
    expected: ExpectedDocument | None = Field(None, description="By when the next load is late; told once for a load.")
    licence: str | None = None
    attribution: str | None = None


class CubeDocument(Described):
    extends: str | None = Field(None, description="The cube whose keys and members this one has beside its own.")
    sql_table: str | None = None
    sql: str | None = None
    dialect: str = "duckdb"
    data_source: str | None = None
    joins: list[JoinDocument] = []
    dimensions: list[DimensionDocument] = []
    measures: list[MeasureDocument] = []
    segments: list[SegmentDocument] = []
    hierarchies: list[HierarchyDocument] = []
    snapshot: SnapshotDocument | None = None
    valid_time: ValidTimeDocument | None = Field(
        None, description="A slowly changing dimension; every join to the cube says `at` which day."
    )
    main_time: str | None = Field(None, description="What time_calculations follow where a question names no time.")
    interval: IntervalDocument | None = None
    loaded_at: LoadedAtDocument | None = Field(None, description="Which load brought each row, for as-of.")
    static: bool = Field(False, description="Its rows never change: they are the same as of any day.")
    source: SourceDocument | None = None
    synthetic: bool = False
    bridge: Literal["each_member"] | None = Field(
        None,
        description="The rows say what belongs together, many to many. How to count across: a row once for each member"
        " that it meets, and once in every total.",
    )
    person_key: str | None = Field(None, description="The dimension that identifies a person; what disclosure counts.")
    persons: str | None = Field(None, description="A pre-aggregated table's measure of persons.")
    address_protection: str | None = Field(None, description="The boolean dimension that says whose address is secret.")
    # Plain Cube or ours, not served yet or without effect on numbers.
    shown: bool | None = None
    sql_alias: str | None = None
    refresh_key: Any = None
    pre_aggregations: Any = None
    access_policy: Any = None
    calendar: bool | None = None
    rewrite_queries: Any = None


class IncludedMember(Document):
    name: str
    alias: str | None = None
    title: str | None = None
    description: str | None = None
    format: Format | None = None
    meta: dict[str, Any] | None = None


def _form_of_includes(value: Any) -> str:
    return "all" if isinstance(value, str) else "some"


def _form_of_entry(value: Any) -> str:
    return "entry" if isinstance(value, dict | IncludedMember) else "name"


# Told apart before they are read, so that a fault is told once and not for each form that it might have been.
IncludedEntry = Annotated[
    Annotated[str, Tag("name")] | Annotated[IncludedMember, Tag("entry")], Discriminator(_form_of_entry)
]
Includes = Annotated[
    Annotated[Literal["*"], Tag("all")] | Annotated[list[IncludedEntry], Tag("some")],
    Discriminator(_form_of_includes),
]


class ViewCubeDocument(Document):
    join_path: str
    includes: Includes = []
    excludes: list[str] = []
    prefix: bool = False
    alias: str | None = None
    split: bool | None = None


class DefaultFilterDocument(Document):
    """What the view is filtered by, unless the question filters by one of the members of `unless`."""

    member: str
    operator: str
    values: list[str | bool | int | float | date | None] = []
    unless: list[str] = []


class ViewDocument(Described):
    extends: str | None = Field(None, description="The view whose keys and cubes this one has beside its own.")
    cubes: list[ViewCubeDocument] = []
    shown: bool | None = None
    folders: list[FolderDocument] = []
    default_filters: list[DefaultFilterDocument] = []
    # Plain Cube, not served yet or without effect on numbers.
    view_group: str | None = None
    view_groups: list[str] = []
    access_policy: Any = None
    includes: Any = None
    excludes: Any = None
    measures: Any = None
    dimensions: Any = None
    segments: Any = None


class ViewGroupDocument(Described):
    views: list[str] = []


class ModelFile(Document):
    """One YAML file of the model."""

    cubes: list[CubeDocument] = []
    views: list[ViewDocument] = []
    view_groups: list[ViewGroupDocument] = []  # plain Cube, without effect on numbers
    noegletal: list[NoegletalDocument] = []
    ikke_opgjorte: list[UncountedDocument] = []
    groups: list[GroupDocument] = []
    targets: list[TargetDocument] = []
    questions: list[QuestionDocument] = []
    temaer: list[ThemeDocument] = []
    tjeklister: list[ChecklistDocument] = []
