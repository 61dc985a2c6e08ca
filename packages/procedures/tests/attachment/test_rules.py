"""An attachment is bound once, by those whose own it is, and only ever shown to more people."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, cast
from uuid import UUID, uuid4

import pytest

from chassis.access import Access
from chassis.problems import Problem
from procedures.attachment import rules
from procedures.attachment.facts import AttachmentFact, AttachmentReadFact, Told
from procedures.attachment.model import HIDDEN, NOWHERE, Attachment, Blob, State

AT = datetime(2026, 11, 23, 4, tzinfo=UTC)
HREF = "/api/projects/records/1"
HERE = "441900/441900003/"
ME, OURS = uuid4(), uuid4()


class Attached(AttachmentFact):
    """A service\'s own."""

    TYPE = "tests.attachment.attached.v1"


class Read(AttachmentReadFact):
    """A service\'s own."""

    TYPE = "tests.attachment.read.v1"


TOLD = Told("projects", Attached, Read)


def caller(account_id: UUID | None = ME, organisation_id: UUID | None = None) -> Access:
    return cast("Access", SimpleNamespace(account_id=account_id, organisation_id=organisation_id))


def upload(account_id: UUID = ME, organisation_id: UUID | None = None) -> Attachment:
    blob = Blob(sha256="0" * 64, size=3, media_type="application/pdf", content=b"abc")
    made = Attachment(id=uuid4(), area_id=NOWHERE, scope_key=HIDDEN, account_id=account_id, name="a.pdf", blob=blob)
    made.sha256, made.organisation_id, made.open_to_all = blob.sha256, organisation_id, False
    return made


def record(**fields: Any) -> Any:
    return SimpleNamespace(__tablename__="bid", id=uuid4(), area_id=uuid4(), scope_key=HERE, **fields)


def refused(*attachments: Attachment, asked: list[UUID], to: Any, by: Access) -> Problem:
    found = {each.id: each for each in attachments}
    with pytest.raises(Problem) as problem:
        rules.require_free(found, asked, to=to, by=by, pointer="/attachment_ids")
    return problem.value


def test_what_is_not_ones_own_is_refused_by_its_place() -> None:
    mine, foreign, unknown = upload(), upload(uuid4()), uuid4()
    asked = [mine.id, foreign.id, unknown]
    problem = refused(mine, foreign, asked=asked, to=record(), by=caller())
    assert isinstance(problem, rules.AttachmentUnknown)
    assert [error.pointer for error in problem.errors] == ["/attachment_ids/1", "/attachment_ids/2"]
    nobody = refused(mine, asked=[mine.id], to=record(), by=caller(None))
    assert isinstance(nobody, rules.AttachmentUnknown)


def test_a_colleague_of_the_same_organisation_may_bind() -> None:
    shared = upload(uuid4(), OURS)
    by = caller(organisation_id=OURS)
    assert rules.require_free({shared.id: shared}, [shared.id], to=record(), by=by, pointer="") == [shared]


def test_bound_once() -> None:
    mine, to = upload(), record()
    fact = rules.bind(mine, TOLD, to=to, href=HREF, at=AT)
    assert (mine.state, mine.area_id, mine.scope_key) == (State.BOUND, to.area_id, HERE)
    assert (fact.subject_kind, fact.subject_id, fact.size) == ("bid", to.id, 3)
    assert rules.require_free({mine.id: mine}, [mine.id, mine.id], to=to, by=caller(), pointer="") == []
    problem = refused(mine, asked=[mine.id], to=record(), by=caller())
    assert isinstance(problem, rules.AttachmentBound)


def test_reading_is_told_of_what_belongs_to_a_record() -> None:
    mine, to = upload(), record()
    assert rules.read(mine, TOLD) is None
    rules.bind(mine, TOLD, to=to, href=HREF, at=AT)
    fact = rules.read(mine, TOLD)
    assert fact is not None
    assert (fact.AUDIENCE, fact.subject_id) == ("audit", to.id)
    rules.publish(mine)
    assert rules.read(mine, TOLD) is None
