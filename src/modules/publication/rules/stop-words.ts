// Words of a question that say nothing about what is asked: people write 低保怎么申请, documents do not.
export const stopWords: ReadonlySet<string> = new Set(
  (
    '的 了 和 与 及 或 在 是 有 对 为 之 等 把 被 向 从 到 就 都 也 还 又 吗 呢 吧 啊 么 呀 我 你 您 他 她 它 们 我们 你们 他们 自己 ' +
    '请 请问 问 想 要 想要 需要 可以 能 能够 会 应该 如何 怎么 怎样 怎么样 怎么办 什么 什么样 为什么 哪 哪里 哪儿 哪些 哪个 何时 何地 ' +
    '几 多少 多久 多长时间 是否 有没有 是不是 能不能 可不可以 这 那 这个 那个 一下 关于 有关 相关 谁'
  ).split(' '),
)
