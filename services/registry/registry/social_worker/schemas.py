"""What a registration takes in and how a social worker looks from outside: the name masked, no identity number."""

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from chassis.access import Access
from chassis.clock import Day
from chassis.person import IdType
from chassis.records import Action, Offer, offered
from chassis.transaction import View
from chassis.vault import Vault, mask_name
from registry.permissions import Permission
from registry.social_worker.model import EmployerKind, Level, SocialWorker, State


class SocialWorkerIn(BaseModel):
    """社工登记申请; the area is the community or town where the worker serves."""

    model_config = ConfigDict(extra="forbid")

    area_id: UUID
    name: Annotated[str, Field(min_length=2, max_length=50)]
    id_type: IdType
    id_number: Annotated[str, Field(max_length=30)]
    level: Level
    certificate_number: Annotated[str, Field(min_length=6, max_length=40, pattern=r"^[\w-]+$")]
    certified_on: Day
    employer_kind: EmployerKind
    organisation_id: UUID | None = None


class RenewalIn(BaseModel):
    """再登记申请: hours of continuing education, a degree counted once."""

    model_config = ConfigDict(extra="forbid")

    hours: Annotated[int, Field(ge=0, le=2000)]


class NameView(BaseModel):
    """社工姓名, masked."""

    id: UUID
    name: str

    @classmethod
    def of(cls, worker: SocialWorker, vault: Vault) -> Self:
        """From the stored registration."""
        name = vault.decrypt(worker.name_cipher, table="social_worker", column="name", row_id=worker.id)
        return cls(id=worker.id, name=mask_name(name))


class Names(BaseModel):
    """姓名列表; those whom the reader may not know are left out."""

    items: list[NameView]


class SocialWorkerView(View):
    """社工; `valid_to` is the first day on which the registration no longer holds."""

    id: UUID
    area_id: UUID
    state: State
    name: str
    level: Level
    certificate_number: str
    certified_on: date
    valid_from: date
    valid_to: date
    registered_under: str
    employer_kind: EmployerKind
    organisation_id: UUID | None
    actions: list[Action]
    links: dict[str, str | None]

    @classmethod
    def seen(cls, worker: SocialWorker, access: Access, vault: Vault) -> Self:
        """As this caller sees it."""
        plain = {
            field: getattr(worker, field) for field in cls.model_fields if field not in {"name", "actions", "links"}
        }
        organisation = worker.organisation_id
        return cls(
            **plain,
            name=NameView.of(worker, vault).name,
            actions=actions(worker, access),
            links={
                "area": f"/api/registry/areas/{worker.area_id}",
                "organisation": f"/api/registry/organisations/{organisation}" if organisation else None,
                "posts": f"/api/registry/posts?social_worker_id={worker.id}",
                "stationings": f"/api/registry/stationings?social_worker_id={worker.id}",
                "activities": f"/api/projects/activities?lead_social_worker_id={worker.id}",
            },
        )


def actions(worker: SocialWorker, access: Access) -> list[Action]:
    """The verbs offered now."""
    offers = [Offer(True, Permission.SOCIAL_WORKER_REGISTER, "renewal", "再登记")]
    return offered(f"/api/registry/social-workers/{worker.id}", worker, access, offers)
