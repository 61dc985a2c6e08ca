"""资格状态: what an organisation's dated rows say of one day, past or present, and whether it may bid on it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from registry.organisation.model import Organisation, Path
from registry.organisation.past import PastOrganisation, as_of
from registry.sanction.dated import BiddingRule
from registry.sanction.model import Measure, Sanction


class Standing(StrEnum):
    """资格状态, the gravest that holds."""

    GOOD = "good"
    NOT_YET = "not_yet"
    SUSPENDED = "suspended"
    DEREGISTERED = "deregistered"
    REVOKED = "revoked"
    BARRED = "barred"


class ReasonCode(StrEnum):
    """资格状态的理由: why not in good standing, or why in good standing and yet not admitted to bidding."""

    BARRED = "barred"
    CERTIFICATE_EXPIRED = "certificate_expired"
    DEREGISTERED = "deregistered"
    FILED_NOT_ADMITTED = "filed_not_admitted"
    NOT_YET = "not_yet"
    REVOKED = "revoked"
    SUSPENDED = "suspended"


TITLES = {
    ReasonCode.BARRED: "禁止参与政府采购",
    ReasonCode.CERTIFICATE_EXPIRED: "登记证书当日不在有效期内",
    ReasonCode.DEREGISTERED: "已注销",
    ReasonCode.FILED_NOT_ADMITTED: "备案组织当日不能承接政府购买服务",
    ReasonCode.NOT_YET: "尚未备案或登记",
    ReasonCode.REVOKED: "已撤销",
    ReasonCode.SUSPENDED: "暂停（活动异常）",
}
IMPOSED = {Measure.SUSPENSION: ReasonCode.SUSPENDED, Measure.BAR: ReasonCode.BARRED}
# The gravest first.
ORDER = (ReasonCode.REVOKED, ReasonCode.DEREGISTERED, ReasonCode.NOT_YET, ReasonCode.SUSPENDED, ReasonCode.BARRED)


@dataclass(frozen=True, slots=True)
class Because:
    """理由: `until` is the first day on which it no longer holds, as far as it was known when asked."""

    code: ReasonCode
    since: date | None
    until: date | None
    ground: str | None

    @property
    def title(self) -> str:
        """In words."""
        return TITLES[self.code]


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of one day."""

    path: Path
    standing: Standing
    may_bid: bool
    reasons: tuple[Because, ...]


def standing_on(
    organisation: Organisation,
    sanctions: Iterable[Sanction],
    rule: BiddingRule,
    on: date,
    past: Sequence[PastOrganisation] = (),
) -> Found:
    """Of the days on the rows alone; whoever asks later about the same day is answered the same.

    `past` is what the body was before its changes: a certificate that was renewed had run out on the days between.
    """
    path = path_on(organisation, on)
    reasons = [*_of_its_own(organisation, on), *_imposed(sanctions, on)]
    reasons.sort(key=lambda each: ORDER.index(each.code))
    standing = Standing(reasons[0].code) if reasons else Standing.GOOD
    if path is Path.FILED and not rule.filed_may_bid:
        reasons.append(Because(ReasonCode.FILED_NOT_ADMITTED, rule.valid_from, rule.valid_to, rule.source))
    expired_on = as_of(organisation, past, on).certificate_valid_to
    if path is Path.REGISTERED and expired_on is not None and expired_on <= on:
        reasons.append(Because(ReasonCode.CERTIFICATE_EXPIRED, expired_on, None, None))
    return Found(path, standing, not reasons, tuple(reasons))


def path_on(organisation: Organisation, on: date) -> Path:
    """Registered from the day of the certificate on, however it began."""
    registered = organisation.registered_on
    if registered is not None and (registered <= on or organisation.filed_on is None):
        return Path.REGISTERED
    return Path.FILED


def _of_its_own(organisation: Organisation, on: date) -> Iterator[Because]:
    began = min((day for day in (organisation.filed_on, organisation.registered_on) if day), default=None)
    if began is None or on < began:
        yield Because(ReasonCode.NOT_YET, None, began, None)
    if organisation.revoked_on is not None and organisation.revoked_on <= on:
        yield Because(ReasonCode.REVOKED, organisation.revoked_on, None, organisation.revoked_ground)
    if organisation.deregistered_on is not None and organisation.deregistered_on <= on:
        yield Because(ReasonCode.DEREGISTERED, organisation.deregistered_on, None, None)


def _imposed(sanctions: Iterable[Sanction], on: date) -> Iterator[Because]:
    for sanction in sanctions:
        if sanction.holds(on):
            yield Because(IMPOSED[sanction.measure], sanction.starts_on, sanction.over_on, sanction.ground)
