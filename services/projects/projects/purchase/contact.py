"""The telephone of an office, as an announcement publishes it: never somebody's own."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from chassis.person import LANDLINE, compact


def _office_phone(text: str) -> str:
    if not re.fullmatch(LANDLINE, compact(text)):
        raise ValueError("请填写办公电话，固定电话带区号")
    return text.strip()


# Kept as it is written.
OfficePhone = Annotated[str, Field(max_length=30), AfterValidator(_office_phone)]
