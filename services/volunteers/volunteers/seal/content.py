"""What of an entry is sealed, as bytes: all that was entered and by whom confirmed, and nothing that may still change.

In front stands what a certificate shows of it (id, from, to, minutes), then a digest of the title, then one of the
rest, so that a proof lays open no more than it has to. Changing this would break every seal made before.
"""

from hashlib import blake2b

# `record_send` writes types, lengths and nulls: no two different rows give the same bytes. Every type is fixed here,
# since a later change of a column's own type must not change them.
_REST = """
    h.volunteer_id::uuid, h.person_id::uuid, h.account_id::uuid, h.signup_id::uuid, h.activity_id::uuid,
    h.project_id::uuid, h.organisation_id::uuid, h.area_id::uuid, h.source::text, h.evidence_id::uuid,
    h.forgot_check_out::boolean, h.place_unknown::boolean, h.because::text, h.proposed_by::text,
    h.proposed_person_id::uuid, h.proposed_at::timestamptz, h.vouched_by::uuid, h.vouched_person_id::uuid,
    h.second_account_id::uuid, h.decided_at::timestamptz
"""
TITLE = "sha256(convert_to(h.title, 'UTF8'))"
REST = f"sha256(record_send(row({_REST})))"
CONTENT = (
    "uuid_send(h.id) || timestamptz_send(h.starts_at) || timestamptz_send(h.ends_at) || int8send(h.minutes)"
    f" || {TITLE} || {REST}"
)
KEY = "hours_seal.seal"


def seal(key: bytes, n: int, leaf: bytes) -> bytes:
    """封条: of the entry's number and hash."""
    return blake2b(n.to_bytes(8) + leaf, key=key, digest_size=16).digest()
