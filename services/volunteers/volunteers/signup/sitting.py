"""What one sitting of the sign-up desk knows, what it answers to each request, and what is to be written of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from chassis import facts
from chassis.access import Access
from chassis.clock import wall
from chassis.facts import Fact
from chassis.idempotency import Claim, KeyReused, sealed
from chassis.problems import NotFound, Problem
from chassis.vault import Vault
from volunteers.opportunity.model import Opportunity
from volunteers.signup import record, rules
from volunteers.signup.model import Signup
from volunteers.signup.schemas import SignupView
from volunteers.statement import Asked as ToWrite
from volunteers.training.model import Training
from volunteers.volunteer.model import GuardianConsent, Volunteer
from volunteers.volunteer.schemas import GuardianIn
from volunteers.volunteer.sealing import born_on, sealed_consent

PART = 8  # requests after which the database begins to write: fewer cost it more than the time that is saved
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
    kept: dict[tuple[str, str], tuple[bytes, bytes]]
    trainings: dict[UUID, list[Training]] = field(default_factory=dict)
    given: list[Answer] = field(default_factory=list)
    moved: set[UUID] = field(default_factory=set)
    made: list[Signup] = field(default_factory=list)
    consents: list[GuardianConsent] = field(default_factory=list)
    facts: list[dict[str, Any]] = field(default_factory=list)
    to_keep: list[dict[str, Any]] = field(default_factory=list)

    def decide(self, batch: Sequence[Asked]) -> Iterator[ToWrite]:
        """Decides part after part, in `given`; what a part writes is under way while the next is decided."""
        parts = -(-len(batch) // PART)
        size = -(-len(batch) // parts)
        for start in range(0, len(batch), size):
            self.given += [self._answer(asked) for asked in batch[start : start + size]]
            yield from self._written(last=start + size >= len(batch))

    def _answer(self, asked: Asked) -> Answer:
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
        trained = self.trainings.get(volunteer.account_id, ())
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
        self.to_keep.append(
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

    def _written(self, *, last: bool) -> Iterator[ToWrite]:
        """What was decided since it was last asked; the ledgers once, when nobody takes a place any more."""
        self.moved |= {signup.opportunity_id for signup in self.made}
        ledgers = [self.opportunities[each].places for each in self.moved] if last else []
        if self.made or ledgers:
            yield from record.written(self.made, ledgers, self.facts, self.to_keep, self.consents)
        self.made, self.facts, self.to_keep, self.consents = [], [], [], []
