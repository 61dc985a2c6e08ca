"""The personal fields of volunteers and guardians: sealed, opened and shown, masked or in full, in one place."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from chassis import clock, person
from chassis.access import Access
from chassis.database import new_id
from chassis.vault import Vault, mask_id_number, mask_name
from volunteers.dated import AgeBands
from volunteers.volunteer.model import GuardianConsent, Volunteer
from volunteers.volunteer.schemas import GuardianIn, VolunteerView, actions, links

# 阿·买买提: the dot between the parts of a name, as it comes from various keyboards.
_DOTS = dict.fromkeys(map(ord, "·•‧・･．."))


def sealed(volunteer_id: UUID, clear: dict[str, str], keys: Vault) -> dict[str, Any]:
    """The encrypted columns of a volunteer, and with a name the hash that finds whoever is alike."""
    columns = [f"{column}_cipher" for column in clear]
    ciphers: dict[str, Any] = dict(
        zip(columns, keys.encrypt_row(clear, table="volunteer", row_id=volunteer_id), strict=True)
    )
    return {**ciphers, "likeness": likeness(clear["name"], clear["born_on"], keys)} if "name" in clear else ciphers


def likeness(name: str, born_on: str, keys: Vault) -> UUID:
    """The keyed hash of name and birth date, whichever way the name is spaced and its parts are dotted."""
    return UUID(bytes=keys.lookup("likeness", f"{name.translate(_DOTS)}|{born_on}"))


def opened(volunteer: Volunteer, column: str, keys: Vault) -> str:
    """One encrypted field in the clear."""
    cipher: bytes = getattr(volunteer, f"{column}_cipher")
    return keys.decrypt(cipher, table="volunteer", column=column, row_id=volunteer.id)


def born_on(volunteer: Volunteer, keys: Vault) -> date:
    """The birth date in the clear."""
    return date.fromisoformat(opened(volunteer, "born_on", keys))


def sealed_consent(
    volunteer_id: UUID,
    guardian: GuardianIn,
    keys: Vault,
    at: datetime,
    *,
    activity_id: UUID | None = None,
    team_id: UUID | None = None,
) -> GuardianConsent:
    """The guardian's consent as it is kept: to the registration, to one activity, or to joining one team."""
    made = new_id()
    return GuardianConsent(
        id=made,
        volunteer_id=volunteer_id,
        activity_id=activity_id,
        team_id=team_id,
        name_cipher=keys.encrypt(guardian.name, table="guardian_consent", column="name", row_id=made),
        phone_cipher=keys.encrypt(guardian.phone, table="guardian_consent", column="phone", row_id=made),
        relation=guardian.relation,
        accompanies=guardian.accompanies,
        consented_at=at,
    )


COPIED = (
    *("id", "version", "area_id", "state", "number", "id_type", "groups", "skills"),
    *("registered_at", "withdrawn_at", "continued_as_id"),
)


def shown(volunteer: Volunteer, access: Access, keys: Vault, at: datetime, *, full: bool = False) -> VolunteerView:
    """A volunteer as this caller sees it; `full` shows what is otherwise masked."""
    name, number = opened(volunteer, "name", keys), opened(volunteer, "id_number", keys)
    born, on = born_on(volunteer, keys), clock.day(at)
    return VolunteerView.model_validate(
        {
            **{column: getattr(volunteer, column) for column in COPIED},
            "masked": not full,
            "name": name if full else mask_name(name),
            "id_number": number if full else mask_id_number(number),
            "born_on": born if full else None,
            "age_band": AgeBands.on(on).of(person.age(born, on=on)).name,
            "actions": actions(volunteer, access),
            "links": links(volunteer),
        }
    )
