#!/bin/sh
# Compiles requirements.lock (hashes, no registry address) from the pyproject files. Run it through `make lock`.
set -eu
cd "$(dirname "$0")/.."
# Our own packages are resolved as what lies here: no registry has them, or somebody else's of the same name.
for package in packages/*/; do
    echo "-e ./$package"
done | uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-annotate --no-header --python-version 3.11 \
    --group pyproject.toml:dev pyproject.toml services/*/pyproject.toml - \
    --no-emit-package chassis --no-emit-package procedures \
    --output-file requirements.lock
