"""one spelling: a number of the treasury is kept as it is compared, wherever no other payment has it already"""

from alembic import op

revision = 'projects_one_spelling'
down_revision = 'projects_confirmed'


def upgrade() -> None:
    op.execute("set local lock_timeout = '2s'")
    op.execute(r"""
    with spelt as (
        select id, upper(regexp_replace(normalize(reference, NFKC), '\s', '', 'g')) as number from payment
        where reference is not null
    ), alone as (select number from spelt group by number having count(*) = 1)
    update payment set reference = spelt.number from spelt join alone using (number)
    where spelt.id = payment.id and payment.reference <> spelt.number
    """)
