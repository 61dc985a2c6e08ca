"""合同: what provider and purchaser have both signed, in stages, changed only on a ground and by both."""
