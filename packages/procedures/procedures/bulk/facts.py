"""What every service says of its lists; each names the types of its own."""

from typing import ClassVar, NamedTuple
from uuid import UUID

from chassis.facts import Fact
from chassis.tables import Audience


class ListFact(Fact):
    """A list came in or went out, whole; for the auditor. Its rows tell of themselves."""

    SUBJECT: ClassVar[str] = "job_id"
    AUDIENCE: ClassVar[Audience] = Audience.AUDIT

    job_id: UUID
    kind: str


class ListImportedFact(ListFact):
    """A list was taken over: how many rows had which outcome, and who laid it before whoever confirmed it."""

    counts: dict[str, int]
    laid_by: str


class ListOpenedFact(ListFact):
    """The workbook of a list that came in was opened, which names people in full; who laid it, before who opened it."""

    laid_by: str


class ListExportedFact(ListFact):
    """A list was taken away, masked or in full, and then for which reason."""

    rows: int
    full: bool
    reason: str | None


class Told(NamedTuple):
    """The facts by which one service tells of its lists."""

    service: str
    imported: type[ListImportedFact]
    opened: type[ListOpenedFact]
    exported: type[ListExportedFact]
