"""The way of a registration without I/O: its order, its working days, and who may not decide."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.organisation.model import Category, Kind, Organisation, Path
from registry.organisation.model import State as OrganisationState
from registry.registration import rules, waiting
from registry.registration.dated import RegistrationLaw
from registry.registration.documents import RegistrationDocumentsMissing
from registry.registration.model import Registration, State
from services.registry.tests.make import documents, numbered

AT = datetime(2026, 9, 28, 1, tzinfo=UTC)
TODAY = date(2026, 9, 28)
LAW = RegistrationLaw.on(TODAY)
CLERK, OFFICER = uuid4(), uuid4()
CERTIFICATE = rules.Certificate(numbered(1), "东民社证字第0001号", date(2030, 9, 28))


def registration(**changes: object) -> Registration:
    plain = {
        "id": uuid4(),
        "organisation_id": uuid4(),
        "promotes": False,
        "area_id": uuid4(),
        "scope_key": "441900/441900003/441900003001/",
        "name": "东风社区睦邻协会",
        "kind": Kind.SOCIAL_ASSOCIATION,
        "category": Category.CHARITY_MUTUAL_AID,
        "venue": "二楼",
        "business_scope": "邻里互助",
        "members": 56,
        "funds_fen": 3_000_000,
        "representative_id": uuid4(),
    } | changes
    plain.setdefault("documents", documents(Kind(plain["kind"])))
    return Registration(**plain)


def filed(one: Registration) -> Organisation:
    return Organisation(
        id=one.organisation_id,
        organisation_id=one.organisation_id,
        area_id=one.area_id,
        scope_key=one.scope_key,
        path=Path.FILED,
        state=OrganisationState.FILED,
        number="东城备1号",
        filed_on=date(2024, 1, 5),
    )


def applied(one: Registration) -> Registration:
    rules.apply(one, filed(one) if one.promotes else None, LAW, by=CLERK, at=AT)
    return one


def accepted(one: Registration) -> Registration:
    rules.accept(applied(one), LAW, by=OFFICER, on=TODAY)
    return one


@pytest.mark.parametrize(
    ("changes", "lacking"),
    [
        ({}, []),
        ({"members": 20, "funds_fen": 500_000}, []),
        ({"members": 19, "funds_fen": 499_999}, ["/members", "/funds_fen"]),
        ({"members": 20, "scope_key": "441900/"}, ["/members"]),
        ({"kind": Kind.FOUNDATION}, ["/funds_fen"]),
        ({"kind": Kind.FOUNDATION, "funds_fen": 200_000_000}, []),
        ({"kind": Kind.SOCIAL_SERVICE_ORG, "members": 2}, []),
    ],
)
def test_conditions_by_kind_and_place(changes: dict[str, object], lacking: list[str]) -> None:
    assert [error.pointer for error in rules.shortfalls(registration(**changes), LAW)] == lacking


@pytest.mark.parametrize("kind", list(Kind))
def test_each_kind_gives_the_documents_of_its_own_law(kind: Kind) -> None:
    given = documents(kind)
    rules.apply(registration(kind=kind, funds_fen=200_000_000, documents=given), None, LAW, by=CLERK, at=AT)
    less, empty, twice = given[1:], [*given[:-1], {**given[-1], "note": "  "}], [*given, given[0]]
    strange = [*given, {"name": "存款承诺书", "note": "附后", "attachment_ids": []}]
    last, more = f"/documents/{len(given) - 1}/note", f"/documents/{len(given)}/name"
    for wrong, pointer in ((less, "/documents"), (empty, last), (twice, more), (strange, more)):
        one = registration(kind=kind, funds_fen=200_000_000, documents=wrong)
        with pytest.raises(RegistrationDocumentsMissing) as refused:
            rules.apply(one, None, LAW, by=CLERK, at=AT)
        assert [error.pointer for error in refused.value.errors] == [pointer]


def test_days_are_working_days_and_the_national_holiday_is_none() -> None:
    one = applied(registration())
    # 1 to 7 October are holidays; 29 and 30 September, 8, 9 and the Saturday made up on the 10th remain.
    assert one.due_on == date(2026, 10, 10)
    rules.accept(one, LAW, by=OFFICER, on=date(2026, 9, 30))
    assert one.due_on is not None
    assert one.due_on > date(2026, 10, 30)


def test_tasks_wait_for_the_authority_and_then_for_the_applicant() -> None:
    one = registration(promotes=True)
    opened = rules.apply(one, filed(one), LAW, by=CLERK, at=AT)[-1]
    assert (opened.role, opened.title_code, opened.due_on) == ("bureau_officer", waiting.ACCEPTANCE, one.due_on)
    _, closed, correction = rules.return_(one, reason="章程缺页", by=OFFICER)
    assert closed.task_id == opened.task_id
    assert (correction.role, correction.organisation_id) == ("organisation_manager", one.organisation_id)
    _, closed, _ = rules.correct(one, LAW, by=CLERK, at=datetime(2026, 9, 29, 1, tzinfo=UTC))
    assert closed.task_id == correction.task_id


def test_a_promotion_keeps_identity_number_and_day() -> None:
    one = accepted(registration(promotes=True))
    body = filed(one)
    fact, _ = rules.grant(one, body, CERTIFICATE, by=OFFICER, on=TODAY)
    assert (fact.TYPE, fact.organisation_id) == ("registry.organisation.promoted.v1", one.organisation_id)
    assert (body.path, body.number, body.filed_on) == (Path.REGISTERED, "东城备1号", date(2024, 1, 5))
    assert (body.uscc, body.authority_code, body.registered_on) == (numbered(1), "441900", TODAY)


def test_a_new_body_is_registered() -> None:
    one, body = accepted(registration()), Organisation(id=uuid4())
    body.area_id, body.scope_key = one.area_id, one.scope_key
    fact, _ = rules.grant(one, body, CERTIFICATE, by=OFFICER, on=TODAY)
    assert (fact.TYPE, fact.uscc, fact.path) == ("registry.organisation.registered.v1", numbered(1), "registered")


def test_only_filed_bodies_are_promoted() -> None:
    one = registration(promotes=True)
    gone = filed(one)
    gone.state = OrganisationState.DEREGISTERED
    with pytest.raises(rules.NotPromotable):
        rules.apply(one, gone, LAW, by=CLERK, at=AT)
    accepted(one)
    with pytest.raises(rules.NotPromotable):
        rules.grant(one, gone, CERTIFICATE, by=OFFICER, on=TODAY)
    assert one.state is State.ACCEPTED


@pytest.mark.parametrize(
    ("certificate", "refusal"),
    [
        (rules.Certificate(numbered(1, "52441900"), "东民社证字第1号", date(2030, 1, 1)), rules.UsccRefused),
        (rules.Certificate(numbered(1)[:-1] + "I", "东民社证字第1号", date(2030, 1, 1)), rules.UsccRefused),
        (rules.Certificate(numbered(1), "东民社证字第1号", TODAY), rules.CertificateEnded),
    ],
)
def test_code_and_certificate_are_sound(certificate: rules.Certificate, refusal: type[Exception]) -> None:
    one = accepted(registration())
    with pytest.raises(refusal):
        rules.grant(one, filed(one), certificate, by=OFFICER, on=TODAY)


def test_the_applicant_decides_nothing() -> None:
    one = applied(registration())
    for act in (lambda: rules.accept(one, LAW, by=CLERK, on=TODAY), lambda: rules.return_(one, reason="无", by=CLERK)):
        with pytest.raises(rules.OwnApplication):
            act()
    rules.accept(one, LAW, by=OFFICER, on=TODAY)
    with pytest.raises(rules.OwnApplication):
        rules.refuse(one, reason="不符合", by=CLERK, on=TODAY)


def test_reasons_are_not_told() -> None:
    one = accepted(registration())
    facts = rules.refuse(one, reason="张某不具备条件", by=OFFICER, on=TODAY)
    assert one.refused_because == "张某不具备条件"
    assert all("张某" not in fact.model_dump_json() for fact in facts)


VERBS = {
    "accept": {State.SUBMITTED},
    "return": {State.SUBMITTED, State.ACCEPTED},
    "correct": {State.CORRECTION},
    "grant": {State.ACCEPTED},
    "refuse": {State.ACCEPTED},
}


@given(st.lists(st.sampled_from(sorted(VERBS)), max_size=10))
def test_no_order_of_verbs_reaches_an_illegal_state(verbs: list[str]) -> None:
    one = applied(registration())
    body = filed(one)
    for verb in verbs:
        before = one.state
        try:
            match verb:
                case "accept":
                    rules.accept(one, LAW, by=OFFICER, on=TODAY)
                case "return":
                    rules.return_(one, reason="补正", by=OFFICER)
                case "correct":
                    rules.require_returned(one)
                    rules.correct(one, LAW, by=CLERK, at=AT)
                case "grant":
                    rules.grant(one, body, CERTIFICATE, by=OFFICER, on=TODAY)
                case _:
                    rules.refuse(one, reason="不符合", by=OFFICER, on=TODAY)
        except rules.Problem:
            assert before not in VERBS[verb]
            assert one.state is before
        else:
            assert before in VERBS[verb]
    assert (one.decided_on is not None) == (one.state in {State.GRANTED, State.REFUSED})
