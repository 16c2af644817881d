// What is not disclosed of the office's own accord, with its article: filed a year ago and more, so that it comes up for re-examination.
import { addDays } from '../../../src/kernel/day.ts'
import type { Story } from '../story.ts'
import { p } from '../texts/words.ts'
import { workdayFrom } from '../texts/workdays.ts'
import { handsOf } from './hands.ts'
import { draft, prepared, step } from './perform.ts'
import type { Stage } from './stage.ts'

const common = { theme: ['科技、教育', '教育'], columns: [], keywords: ['存档'] } as const

/** How many days ago each was filed: one is due in a week, one is late, one has half a year left. */
const kept = [
  { ago: 358, mode: 'not-disclosed', article: 'ogi-2019/16', reason: '属于行政机关内部管理事项，对外不产生直接影响。', story: { ...common, unit: 'jyj', kind: '通知', title: '县教育局机关值班和应急联络安排', body: p('机关各科室节假日值班和应急联络按本安排执行，联络人名单由办公室保管。') } },
  { ago: 379, mode: 'not-disclosed', article: 'ogi-2019/16', reason: '讨论记录属于过程性信息。', story: { ...common, unit: 'jyj', kind: '纪要', title: '学区调整方案论证会讨论记录', body: p('会议讨论了城区学区边界调整的三个比选方案，未形成决定。') } },
  { ago: 190, mode: 'on-application', article: 'ogi-2019/27', reason: '只涉及特定学校和家庭。', story: { ...common, unit: 'jyj', kind: '函', title: '关于个别学生跨学区就读情况的复函', body: p('来函所询学生就读问题，已按学籍管理规定办理。') } },
] as const // prettier-ignore

export async function keepBack(stage: Stage): Promise<void> {
  for (const [at, { ago, mode, article, reason, story: words }] of kept.entries()) {
    const on = workdayFrom(addDays(stage.today, -ago))
    const story: Story = { ...words, key: `kept-back-${at}`, draftedOn: on }
    await stage.database.transaction(async (tx) => {
      const work = await draft(stage, tx, story, on, '08:50', undefined, { disclosureMode: mode, modeArticle: article, modeReason: reason })
      await prepared(stage, tx, story, work, on)
      await step(stage, tx, handsOf(story.unit).publisher, on, '16:00', work, 'file')
    })
  }
}
