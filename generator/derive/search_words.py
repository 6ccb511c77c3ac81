"""What search knows of the language: words of questions, synonyms, look-alikes, and the sounds of characters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from pypinyin import Style, pinyin

ASKING = {
    "怎么写 咋写 怎么填 怎样写 如何写 如何填写 格式 模板 范文 样本 样板 范本 式样 表格 下载": ("document",),
    "怎么办 咋办 怎么 怎样 如何 咋样 咋 流程 步骤 程序 手续": ("procedure", "step"),
    "一次 什么时候 什么时间 多长时间 多久 多少 几个 几天 几年 几次 几名 几人 几 多大 能不能 可不可以 是不是 "
    "可以吗 行不行 行吗 要不要 有没有 需不需要 必须": ("rule", "term", "tool"),
    "什么是 是什么意思 是什么 什么意思 啥意思 含义 定义 意思 区别 是啥": ("term",),
    "谁 哪个人 哪些人 职责 干什么 做什么 管什么": ("role", "rule"),
    "为什么 为啥 什么 啥 哪些 哪个 哪几 哪里 哪儿 有哪些 哪种 吗 呢 吧 啊 呀 么 请问 我想 想知道 我要 我们 我 你 "
    "需要 应该 应当 可以 能否 可否 是否 想要 一下 关于 具体 时候 必需 "
    "还是 或者 以及 怎么样 注意 准备 有没有人 会不会 的 了 是 有 要 能 得 可 会 上 里 去 过 给 用 让 "
    "跟 和 与 把 被 也 都 还 就 又": (),
}
"""Words of questions, by blanks → kinds of entries that such a question asks for."""

KEPT = frozenset(
    ("多大", "流程", "步骤", "程序", "手续", "格式", "职责", "区别", "模板", "范文", "样本", "含义", "表格")
)
"""Words of questions that also say what is looked for, and stay part of the query."""

SAME = (
    "缴纳 交纳 上交 缴 交",
    "流程 程序 步骤 手续",
    "模板 范文 样本 格式 式样",
    "职责 任务 工作内容",
    "条件 要求 标准",
    "开除 除名",
    "召开 开会",
    "期限 时限 时间 多久",
    "处罚 处分 惩处",
    "选举 换届 改选",
    "离休 退休 离退休",
    "调动 转接 迁移 转移",
    "请假 缺席",
    "补助 慰问 帮扶 救助",
    "举报 检举 控告",
    "打工 务工 外出",
    "开证明 证明信",
    "名单 花名册",
    "大学生 学生",
    "钱 经费 费用",
    "年纪 年龄 岁数 多大 年满 周岁",
    "拜佛 烧香 寺庙 信教 宗教 迷信 信仰宗教",
    "区别 不同 不一样 差别",
    "失踪 失联 失去联系 联系不上",
    "学习 培训 教育",
    "撤换 免职 罢免",
    "名额 人数",
    "贫困 困难",
    "家属 亲属 家庭成员",
    "离开 退出",
    "弄丢 丢失 遗失",
    "组成 构成 设置",
    "选谁 候选人",
)
"""Words that people use for one another, each group by blanks."""

ALIKE = (
    "己已巳 未末 大太犬 人入八 土士 日曰目 千干于 天夭夫 由甲申田 戊戌戍 侯候 帐账胀 党觉堂常 员圆园 己已 免兔 处外 "
    "折拆析 拔拨 官宫 末未 今令 刀力 九丸 几凡 乌鸟 不下 王主玉 午牛 贝见 代伐 史吏 间问 阅间 晴睛 历厉 幕募墓 "
    "徽微 撤撒 导异 予矛 仓仑 住往 佳住 怀杯 拘抱 检捡 栽载裁 概慨 辩辨辫 燥躁 赢羸 陪培倍 验检 驻住注 籍藉 份分 "
    "即既 级及 竟竞 究穷 决块 考老 宣宜 议仪 评坪 贯惯 副幅 转传 组祖 纪记 律津 誓哲 审宙 查杳 批比 补朴 退迟 "
    "函涵 调词 联职 系糸 委季 届屈 满蒲 期斯 延廷 讨付 论沦 票栗 选先 举誉 监临 计汁 唱倡"
)
"""Characters that are mistaken for one another by the eye or the pen, each group by blanks."""

_COMMON = "".join(
    bytes((row, cell)).decode("gb2312")
    for row in range(0xB0, 0xD8)
    for cell in range(0xA1, 0xFF)
    if (row, cell) < (0xD7, 0xFA)
)
_READINGS = 2


def sounds(texts: Iterable[str]) -> Mapping[str, str]:
    """Syllable without tone → characters it may stand for: the common ones and all of the texts."""
    wanted = sorted({char for text in texts for char in text if "\u4e00" <= char <= "\u9fff"} | set(_COMMON))
    table: dict[str, list[str]] = defaultdict(list)
    for char, readings in zip(wanted, pinyin(wanted, style=Style.NORMAL, heteronym=True), strict=True):
        for reading in list(dict.fromkeys(readings))[:_READINGS]:
            table[reading.replace("ü", "v")].append(char)
    return {syllable: "".join(chars) for syllable, chars in sorted(table.items())}
