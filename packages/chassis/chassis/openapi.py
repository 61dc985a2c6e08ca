"""The OpenAPI document of a service: problems as one enumerated schema, facts as webhooks, headers declared."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute

from chassis import facts
from chassis.problems import MEDIA_TYPE, every_problem


def problem_schema() -> dict[str, Any]:
    """The `Problem` component: `type` lists every refusal, so that a client can be made to know them all."""
    return {
        "type": "object",
        "title": "Problem",
        "description": "RFC 9457",
        "required": ["type", "title", "status", "request_id"],
        "properties": {
            "type": {"type": "string", "enum": sorted({problem.type() for problem in every_problem()})},
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "detail": {"type": "string"},
            "request_id": {"type": "string"},
            "errors": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["pointer", "title"],
                    "properties": {"pointer": {"type": "string"}, "title": {"type": "string"}},
                },
            },
        },
    }


def operation_id(route: APIRoute) -> str:
    """`need_raise` for `raise_` in `need/routes.py`, `changes_agree` for `agree` in `contract/changes.py`."""
    *_, stage, file = route.endpoint.__module__.split(".")
    return f"{stage if file == 'routes' else file}_{route.name.strip('_')}"


def webhooks() -> dict[str, Any]:
    """Each fact as a webhook: what a follower of the feed receives in `data`."""
    return {
        fact.TYPE: {
            "post": {
                "operationId": fact.TYPE,
                "summary": (fact.__doc__ or "").strip().splitlines()[0],
                "requestBody": {
                    "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{fact.TYPE}"}}}
                },
                "responses": {"2XX": {"description": "heard"}},
            }
        }
        for fact in facts.registered()
    }


def document(app: FastAPI) -> dict[str, Any]:
    """The whole document, made once."""
    if app.openapi_schema is None:
        made = get_openapi(title=app.title, version=app.version, routes=app.routes, description=app.description)
        schemas = made.setdefault("components", {}).setdefault("schemas", {})
        for stale in ("HTTPValidationError", "ValidationError"):
            schemas.pop(stale, None)
        schemas["Problem"] = problem_schema()
        _add_facts(schemas)
        made["webhooks"] = webhooks()
        made["components"]["securitySchemes"] = {
            "bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
            "browser": {"type": "apiKey", "in": "cookie", "name": "__Host-access"},
        }
        made["security"] = [{"bearer": []}, {"browser": []}]
        for operations in made.get("paths", {}).values():
            for operation in operations.values():
                _finish(operation)
        app.openapi_schema = made
    return app.openapi_schema


def _add_facts(schemas: dict[str, Any]) -> None:
    for fact in facts.registered():
        schema = fact.model_json_schema(mode="serialization", ref_template="#/components/schemas/{model}")
        schemas.update(schema.pop("$defs", {}))
        # By its type: a view may be called as the fact is.
        schemas[fact.TYPE] = schema


def _finish(operation: dict[str, Any]) -> None:
    """Every operation may be refused as a problem; the framework's own 422 becomes ours."""
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    responses = operation.setdefault("responses", {})
    if "422" in responses and "x-problems" not in responses["422"]:
        responses["422"] = {"description": "invalid", "content": content}
    responses["default"] = {"description": "problem", "content": content}
    for parameter in operation.get("parameters", ()):
        if parameter["name"] == "idempotency-key":
            parameter |= {
                "required": True,
                "schema": {"type": "string", "minLength": 8, "maxLength": 128, "pattern": r"^[\x21-\x7e]+$"},
            }
