"""What signing in by phone takes in, and what the developer's outbox shows."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from chassis.person import Mobile
from gateway.session.schemas import Delivery


class CodeIn(BaseModel):
    """获取验证码."""

    model_config = ConfigDict(extra="forbid")

    phone: Mobile


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
