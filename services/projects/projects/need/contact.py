"""How a resident who spoke of a need can be reached: encrypted in the source's row, shown masked."""

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field

from chassis.person import Telephone
from chassis.vault import Vault, mask_name, mask_phone
from projects.need.model import Source


class ContactIn(BaseModel):
    """联系方式."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[str | None, Field(max_length=50)] = None
    phone: Telephone | None = None


class Contact(BaseModel):
    """联系方式, masked unless it was asked for with a reason."""

    name: str | None
    phone: str | None

    @classmethod
    def opened(cls, source: Source, keys: Vault) -> Self:
        """In clear."""
        return cls(
            name=_read(source, "contact_name", source.contact_name_cipher, keys),
            phone=_read(source, "contact_phone", source.contact_phone_cipher, keys),
        )

    @classmethod
    def masked(cls, source: Source, keys: Vault) -> Self | None:
        """As a list or a page shows it; none where nothing was left."""
        clear = cls.opened(source, keys)
        if clear.name is None and clear.phone is None:
            return None
        return cls(name=clear.name and mask_name(clear.name), phone=clear.phone and mask_phone(clear.phone))


def keep(source: Source, contact: ContactIn | None, keys: Vault) -> None:
    """Encrypts what was given into the source's own cells: a source that moves to another need stays readable."""
    if contact and contact.name:
        source.contact_name_cipher = _sealed(source, "contact_name", contact.name, keys)
    if contact and contact.phone:
        source.contact_phone_cipher = _sealed(source, "contact_phone", contact.phone, keys)


def _sealed(source: Source, column: str, plain: str, keys: Vault) -> bytes:
    return keys.encrypt(plain, table="need_source", column=column, row_id=source.id)


def _read(source: Source, column: str, cipher: bytes | None, keys: Vault) -> str | None:
    return keys.decrypt(cipher, table="need_source", column=column, row_id=source.id) if cipher else None
