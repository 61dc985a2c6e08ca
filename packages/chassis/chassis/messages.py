"""The Chinese sentences for what Pydantic finds wrong with a field."""

from collections.abc import Mapping
from typing import Any

SENTENCES: Mapping[str, str] = {
    "missing": "必填",
    "extra_forbidden": "不接受此字段",
    "string_too_short": "至少 {min_length} 个字",
    "string_too_long": "至多 {max_length} 个字",
    "string_pattern_mismatch": "格式不符",
    "string_type": "应为文字",
    "int_type": "应为整数",
    "int_parsing": "应为整数",
    "int_from_float": "应为整数",
    "bool_type": "应为是或否",
    "bool_parsing": "应为是或否",
    "greater_than_equal": "不得小于 {ge}",
    "greater_than": "应大于 {gt}",
    "less_than_equal": "不得大于 {le}",
    "less_than": "应小于 {lt}",
    "uuid_parsing": "编号格式不符",
    "uuid_type": "编号格式不符",
    "date_from_datetime_parsing": "日期格式应为 2026-11-23",
    "date_parsing": "日期格式应为 2026-11-23",
    "date_type": "日期格式应为 2026-11-23",
    "datetime_from_date_parsing": "时间格式应为 2026-11-23T09:00:00+08:00",
    "datetime_parsing": "时间格式应为 2026-11-23T09:00:00+08:00",
    "datetime_type": "时间格式应为 2026-11-23T09:00:00+08:00",
    "timezone_aware": "时间必须带时区",
    "enum": "不在可选范围内：{expected}",
    "literal_error": "不在可选范围内：{expected}",
    "list_type": "应为列表",
    "too_short": "至少 {min_length} 项",
    "too_long": "至多 {max_length} 项",
    "json_invalid": "不是有效的 JSON",
    "model_attributes_type": "应为对象",
    "dict_type": "应为对象",
    "model_type": "应为对象",
    "finite_number": "应为有限的数",
    "float_type": "应为数字",
    "float_parsing": "应为数字",
    "string_unicode": "文字编码无效",
}


def of(found: Mapping[str, Any]) -> str:
    """One finding as a sentence; a rule of ours (`value_error`) speaks for itself."""
    if found["type"] == "value_error":
        return str(found["msg"]).removeprefix("Value error, ")
    sentence = SENTENCES.get(found["type"])
    if sentence is None:
        return "内容不符合要求"
    if "{" not in sentence:
        return sentence
    limits = found.get("ctx", {})
    return sentence.format_map(_in_yuan(limits) if _is_money(found) else limits)


def _is_money(found: Mapping[str, Any]) -> bool:
    """Amounts are kept in fen by fields that say so, and typed in yuan."""
    return any(str(each).endswith("_fen") for each in found.get("loc", ()))


def _in_yuan(limits: Mapping[str, Any]) -> dict[str, Any]:
    return {name: f"{fen / 100:,.2f} 元" if isinstance(fen, int) else fen for name, fen in limits.items()}
