// Answers what waits for somebody, what they have done, and their phrases.
import { csvOf } from '../../../kernel/csv.ts'
import { granted } from '../../../kernel/ruling.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { commonOpinions } from '../law/opinions.ts'
import { states } from '../law/states.ts'
import { phrasesOf } from '../queries/around.ts'
import { doneBy } from '../queries/done.ts'
import { tasksOf } from '../queries/tasks.ts'
import { workbenchOf } from '../queries/workbench.ts'
import { officeTime } from '../rules/sheet-words.ts'
import { putPhrases } from '../store/presence.ts'
import { rowOf, stepTitle, taskOf } from './answers.ts'
import { sliceOf, wholeList } from './call.ts'
import * as contract from './contract.ts'

export const taskRoutes: readonly OfficeRoute[] = [
  answer(contract.getWorkbench, async ({ tx, actor, clock }) => {
    const bench = await workbenchOf(tx, actor, clock.today())
    return granted({
      counts: bench.counts,
      waiting: bench.waiting.map((row) => taskOf(row, clock.now())),
      returned: bench.returned.map((row) => taskOf(row, clock.now())),
      drafts: bench.drafts.map(rowOf),
      published: bench.published.map(rowOf),
    })
  }),
  answer(contract.listTasks, async ({ tx, actor, clock, query }) => {
    const { rows, total } = await tasksOf(tx, actor, 'all', query, sliceOf(query))
    return granted({ rows: rows.map((row) => taskOf(row, clock.now())), total })
  }),
  answer(contract.exportTasks, async ({ tx, actor, clock, query }) => {
    const { rows } = await tasksOf(tx, actor, 'all', query, wholeList)
    const body = csvOf(
      ['标题', '待办环节', '发布机构', '起草人', '到达时间', '已等天数', '最近催办'],
      rows
        .map((row) => taskOf(row, clock.now()))
        .map((row) => [
          row.title,
          row.awaits,
          row.unitName,
          row.authorName,
          officeTime(new Date(row.since)),
          row.days,
          row.urgedAt && officeTime(new Date(row.urgedAt)),
        ]),
    )
    return granted({ mediaType: 'text/csv; charset=utf-8', name: '待办事项.csv', body })
  }),
  answer(contract.listDone, async ({ tx, actor, query }) => {
    const { rows, total } = await doneBy(tx, actor, query, sliceOf(query))
    return granted({
      rows: rows.map(({ step, at, ...row }) => ({ ...row, stepTitle: stepTitle(step), at: at.toISOString(), stateTitle: states[row.state].title })),
      total,
    })
  }),
  answer(contract.exportDone, async ({ tx, actor, query }) => {
    const { rows } = await doneBy(tx, actor, query, wholeList)
    const body = csvOf(
      ['标题', '办理', '意见', '时间', '代何人', '发布机构', '现在状态'],
      rows.map((row) => [row.title, stepTitle(row.step), row.opinion, officeTime(row.at), row.onBehalfOfName, row.unitName, states[row.state].title]),
    )
    return granted({ mediaType: 'text/csv; charset=utf-8', name: '已办事项.csv', body })
  }),
  answer(contract.getPhrases, async ({ tx, actor }) => granted({ common: [...commonOpinions], own: await phrasesOf(tx, actor.accountId) })),
  answer(contract.putPhrases, async ({ tx, actor, body }) => {
    await putPhrases(tx, actor.accountId, body.own)
    return granted({ common: [...commonOpinions], own: await phrasesOf(tx, actor.accountId) })
  }),
]
