#!/bin/sh
# Compiles requirements.lock (hashes, no registry address) from the pyproject files. Run it through `make lock`.
set -eu
cd "$(dirname "$0")/.."
uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-annotate --no-header --python-version 3.11 \
    --group pyproject.toml:dev pyproject.toml packages/*/pyproject.toml services/*/pyproject.toml \
    --no-emit-package chassis --no-emit-package procedures \
    --output-file requirements.lock
