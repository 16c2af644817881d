// What the bureaus disclose to their own staff every half-year (内部公开), and who has read it.
import { day, type Day } from '../../../src/kernel/day.ts'
import type { Story } from '../story.ts'
import { p, table } from '../texts/words.ts'
import { workdayFrom } from '../texts/workdays.ts'
import { handsOf } from './hands.ts'
import { draft, prepared, step } from './perform.ts'
import type { Stage } from './stage.ts'

const common = { theme: ['综合政务', '其他'], columns: [], kind: '通报', inside: true } as const

const stories: readonly (Omit<Story, 'draftedOn'> & { readonly on: Day })[] = [
  {
    ...common, unit: 'jyj', key: 'inside-reception-2026h1', title: '县教育局2026年上半年公务接待、公务用车和差旅费支出情况', keywords: ['内部公开', '机关财务'], on: day('2026-07-15'),
    body: p('2026年上半年局机关“三公”经费和差旅费支出情况，向全体干部职工公开。') + table(['项目', '次数（辆）', '支出（元）', '比上年同期'], [['公务接待', 12, '8460', '下降21%'], ['公务用车运行', 2, '31250', '下降6%'], ['差旅费', 143, '96420', '增长3%']]) + p('对支出有疑问的，请在7月底前向局办公室或者派驻纪检组反映。'),
  },
  {
    ...common, unit: 'jyj', key: 'inside-appraisal-2025', title: '县教育局2025年度机关工作人员考核等次公示（机关内部）', keywords: ['内部公开', '年度考核'], on: day('2026-01-19'),
    body: p('经民主测评、科室评议和局党组会议研究，2025年度机关工作人员考核优秀6人、称职27人，名单在机关内部公示5个工作日。') + table(['等次', '人数'], [['优秀', 6], ['称职', 27], ['基本称职', 0]]),
  },
] // prettier-ignore

/** Published inside by the people whose business it is. */
export async function discloseInside(stage: Stage): Promise<void> {
  for (const { on, ...story } of stories) {
    const of = { ...story, draftedOn: workdayFrom(on) }
    if (of.draftedOn >= stage.today) continue
    await stage.database.transaction(async (tx) => {
      const work = await draft(stage, tx, of, of.draftedOn, '08:45')
      await prepared(stage, tx, of, work, of.draftedOn)
      await step(stage, tx, handsOf(of.unit).publisher, of.draftedOn, '16:10', work, 'publish-internally', { reach: 'unit' })
    })
  }
}
