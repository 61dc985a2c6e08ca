"""The facts that the gateway tells; what concerns signing in is for the auditor alone."""

from datetime import date
from uuid import UUID

from chassis.facts import Fact
from chassis.tables import Audience


class AccountOpened(Fact):
    """账号已开立."""

    TYPE = "gateway.account.opened.v1"
    SUBJECT = "account_id"

    account_id: UUID
    kind: str


class AccountGranted(Fact):
    """账号已授予角色; the area is that of the role."""

    TYPE = "gateway.account.granted.v1"
    SUBJECT = "account_id"

    account_id: UUID
    grant_id: UUID
    role: str
    organisation_id: UUID | None
    valid_from: date
    valid_to: date | None


class AccountRevoked(Fact):
    """账号的角色已收回."""

    TYPE = "gateway.account.revoked.v1"
    SUBJECT = "account_id"

    account_id: UUID
    grant_id: UUID
    role: str


class AccountDisabled(Fact):
    """账号已停用."""

    TYPE = "gateway.account.disabled.v1"
    SUBJECT = "account_id"

    account_id: UUID


class AccountEnabled(Fact):
    """账号已恢复."""

    TYPE = "gateway.account.enabled.v1"
    SUBJECT = "account_id"

    account_id: UUID


class ClientOpened(Fact):
    """对接系统已开立."""

    TYPE = "gateway.client.opened.v1"
    SUBJECT = "client_id"

    client_id: UUID


class ClientPermitted(Fact):
    """对接系统的权限范围已准予; these and no others hold from now on."""

    TYPE = "gateway.client.permitted.v1"
    SUBJECT = "client_id"

    client_id: UUID
    scopes: list[str]


class ClientDisabled(Fact):
    """对接系统已停用."""

    TYPE = "gateway.client.disabled.v1"
    SUBJECT = "client_id"

    client_id: UUID


class ClientEnabled(Fact):
    """对接系统已恢复."""

    TYPE = "gateway.client.enabled.v1"
    SUBJECT = "client_id"

    client_id: UUID


class ClientSecretRenewed(Fact):
    """对接系统的密钥已更换."""

    TYPE = "gateway.client.secret_renewed.v1"
    SUBJECT = "client_id"
    AUDIENCE = Audience.AUDIT

    client_id: UUID


class ClientTokenIssued(Fact):
    """对接系统已领取访问令牌."""

    TYPE = "gateway.client.token_issued.v1"
    SUBJECT = "client_id"
    AUDIENCE = Audience.AUDIT

    client_id: UUID
    network: str


class PasswordSet(Fact):
    """密码已设置; by the holder, or by an administrator."""

    TYPE = "gateway.password.set.v1"
    SUBJECT = "account_id"
    AUDIENCE = Audience.AUDIT

    account_id: UUID
    by_holder: bool


class CodeSent(Fact):
    """验证码已发送."""

    TYPE = "gateway.code.sent.v1"
    SUBJECT = "challenge_id"
    AUDIENCE = Audience.AUDIT

    challenge_id: UUID
    account_id: UUID
    network: str


class SessionOpened(Fact):
    """已登录."""

    TYPE = "gateway.session.opened.v1"
    SUBJECT = "session_id"
    AUDIENCE = Audience.AUDIT

    session_id: UUID
    account_id: UUID
    method: str
    network: str


class SessionEnded(Fact):
    """登录已结束."""

    TYPE = "gateway.session.ended.v1"
    SUBJECT = "session_id"
    AUDIENCE = Audience.AUDIT

    session_id: UUID
    account_id: UUID
    because: str


class SignInFailed(Fact):
    """登录失败; the account where one was named."""

    TYPE = "gateway.session.refused.v1"
    SUBJECT = "attempt_id"
    AUDIENCE = Audience.AUDIT

    attempt_id: UUID
    account_id: UUID | None
    method: str
    because: str
    network: str
