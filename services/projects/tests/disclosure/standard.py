"""What libcoveocds finds wrong with a package, by the standard's own schema, without the network."""

import json
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from libcoveocds.api import ocds_json_output
from libcoveocds.config import LibCoveOCDSConfig

HERE = Path(__file__).parent / "standard"
TAG, SITE = "1__1__4", "https://standard.open-contracting.org/1.1/en/"
DRAFT = "http://json-schema.org/draft-04/schema#"
# Where the rest of a period is found; the standard lets publishers add fields.
OURS = {"/links", "/links/next"}


def faults(package: dict[str, Any]) -> list[str]:
    """Every error, and whatever else a publisher is told: malformed numbers, empty, deprecated or unknown fields."""
    said = ocds_json_output(json_data=package, lib_cove_ocds_config=_config())
    unknown = [each for each in said["all_additional_fields"] if each["path"] + "/" + each["field_name"] not in OURS]
    kinds = ("validation_errors", "conformance_errors", "additional_checks", "deprecated_fields", "json_deref_error")
    found = [f"{kind}: {said[kind]}" for kind in kinds if said.get(kind)]
    codes = said.get("additional_closed_codelist_values")
    return found + [f"unknown: {each}" for each in unknown] + ([f"codes: {codes}"] if codes else [])


def _config() -> LibCoveOCDSConfig:
    choices = {"1.1": ("1.1", SITE, TAG)}
    told = {"context": "api", "standard_zip": _zip(), "schema_version_choices": choices, "schema_version": "1.1"}
    return LibCoveOCDSConfig(told)


@cache
def _zip() -> bytes:
    """The standard's repository, as far as it is asked for."""
    release = (HERE / "release-schema.json").read_text()
    files = {
        "release-schema.json": release,
        "release-package-schema.json": (HERE / "release-package-schema.json").read_text(),
        # Asked for, but referred to by record packages alone.
        "versioned-release-validation-schema.json": json.dumps({"$schema": DRAFT}),
        **{f"codelists/{name}": "\n".join(["Code", *codes]) for name, codes in _codelists(json.loads(release))},
    }
    made = BytesIO()
    with ZipFile(made, "w") as written:
        written.writestr("standard/", "")
        for name, text in files.items():
            written.writestr(f"standard/standard/schema/{name}", text)
    return made.getvalue()


def _codelists(schema: Any) -> Iterator[tuple[str, list[str]]]:
    """The closed ones, as the schema enumerates them."""
    for each in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        if isinstance(each, dict) and "codelist" in each:
            codes = each.get("enum") or each.get("items", {}).get("enum")
            if codes:
                yield each["codelist"], [code for code in codes if code]
        yield from _codelists(each)
