"""What may be published of a purchase, as one release that says everything known so far, and packages of them.

Public is what the law and the earlier stages have made public already: announcements, results that lie open,
signed contracts, what was accepted and paid. Sealed bids, losing bidders, experts and officers never are.
"""

from collections.abc import Sequence
from datetime import datetime

from chassis import clock
from chassis.problems import Problem
from projects.contract.model import State as ContractState
from projects.disclosure import ocds
from projects.disclosure.contracting import contracts
from projects.disclosure.dated import DisclosureRule
from projects.disclosure.model import Disclosed
from projects.disclosure.tendering import award_status, awards, buyer, planning, supplier, tender
from projects.purchase.model import State


class NothingPublished(Problem):
    """此期间没有公开的采购。"""

    status = 404


def release(told: Disclosed, *, site: str, at: datetime) -> ocds.Release:
    """公开一项采购; `site` is where the public reaches us."""
    rule, date = DisclosureRule.on(clock.day(at)), known_since(told)
    ocid = f"{rule.ocid_prefix}-{told.purchase.id}"
    return ocds.Release(
        ocid=ocid,
        id=f"{ocid}-{date:%Y%m%d%H%M%S%f}",
        date=date,
        tag=_tags(told),
        initiation_type="tender",
        language=rule.language,
        parties=_parties(told, rule),
        buyer=buyer(told),
        planning=planning(told, rule),
        tender=tender(told, rule, site=site),
        awards=awards(told, rule, site=site) or None,
        contracts=contracts(told, rule) or None,
    )


def package(releases: Sequence[ocds.Release], *, uri: str, further: str | None, at: datetime) -> ocds.Package:
    """发布包; the standard knows no package without a release."""
    if not releases:
        raise NothingPublished
    return ocds.Package(
        uri=uri,
        version="1.1",
        published_date=max(each.date for each in releases),
        publisher=ocds.Publisher(name=DisclosureRule.on(clock.day(at)).publisher),
        releases=list(releases),
        links=ocds.Next(next=further) if further else None,
    )


def known_since(told: Disclosed) -> datetime:
    """When the last thing that is public happened."""
    purchase, contract = told.purchase, told.contract
    moments = [purchase.announced_at, purchase.opened_at, purchase.awarded_at, told.ended_at]
    moments += [purchase.proposed_at, told.withdrawn_at]
    if contract is not None:
        moments += [contract.signed_at, contract.ended_at]
    moments += [each.decided_at for each in told.changes]
    moments += [each.passed_at for each in told.acceptances]
    moments += [each.made_at for each in told.payments]
    return max(each for each in moments if each is not None)


def _tags(told: Disclosed) -> list[str]:
    """Which parts of the standard the release fills, and what was broken off."""
    contract = told.contract
    holds = {
        "planning": True,
        "tender": True,
        "tenderCancellation": told.purchase.state is State.CANCELLED,
        "award": told.bid is not None,
        "awardCancellation": told.bid is not None and award_status(told) == "cancelled",
        "contract": contract is not None,
        "contractAmendment": bool(told.changes),
        "implementation": bool(told.acceptances or told.payments),
        "contractTermination": contract is not None and contract.state is ContractState.TERMINATED,
    }
    return [tag for tag, held in holds.items() if held]


def _parties(told: Disclosed, rule: DisclosureRule) -> list[ocds.Party]:
    """The organ that buys, and who has been chosen."""
    paid, chosen = bool(told.payments), supplier(told)
    organ = ["buyer", "procuringEntity", *(["payer"] if paid else [])]
    found = [ocds.Party(**dict(buyer(told)), identifier=None, roles=organ)]
    if told.bid is not None and chosen is not None:
        roles = ["tenderer", "supplier", *(["payee"] if paid else [])]
        found.append(ocds.Party(**dict(chosen), identifier=_identifier(told, rule), roles=roles))
    return found


def _identifier(told: Disclosed, rule: DisclosureRule) -> ocds.Identifier | None:
    bid = told.bid
    if bid is None or bid.provider_uscc is None:
        return None
    return ocds.Identifier(scheme=rule.provider_scheme, id=bid.provider_uscc, legal_name=bid.provider_name)
