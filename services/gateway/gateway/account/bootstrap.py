"""The first accounts of a new system, opened once: `python -m gateway.account.bootstrap --out FILE`."""

import argparse
import asyncio
import json
import os
import secrets
import sys
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import facts
from chassis.clock import day, wall
from chassis.database import Sessions, engine_of, sessions_of, system_transaction
from chassis.principal import Kind, Role
from chassis.settings import Settings, load
from chassis.tables import AreaCopy
from chassis.vault import Vault
from gateway.account import granting, rules
from gateway.identity.model import Account, AreasUnknown, city, staff
from gateway.identity.passwords import Hashing
from gateway.identity.roles import POSTS

LOCK = 0x53414E5348450011
PATIENCE, PAUSE = 120.0, 0.2  # seconds that the areas may take to arrive from the registry
LENGTH = 16
# Without characters that are read wrongly from a screen.
ALPHABETS = ("abcdefghjkmnpqrstuvwxyz", "ABCDEFGHJKLMNPQRSTUVWXYZ", "23456789", "-_.")

FIRST = (
    (Role.SECURITY_ADMIN, "security.admin"),
    (Role.SYSTEM_ADMIN, "system.admin"),
    (Role.AUDIT_ADMIN, "audit.admin"),
    (Role.BUREAU_OFFICER, "bureau.officer"),
    (Role.LEADER, "city.leader"),
)


def password() -> str:
    """Random, with a character of each kind."""
    drawn = [secrets.choice(alphabet) for alphabet in ALPHABETS]
    drawn += [secrets.choice("".join(ALPHABETS[:3])) for _ in range(LENGTH - len(drawn))]
    secrets.SystemRandom().shuffle(drawn)
    return "".join(drawn)


async def areas_arrived(sessions: Sessions) -> None:
    """Waits until the gateway has heard of the city."""
    until = asyncio.get_running_loop().time() + PATIENCE
    while True:
        try:
            async with system_transaction(sessions, at=wall()) as tx:
                await city(tx)
        except AreasUnknown:
            if asyncio.get_running_loop().time() > until:
                raise
            await asyncio.sleep(PAUSE)
        else:
            return


async def open_first(tx: AsyncSession, keys: Vault, hashing: Hashing) -> list[dict[str, str]]:
    """Opens the first accounts, unless there is any of staff; returns how to sign in."""
    await tx.execute(select(func.pg_advisory_xact_lock(LOCK)))
    if await tx.scalar(select(Account.id).where(Account.kind == Kind.STAFF).limit(1)) is not None:
        return []
    where = await city(tx)
    return [await _opened(tx, keys, hashing, where, role, username) for role, username in FIRST]


async def _opened(
    tx: AsyncSession, keys: Vault, hashing: Hashing, where: AreaCopy, role: Role, username: str
) -> dict[str, str]:
    at, chosen, area = tx.info["at"], password(), where.name or where.code
    name = f"{area}{POSTS[role].name}"
    account = staff(username, name, where, keys, at=at)
    account.password_hash, account.password_set_at = await hashing.hash(chosen), at
    tx.add(account)
    await facts.tell(tx, rules.open_(account), by="bootstrap")
    wanted = granting.Wanted(role, None, day(at), None)
    given = granting.grant(account, wanted, where, by=None, at=at, on=day(at))
    await facts.tell(tx, granting.granted(given), by="bootstrap")
    return {
        "role": role.value,
        "role_zh": POSTS[role].name,
        "name": name,
        "username": username,
        "password": chosen,
        "area": area,
    }


def write(out: Path, sign_ins: list[dict[str, str]]) -> None:
    """For its owner's eyes only, and whole or not at all."""
    aside = out.with_name(f".{out.name}.new")
    with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        json.dump(sign_ins, file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(out)


async def run(settings: Settings, out: Path) -> None:
    """Opens the accounts; the file is written before the commit, so that no account is left without its password."""
    engine, hashing = engine_of(settings), Hashing()
    keys = Vault(
        data_keys=settings.data_keys.get_secret_value(), matching_key=settings.person_matching_key.get_secret_value()
    )
    sessions = sessions_of(engine)
    try:
        await areas_arrived(sessions)
        async with system_transaction(sessions, at=wall()) as tx:
            opened = await open_first(tx, keys, hashing)
            if opened:
                write(out, opened)
        if not opened:
            sys.stdout.write("Staff accounts exist already: none was opened, no password was changed.\n")
    finally:
        await engine.dispose()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="file that receives the user names and passwords")
    asyncio.run(run(load("gateway"), parser.parse_args().out))
