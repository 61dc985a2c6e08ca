"""The tree of a page: every path leads to the root, and no other entry does."""

from hypothesis import given
from hypothesis import strategies as st

from volunteers.seal.tree import climb, leaf, path, root


@given(entries=st.lists(st.binary(min_size=1, max_size=8), min_size=1, max_size=70, unique=True), data=st.data())
def test_a_path_proves_its_entry_alone(entries: list[bytes], data: st.DataObject) -> None:
    leaves = [leaf(each) for each in entries]
    place = data.draw(st.integers(0, len(entries) - 1))
    steps = path(leaves, place)
    assert climb(leaves[place], steps) == root(leaves)
    assert len(steps) <= (len(entries) - 1).bit_length()
    assert climb(leaf(entries[place] + b"x"), steps) != root(leaves)
