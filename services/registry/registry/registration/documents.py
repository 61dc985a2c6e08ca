"""The documents of an application: each that the law names for its kind of body, given as files or as a note."""

from collections.abc import Mapping, Sequence
from typing import Any

from chassis.problems import FieldError, Problem
from registry.registration.dated import KindLaw


class RegistrationDocumentsMissing(Problem):
    """登记材料不全，或不是规定的材料。"""

    status = 422


def shortfalls(documents: Sequence[Mapping[str, Any]], law: KindLaw) -> list[FieldError]:
    """What is not given, what is given empty or twice, and what nobody asked for."""
    names = [each["name"] for each in documents]
    found = [FieldError(pointer="/documents", title=f"缺少：{name}") for name in law.documents if name not in names]
    for place, each in enumerate(documents):
        here = f"/documents/{place}"
        if each["name"] not in law.documents:
            found.append(FieldError(pointer=f"{here}/name", title=f"规定中没有这项材料：{each['name']}"))
        elif each["name"] in names[:place]:
            found.append(FieldError(pointer=f"{here}/name", title=f"同一项材料只列一次：{each['name']}"))
        elif not each["attachment_ids"] and not each["note"].strip():
            found.append(FieldError(pointer=f"{here}/note", title=f"请上传文件或写明说明：{each['name']}"))
    return found


def require(documents: Sequence[Mapping[str, Any]], law: KindLaw) -> None:
    """Everything that the law names for the kind of body, and nothing else."""
    missing = shortfalls(documents, law)
    if missing:
        raise RegistrationDocumentsMissing(f"依据 {law.article}", errors=missing)
