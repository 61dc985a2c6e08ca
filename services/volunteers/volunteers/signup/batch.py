"""One sitting of the sign-up desk: requests that arrived together are decided in one transaction, in their order.

Every act takes its locks in one order: volunteers by id, then ledgers of places by id. A volunteer's row held, clashes
are exact, also between two requests of one volunteer in the same sitting. A batch of followed facts is several acts in
one transaction and may cross a sitting: the database then gives one of the two up, and it is done again.
"""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from pydantic_core import to_json
from sqlalchemy import ARRAY, Uuid, and_, any_, bindparam, func, or_, select
from sqlalchemy.orm import aliased
from sqlalchemy.orm.attributes import set_committed_value

from chassis.idempotency import opened
from chassis.tables import KeptAnswer
from chassis.vault import Vault
from volunteers.database import rows_given
from volunteers.exchange import Exchanges
from volunteers.opportunity.model import Activity, Opportunity, Places
from volunteers.signup.model import Signup, State
from volunteers.signup.sitting import Answer, Asked, Sitting
from volunteers.statement import Statement
from volunteers.training import model as training
from volunteers.training.model import Training
from volunteers.volunteer import model as registration
from volunteers.volunteer.model import Volunteer

_ACCOUNTS, _WANTED = bindparam("accounts", type_=ARRAY(Uuid())), bindparam("wanted", type_=ARRAY(Uuid()))
_THEIRS = (Volunteer.account_id == any_(_ACCOUNTS), Volunteer.state == registration.State.REGISTERED)
_ASKED_FOR = Opportunity.id == any_(_WANTED)
_VOLUNTEER, _OPPORTUNITY, _ACTIVITY, _PLACES = (each.__table__.c for each in (Volunteer, Opportunity, Activity, Places))
# Made once, and the same however many ask: what differs each time would be parsed and planned each time. Only what
# the rules ask is read: half of these columns, and those the longest, would come for nothing.
HELD = Statement(
    select(
        *(_VOLUNTEER.id, _VOLUNTEER.account_id, _VOLUNTEER.person_id, _VOLUNTEER.state),
        *(_VOLUNTEER.born_on_cipher, _VOLUNTEER.skills, _VOLUNTEER.consent_withdrawn_at),
    )
    .where(*_THEIRS)
    .order_by(Volunteer.id)
    .with_for_update(),
    Volunteer,
)
OFFERED = Statement(
    select(
        *_OPPORTUNITY,
        *(_ACTIVITY.id, _ACTIVITY.project_id, _ACTIVITY.lead_person_id, _ACTIVITY.title, _ACTIVITY.place_name),
        *(_PLACES.opportunity_id, _PLACES.state, _PLACES.capacity, _PLACES.taken, _PLACES.waiting_numbers),
    )
    .join(Activity, Opportunity.activity_id == Activity.id)
    .join(Places, Opportunity.id == Places.opportunity_id)
    .where(_ASKED_FOR)
    .order_by(Places.opportunity_id)
    .with_for_update(of=Places),
    Opportunity,
    Activity,
    Places,
)
# The volunteers' sign-ups that could clash: those between the first start and the last end asked for.
COULD_CLASH = Statement(
    select(*Signup.__table__.c)
    .join(Volunteer, Signup.volunteer_id == Volunteer.id)
    .where(
        *_THEIRS,
        Signup.ends_at > select(func.min(Opportunity.starts_at)).where(_ASKED_FOR).scalar_subquery(),
        Signup.starts_at < select(func.max(Opportunity.ends_at)).where(_ASKED_FOR).scalar_subquery(),
        Signup.state != State.CANCELLED,
    ),
    Signup,
)
# What the volunteers have completed, also under registrations that were closed as theirs.
_under = aliased(Volunteer)
TRAINED = Statement(
    select(*Training.__table__.c)
    .join(_under, Training.volunteer_id == _under.id)
    .join(Volunteer, or_(_under.id == Volunteer.id, _under.continued_as_id == Volunteer.id))
    .where(*_THEIRS, Training.state == training.State.COMPLETED),
    Training,
)
_claims = rows_given("claims", (KeptAnswer.caller, KeptAnswer.key))
KEPT = Statement(
    select(KeptAnswer.caller, KeptAnswer.key, KeptAnswer.fingerprint, KeptAnswer.body).join(
        _claims, and_(KeptAnswer.caller == _claims.c.caller, KeptAnswer.key == _claims.c.key)
    )
)


async def decide(database: Exchanges, keys: Vault, batch: Sequence[Asked]) -> list[Answer]:
    """Decides requests in their order, all in one transaction of two exchanges with the database."""
    sitting = await _convened(database, keys, batch)
    await database.commit(sitting.decide(batch))
    return sitting.given


async def _convened(database: Exchanges, keys: Vault, batch: Sequence[Asked]) -> Sitting:
    """Locks, then reads what nobody else can change now: answers kept before, and what could clash."""
    given = {"accounts": [asked.by.account_id for asked in batch], "wanted": [asked.opportunity_id for asked in batch]}
    claims = to_json([{"caller": each.claim.caller, "key": each.claim.key} for each in batch]).decode()
    held, offered, clashing, kept = await database.ask(
        HELD.given(accounts=given["accounts"]),
        OFFERED.given(wanted=given["wanted"]),
        COULD_CLASH.given(**given),
        KEPT.given(claims=claims),
    )
    sitting = Sitting(
        keys=keys,
        volunteers={volunteer.account_id: volunteer for (volunteer,) in held},
        opportunities={opportunity.id: _whole(opportunity, *parts) for opportunity, *parts in offered},
        signups=_by("volunteer_id", clashing),
        kept={(caller, key): (fingerprint, opened(keys, caller, key, body)) for caller, key, fingerprint, body in kept},
    )
    if any(each.asks_ability for each in sitting.opportunities.values()):
        (trained,) = await database.ask(TRAINED.given(accounts=given["accounts"]))
        sitting.trainings = _by("account_id", trained)
    return sitting


def _whole(opportunity: Opportunity, activity: Activity, places: Places) -> Opportunity:
    set_committed_value(opportunity, "activity", activity)
    set_committed_value(opportunity, "places", places)
    return opportunity


def _by(whose: str, rows: Iterable[tuple[Any]]) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = {}
    for (each,) in rows:
        found.setdefault(getattr(each, whose), []).append(each)
    return found
