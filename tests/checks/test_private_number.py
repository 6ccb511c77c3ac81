"""private-number: bad content in, the printed findings out."""

from __future__ import annotations

import pytest

from tests.support import findings, replaced

PATH = "content/documents/conversion-request.yaml"


def example(text: str) -> dict[str, str]:
    """The request with another example."""
    return replaced(PATH, "example: 张某某", f'example: "{text}"')


def finding(number: str) -> str:
    """What is printed about a number in the example."""
    return (
        f"{PATH}:12:54: error: “{number}”像证件号或手机号 [private-number]\n"
        "    删掉这个数字；要留位置的，在 help 里写“由使用者另填”。"
    )


@pytest.mark.parametrize(
    "number", ["13812345678", "138 1234 5678", "138-1234-5678", "110101199003070011", "11010119900307001X"]
)
def test_number_like_a_phone_or_card_is_found(number: str) -> None:
    assert findings(example(f"张某某{number}")) == finding(number)


def test_wide_figures_count_too() -> None:
    assert findings(example("张某某１３８１２３４５６７８")) == finding("13812345678")


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("label: 预备党员姓名", "label: 预备党员13812345678", "12:23"),
        ("type: person, example", "type: person, help: 打13812345678, example", "12:51"),
        ("讨论了{name}", "讨论了13812345678{name}", "15:23"),
    ],
)
def test_number_in_label_help_or_structure_is_found(old: str, new: str, place: str) -> None:
    found = [line for line in findings(replaced(PATH, old, new)).splitlines() if "private-number" in line]
    assert found == [f"{PATH}:{place}: error: “13812345678”像证件号或手机号 [private-number]"]


@pytest.mark.parametrize("text", ["2026年12月10日", "第2026-08号", "1790.40元", "20261210093000", "123456789012"])
def test_other_figures_are_fine(text: str) -> None:
    assert findings(example(text)) == ""
