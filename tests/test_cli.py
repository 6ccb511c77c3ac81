"""The command line as an editor meets it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.cli.skeleton import KINDS
from generator.load import load
from generator.structure import structure
from tests.support import MINIMAL


def zhibu(*args: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, list(args))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def test_check_counts_rules() -> None:
    code, output = zhibu("check", "--root", str(MINIMAL))
    assert code == 0
    assert output.endswith("3 条规定，0 处提醒。\n")


def test_explain_prints_the_manual_entry() -> None:
    code, output = zhibu("explain", "quantity-bounds")
    assert code == 0
    assert output == (
        "数量的上下限写得不完整 [quantity-bounds]\n\n"
        "bound 写 between 就要有 upper，而且比 value 大；其他写法不写 upper。供计算器取数的 name 在一条规定里不能重复。\n\n"
        "坏例：\n    {value: 3, unit: 名, bound: between, of: 支部委员}\n\n"
        "好例：\n    {value: 3, upper: 5, unit: 名, bound: between, of: 支部委员}\n"
    )


def test_explain_names_the_checks_when_asked_for_an_unknown_one() -> None:
    code, output = zhibu("explain", "no-such-check")
    assert code == 1
    assert output.startswith("Error: 没有“no-such-check”这项检查。有：duplicate-id、unknown-id、")


@pytest.mark.parametrize("kind", KINDS)
def test_new_writes_a_skeleton_of_the_right_shape(kind: str, tmp_path: Path) -> None:
    code, output = zhibu("new", kind, "my-first", "--root", str(tmp_path))
    assert code == 0
    path = output.removeprefix("已写好 ").partition("，")[0]
    text = (tmp_path / path).read_text(encoding="utf-8")
    filled = (
        text.replace("id: 待填", "id: filled").replace("[待填]", "[filled]").replace("actor: 待填", "actor: filled")
    )
    documents, unread = load({path: filled.encode()})
    _, misshapen = structure(documents)
    assert [str(finding) for finding in [*unread, *misshapen]] == []
    assert zhibu("new", kind, "my-first", "--root", str(tmp_path))[0] == 1


def test_new_refuses_a_name_that_cannot_be_an_id(tmp_path: Path) -> None:
    code, output = zhibu("new", "rule", "第一条", "--root", str(tmp_path))
    assert (code, list(tmp_path.iterdir())) == (1, [])
    assert output == "Error: “第一条”不能当编号：只用小写英文字母、数字和连字符，如 branch-setup。\n"


def test_export_fits_its_published_schema(tmp_path: Path) -> None:
    assert zhibu("schema", "--out", str(tmp_path))[0] == 0
    assert zhibu("export", "json", "--root", str(MINIMAL), "--out", str(tmp_path / "all.json"))[0] == 0
    data = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    schema = json.loads((tmp_path / "export.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema)
    for name in ("sources", "rules", "chapters", "roles", "procedures", "documents", "terms", "lessons", "questions"):
        assert all(item["id"] for item in data[name]), name
    assert data["chapters"][0]["sections"][0]["id"] == "admission-process"
    assert {"text", "basis", "evidence", "history", "misconceptions"} <= set(data["rules"][0])


def test_authoring_schemas_tell_editors_what_a_field_means(tmp_path: Path) -> None:
    zhibu("schema", "--out", str(tmp_path))
    schema = json.loads((tmp_path / "rules.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$defs"]["one"]["properties"]["must_know"]["description"] == "是否属于“转正前必会”"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate([{"id": "a", "text": "b", "evidence": "sure", "section": "c"}], schema)
