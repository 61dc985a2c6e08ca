"""What a judgement takes in, and how a pair looks from outside: masked, and of another town no more than its name."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel

from chassis.access import Access
from chassis.person import IdType
from chassis.records import Action, Offer, Reason, offered
from chassis.transaction import View
from chassis.vault import Vault, mask_id_number, mask_name, mask_phone
from volunteers.database import town_of
from volunteers.duplicate import rules
from volunteers.duplicate.model import Alike
from volunteers.permissions import Permission
from volunteers.volunteer.model import Volunteer
from volunteers.volunteer.sealing import opened


class State(StrEnum):
    """认定状态."""

    WAITING = "waiting"
    SAME = "same"
    DIFFERENT = "different"


class MergerIn(Reason, extra="forbid"):
    """认定为同一人: which registration stays, and why."""

    stays_id: UUID


class SideView(BaseModel):
    """一份注册; of one that lies elsewhere, the area is its town and neither number nor telephone is shown."""

    volunteer_id: UUID
    area_id: UUID
    elsewhere: bool
    number: str | None
    name: str
    id_type: IdType
    id_number: str
    phone: str | None
    on_paper: bool
    registered_at: datetime
    withdrawn_at: datetime | None


class DuplicateView(View):
    """疑似重复: two registrations with the same name and birth date under different documents."""

    id: str
    area_id: UUID
    state: State
    sides: list[SideView]
    stays_id: UUID | None
    reason: str | None
    decided_by: UUID | None
    decided_at: datetime | None
    actions: list[Action]
    links: dict[str, str]


def shown(alike: Alike, access: Access, keys: Vault, towns: Mapping[str, UUID]) -> DuplicateView:
    """A pair as this caller sees it, with what lies in their area first."""
    sides = sorted(alike.sides, key=lambda each: not access.reaches(each))
    first, judged = sides[0], alike.judgement
    here = f"/api/volunteers/duplicates/{alike.id}"
    open_ = judged is None and not rules.is_ones_own(alike, access)
    offers = (
        Offer(open_, Permission.DUPLICATE_JUDGE, "merger", "认定为同一人"),
        Offer(open_, Permission.DUPLICATE_JUDGE, "distinction", "认定为不同人", needs_reason=True),
    )
    return DuplicateView(
        id=alike.id,
        version=alike.version,
        area_id=first.area_id,
        state=State.WAITING if judged is None else State(judged.verdict),
        sides=[_side(each, access, keys, towns) for each in sides],
        stays_id=judged.stays_id if judged else None,
        reason=judged.reason if judged else None,
        decided_by=judged.decided_by if judged else None,
        decided_at=judged.decided_at if judged else None,
        actions=offered(here, first, access, offers),
        links={"area": f"/api/registry/areas/{first.area_id}", "volunteer": f"/api/volunteers/volunteers/{first.id}"},
    )


def _side(volunteer: Volunteer, access: Access, keys: Vault, towns: Mapping[str, UUID]) -> SideView:
    here = access.reaches(volunteer)
    phone = mask_phone(opened(volunteer, "phone", keys)) if here and volunteer.phone_cipher is not None else None
    return SideView(
        volunteer_id=volunteer.id,
        area_id=volunteer.area_id if here else towns[town_of(volunteer.scope_key)],
        elsewhere=not here,
        number=volunteer.number if here else None,
        name=mask_name(opened(volunteer, "name", keys)),
        id_type=volunteer.id_type,
        id_number=mask_id_number(opened(volunteer, "id_number", keys)),
        phone=phone,
        on_paper=volunteer.registered_by is not None,
        registered_at=volunteer.registered_at,
        withdrawn_at=volunteer.withdrawn_at,
    )
