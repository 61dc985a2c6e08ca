"""What is wrong with an answer: every refusal has a name of the service's and a Chinese title, nothing ever breaks."""

import json
import re
from typing import NamedTuple

import httpx
from schemathesis.core.failures import FailureGroup

from chassis.problems import MEDIA_TYPE, every_problem
from tests.contracts.drawing import Asked, Operation

CHINESE = re.compile(r"[\u4e00-\u9fff]")


class Fault(NamedTuple):
    """One thing wrong with one answer."""

    kind: str
    operation: str
    told: str

    @classmethod
    def of(cls, kind: str, asked: Asked, answer: str) -> "Fault":
        """As words, which another process can be sent: who asks holds a key, which cannot."""
        sent = (asked.content or b"")[:400].decode(errors="replace")
        return cls(kind, asked.operation, f"{asked.url[:200]} ({asked.how}) {sent}\n    -> {answer}")

    def __str__(self) -> str:
        return f"{self.kind}: {self.operation} {self.told}"


class Judge:
    """Knows the names of a service's refusals, and which of them any operation may give."""

    def __init__(self, service: str) -> None:
        by_origin = [(problem.__module__.split(".")[0], problem.type()) for problem in every_problem()]
        self.everywhere = {name for origin, name in by_origin if origin == "chassis"}
        # A process that has loaded other services knows their refusals too; this one must not give them.
        self.names = self.everywhere | {name for origin, name in by_origin if origin in {service, "procedures"}}

    def faults(self, operation: Operation, asked: Asked, answer: httpx.Response) -> list[Fault]:
        """Everything wrong with the answer to a generated request."""
        if answer.status_code >= 500:
            found = ["5xx"]
        elif answer.status_code >= 400:
            found = self._of_refusal(operation, asked, answer)
        else:
            found = ["accepted, though a 422 was due"] if asked.pointer else []
            found += self._of_shape(operation, answer)
        said = f"{answer.status_code} {answer.text[:400]}"
        return [Fault.of(kind, asked, said) for kind in found]

    def _of_refusal(self, operation: Operation, asked: Asked, answer: httpx.Response) -> list[str]:
        if answer.headers.get("content-type") != MEDIA_TYPE:
            return ["unnamed problem"]
        body = json.loads(answer.content)
        errors, kind = body.get("errors", []), body.get("type")
        checks = {
            "sample refused": not asked.wanted,
            "unnamed problem": kind in self.names and body.get("status") == answer.status_code,
            "title not Chinese": all(CHINESE.search(each["title"]) for each in (body, *errors)),
            "undeclared problem": kind in operation.problems | self.everywhere,
            "invalid without a pointer": kind != "invalid" or bool(errors),
            f"no pointer to {asked.pointer!r}": not asked.pointer or _points(answer, errors, asked.pointer),
        }
        return [name for name, holds in checks.items() if not holds]

    def _of_shape(self, operation: Operation, answer: httpx.Response) -> list[str]:
        try:
            operation.described.validate_response(answer)
        except (FailureGroup, AssertionError) as unlike:
            return [f"unlike its schema {str(getattr(unlike, 'exceptions', unlike))[:500]}"]
        return []


def _points(answer: httpx.Response, errors: list[dict[str, str]], pointer: str) -> bool:
    return answer.status_code == 413 or any(each["pointer"] == pointer for each in errors)
