"""Drawing, without a database."""

from uuid import uuid4

from chassis.tables import AreaCopy
from volunteers.sampling.rules import drawn_from, elsewhere, town_of


def test_the_same_seed_draws_the_same_whatever_the_order() -> None:
    pool = [uuid4() for _ in range(40)]
    drawn = drawn_from(pool, 7, 10)
    assert len(drawn) == 4
    assert drawn == drawn_from(pool[::-1], 7, 10)
    assert drawn != drawn_from(pool, 8, 10)
    assert len(drawn_from(pool[:1], 7, 10)) == 1, "a small month has a sample too"
    assert len(drawn_from(pool[:11], 7, 10)) == 2


def test_another_town_checks() -> None:
    towns = [AreaCopy(scope_key=f"441900/4419001{n:02}/") for n in range(5)]
    own = towns[2].scope_key
    ids = [uuid4() for _ in range(60)]
    chosen = [elsewhere(towns, own, 7, each) for each in ids]
    assert own not in {each.scope_key for each in chosen if each}
    assert len({each.scope_key for each in chosen if each}) == 4, "the checks are spread"
    assert chosen == [elsewhere(towns[::-1], own, 7, each) for each in ids]
    assert elsewhere(towns[2:3], own, 7, ids[0]) is None


def test_the_town_of_a_path() -> None:
    assert town_of("441900/441900003/441900003001/") == "441900/441900003/"
    assert town_of("441900/441900003/") == "441900/441900003/"
    assert town_of("441900/") == "441900/"
