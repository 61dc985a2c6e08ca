"""Clients: other systems that hold a secret, what each may read and where, and from which networks it comes."""

from datetime import datetime
from enum import StrEnum
from ipaddress import ip_address, ip_network
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from chassis.database import Record
from gateway.database import Table


class ClientState(StrEnum):
    """对接系统状态."""

    ACTIVE = "active"
    DISABLED = "disabled"


class Client(Record, Table):
    """对接系统: of an area whose records it may read; its secret is kept as a hash, the former one for a while."""

    __tablename__ = "client"

    name: Mapped[str]
    state: Mapped[ClientState]
    sid: Mapped[UUID]  # what its tokens are called by: named anew when its rights change, so that those before are dead
    secret_hash: Mapped[bytes]
    secret_set_at: Mapped[datetime]
    former_secret_hash: Mapped[bytes | None]
    former_secret_until: Mapped[datetime | None]
    scopes: Mapped[list[str]]
    networks: Mapped[list[str]]  # none: from anywhere
    opened_at: Mapped[datetime]
    opened_by: Mapped[UUID | None]
    permitted_by: Mapped[UUID | None]
    used_at: Mapped[datetime | None]
    disabled_because: Mapped[str | None]

    __table_args__ = (Index("ix_client_scope_key_id", "scope_key", "id"),)

    def knows(self, secret_hash: bytes, at: datetime) -> bool:
        """Whether a secret is its own: the present one, or the one before while both hold."""
        if secret_hash == self.secret_hash:
            return True
        former = self.former_secret_until is not None and at < self.former_secret_until
        return former and secret_hash == self.former_secret_hash

    def comes_from(self, address: str) -> bool:
        """Whether the network of a call is one of those named for it."""
        if not self.networks:
            return True
        try:
            here = ip_address(address)
        except ValueError:
            return False
        return any(here in ip_network(network) for network in self.networks)
