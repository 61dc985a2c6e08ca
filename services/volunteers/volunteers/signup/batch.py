"""One sitting of the sign-up desk: requests that arrived together are decided in one transaction, in their order.

Every act takes its locks in one order: volunteers by id, then ledgers of places by id. A volunteer's row held, clashes
are exact, also between two requests of one volunteer in the same sitting. A batch of followed facts is several acts in
one transaction and may cross a sitting: the database then gives one of the two up, and it is done again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic_core import to_json
from sqlalchemy import ARRAY, Uuid, and_, any_, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import facts
from chassis.access import Access
from chassis.clock import wall
from chassis.database import Sessions, system_transaction
from chassis.facts import Fact
from chassis.faults import strike
from chassis.idempotency import Claim, KeyReused, opened, sealed
from chassis.problems import NotFound, Problem
from chassis.tables import KeptAnswer
from chassis.vault import Vault
from volunteers.database import rows_given
from volunteers.opportunity.model import Opportunity, Places, whole
from volunteers.signup import record, rules
from volunteers.signup.model import Signup, State
from volunteers.signup.schemas import SignupView
from volunteers.training import model as training
from volunteers.training.model import Training
from volunteers.volunteer import model as registration
from volunteers.volunteer.model import GuardianConsent, Volunteer
from volunteers.volunteer.schemas import GuardianIn
from volunteers.volunteer.sealing import born_on, sealed_consent

_IDS = bindparam("ids", type_=ARRAY(Uuid()))
_STANDING = Volunteer.state == registration.State.REGISTERED
# Made once, and the same however many ask: what differs each time would be parsed and planned each time.
_HELD = select(Volunteer).where(Volunteer.account_id == any_(_IDS), _STANDING).order_by(Volunteer.id).with_for_update()
_ASKED_FOR = whole().where(Opportunity.id == any_(_IDS)).order_by(Places.opportunity_id).with_for_update(of=Places)
_COULD_CLASH = select(Signup).where(
    Signup.volunteer_id == any_(_IDS),
    Signup.ends_at > bindparam("begins"),
    Signup.starts_at < bindparam("ends"),
    Signup.state != State.CANCELLED,
)
_TRAINED = select(Training).where(Training.volunteer_id == any_(_IDS), Training.state == training.State.COMPLETED)
_claims = rows_given("claims", (KeptAnswer.caller, KeptAnswer.key))
_KEPT = select(KeptAnswer.caller, KeptAnswer.key, KeptAnswer.fingerprint, KeptAnswer.body).join(
    _claims, and_(KeptAnswer.caller == _claims.c.caller, KeptAnswer.key == _claims.c.key)
)
HEADERS = {"content-type": "application/json", "etag": '"1"'}


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """One request for a place."""

    opportunity_id: UUID
    guardian: GuardianIn | None
    by: Access
    claim: Claim
    at: datetime
    request_id: str


@dataclass(frozen=True, slots=True)
class Given:
    """An answer: its JSON, and whether it was given before."""

    body: bytes
    replayed: bool


Answer = Given | Problem


@dataclass(slots=True)
class Sitting:
    """What is known when the requests are decided, and what is to be written."""

    keys: Vault
    volunteers: dict[UUID | None, Volunteer]
    opportunities: dict[UUID, Opportunity]
    signups: dict[UUID, list[Signup]]
    trainings: dict[UUID, list[Training]]
    kept: dict[tuple[str, str], tuple[bytes, bytes]]
    made: list[Signup] = field(default_factory=list)
    consents: list[GuardianConsent] = field(default_factory=list)
    facts: list[dict[str, Any]] = field(default_factory=list)
    answers: list[dict[str, Any]] = field(default_factory=list)

    def answer(self, asked: Asked) -> Answer:
        """The answer of one request; what it takes is gone for those after it."""
        kept = self.kept.get((asked.claim.caller, asked.claim.key))
        if kept is not None:
            return Given(kept[1], replayed=True) if kept[0] == asked.claim.fingerprint else KeyReused()
        try:
            return self._sign(asked)
        except Problem as refusal:
            return refusal

    def _sign(self, asked: Asked) -> Given:
        volunteer = self.volunteers.get(asked.by.account_id)
        opportunity = self.opportunities.get(asked.opportunity_id)
        if opportunity is None:
            raise NotFound
        if volunteer is None:
            raise rules.NotAVolunteer
        mine = self.signups.setdefault(volunteer.id, [])
        born, consented = born_on(volunteer, self.keys), asked.guardian is not None
        accompanied = asked.guardian is not None and asked.guardian.accompanies
        trained = self.trainings.get(volunteer.id, ())
        by = rules.Applicant(volunteer, born, consented, mine, accompanied, trained)
        signup, fact = rules.sign_up(opportunity, by, at=asked.at)
        mine.append(signup)
        if asked.guardian is not None:
            activity_id = opportunity.activity_id
            consent = sealed_consent(volunteer.id, asked.guardian, self.keys, asked.at, activity_id=activity_id)
            self.consents.append(consent)
        return self._given(asked, signup, fact)

    def _given(self, asked: Asked, signup: Signup, fact: Fact) -> Given:
        body = SignupView.seen(signup, asked.by, asked.at).model_dump_json().encode()
        claim = asked.claim
        self.kept[claim.caller, claim.key] = claim.fingerprint, body
        self.made.append(signup)
        self.facts.append(facts.row_of(fact, by=asked.by, at=asked.at, request_id=asked.request_id))
        self.answers.append(
            {
                "caller": claim.caller,
                "key": claim.key,
                "fingerprint": "\\x" + claim.fingerprint.hex(),
                "status": 201,
                "headers": HEADERS,
                "body": "\\x" + sealed(self.keys, claim, body).hex(),
                "kept_at": wall(),
            }
        )
        return Given(body, replayed=False)

    async def write(self, tx: AsyncSession) -> None:
        """Everything decided."""
        if self.made:
            ledgers = [opportunity.places for opportunity in self.opportunities.values()]
            await record.write(tx, self.made, ledgers, self.facts, self.answers)
        tx.add_all(self.consents)


async def decide(sessions: Sessions, keys: Vault, batch: Sequence[Asked]) -> list[Answer]:
    """Decides requests in their order, all in one transaction."""
    async with system_transaction(sessions, at=wall()) as tx:
        sitting = await _convened(tx, keys, batch)
        answers = [sitting.answer(asked) for asked in batch]
        await sitting.write(tx)
        strike("before-commit")
    strike("after-commit")
    return answers


async def _convened(tx: AsyncSession, keys: Vault, batch: Sequence[Asked]) -> Sitting:
    """Locks and loads; answers kept before are read only when their volunteers are held."""
    given = {"ids": [asked.by.account_id for asked in batch]}
    volunteers: dict[UUID | None, Volunteer] = {each.account_id: each for each in await tx.scalars(_HELD, given)}
    given = {"ids": [asked.opportunity_id for asked in batch]}
    opportunities = {each.id: each for each in await tx.scalars(_ASKED_FOR, given)}
    return Sitting(
        keys=keys,
        volunteers=volunteers,
        opportunities=opportunities,
        signups=await _signups(tx, volunteers.values(), opportunities.values()),
        trainings=await _trainings(tx, volunteers.values(), opportunities.values()),
        kept=await _kept(tx, keys, batch),
    )


async def _signups(
    tx: AsyncSession, volunteers: Iterable[Volunteer], opportunities: Iterable[Opportunity]
) -> dict[UUID, list[Signup]]:
    """The volunteers' sign-ups that could clash: those between the first start and the last end asked for."""
    times = [(each.starts_at, each.ends_at) for each in opportunities]
    if not times:
        return {}
    begins, ends = min(start for start, _ in times), max(end for _, end in times)
    found: dict[UUID, list[Signup]] = {}
    given = {"ids": [each.id for each in volunteers], "begins": begins, "ends": ends}
    for signup in await tx.scalars(_COULD_CLASH, given):
        found.setdefault(signup.volunteer_id, []).append(signup)
    return found


async def _trainings(
    tx: AsyncSession, volunteers: Iterable[Volunteer], opportunities: Iterable[Opportunity]
) -> dict[UUID, list[Training]]:
    """What the volunteers have completed, where anything asked for takes it."""
    if not any(each.asks_ability for each in opportunities):
        return {}
    found: dict[UUID, list[Training]] = {}
    for each in await tx.scalars(_TRAINED, {"ids": [volunteer.id for volunteer in volunteers]}):
        found.setdefault(each.volunteer_id, []).append(each)
    return found


async def _kept(tx: AsyncSession, keys: Vault, batch: Sequence[Asked]) -> dict[tuple[str, str], tuple[bytes, bytes]]:
    """The answers already given to these keys."""
    claims = to_json([{"caller": each.claim.caller, "key": each.claim.key} for each in batch]).decode()
    return {
        (row.caller, row.key): (row.fingerprint, opened(keys, row.caller, row.key, row.body))
        for row in await tx.execute(_KEPT, {"claims": claims})
    }
