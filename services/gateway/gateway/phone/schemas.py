"""What signing in by phone takes in, and what the developer's outbox shows."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from chassis.person import compact
from gateway.session.schemas import Delivery

_DIGITS = 11


def _mobile(text: str) -> str:
    """One spelling of a mainland mobile number."""
    number = compact(text)
    if not (number.isascii() and number.isdigit() and len(number) == _DIGITS and "13" <= number[:2] <= "19"):
        raise ValueError("请填写 11 位手机号码")
    return number


class CodeIn(BaseModel):
    """获取验证码."""

    model_config = ConfigDict(extra="forbid")

    phone: Annotated[str, Field(max_length=30), AfterValidator(_mobile)]


class CodeSent(BaseModel):
    """验证码已发送: the answer is the same whether or not the phone has an account."""

    challenge_id: UUID


class PhoneSignIn(BaseModel):
    """验证码登录."""

    model_config = ConfigDict(extra="forbid")

    challenge_id: UUID
    code: Annotated[str, Field(pattern=r"^[0-9]{6}$")]
    delivery: Delivery = Delivery.COOKIE


class TextShown(BaseModel):
    """短信, as the developer sees it."""

    phone: str
    text: str
    sent_at: datetime
