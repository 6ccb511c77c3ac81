"""What the form of a paper says."""

from __future__ import annotations

WORDS = {
    "missing": "这一项还没有填。",
    "number": "{label}要写整数，没有就写 0。",
    "date": "日期没有写全，或者没有这一天。",
    "choice": "只能从选项里选一个。",
    "noDay": "“{text}”这一天不存在。",
    "noughts": "月、日前面不加 0，写“{right}”。",
    "identity": "像是身份证号。这份材料用不着，请删掉。",
    "phone": "像是个人手机号。张贴、发布的材料不写个人电话，写受理部门和座机。",
    "unknownYear": "（{years} 年的放假安排还没有收入，先按周一至周五算。）",
    "row": "第 {row} 行",
    "byHand": "留空格，印出来手填。",
    "drop": "删掉",
    "dropRow": "删掉{label}第 {row} 行",
    "added": "加了第 {row} 行。",
    "dropped": "删掉了一行。",
    "left": "还有 {count} 项没填。",
    "complete": "都填了。",
    "wrong": "有 {count} 处对不上，照样可以打印，请再看一眼：",
    "fine": "没有发现对不上的地方。",
    "exampled": "填入了示例，全是虚构的。",
    "emptied": "清空了。",
    "back": "撤回",
    "restored": "撤回了。",
    "kept": "记在这台设备的浏览器里了，用这台设备的人都能看到。",
    "refused": "这个浏览器不让记，关掉页面就没有了。",
    "forgotten": "没有记下任何东西。",
    "saved": "已存成 {file}。",
    "failed": "没有存成。先下载空白 Word，照着预览填。",
    "has": "有",
    "lacks": "还缺",
    "own": "自己看",
    "elements": "该有的 {of} 项有了 {has} 项；另有 {own} 项表单看不出，要自己看。",
}
"""Words the scripts show; `{…}` stands for what the page knows."""
