// What went before and came after the measures on heating: the draft for comment, what became of the comments, the amendment, the results.
import { day } from '../../../src/kernel/day.ts'
import type { Story } from '../story.ts'
import { items, p, sections, signed, table } from './words.ts'

const common = { unit: 'zfb', theme: ['城乡建设、环境保护', '城乡建设（含住房）'], keywords: ['供热', '公众参与'] } as const

export const lifeLines: readonly Story[] = [
  {
    ...common, key: 'heating-2023-draft', title: '关于《青岚县城市供热管理办法（征求意见稿）》公开征求意见的公告', kind: '公告', columns: ['tongzhi'], draftedOn: day('2023-05-15'),
    body:
      p('县住房和城乡建设局起草了《青岚县城市供热管理办法（征求意见稿）》，现向社会公开征求意见，时间为2023年5月16日至6月16日。') +
      items('信函请寄青岚县城关街道人民路1号县政府办公室，信封注明“供热管理办法征求意见”。', '电话：0960-5021086（工作日）。', '也可以到各镇人民政府、街道办事处书面提出。') +
      p('意见采纳情况将在征求意见结束后公布。') + signed('青岚县人民政府办公室', day('2023-05-15')),
  },
  {
    ...common, key: 'heating-2023-answers', title: '《青岚县城市供热管理办法（征求意见稿）》意见采纳情况的反馈', kind: '公告', columns: ['tongzhi'], draftedOn: day('2023-07-10'),
    body:
      p('征求意见期间共收到意见37条，采纳21条，部分采纳9条，未采纳7条。主要意见和处理情况如下。') +
      table(['意见', '件数', '采纳情况', '说明'], [['明确室温不达标的退费办法', 14, '采纳', '增加按日退费的规定'], ['延长供热期', 8, '未采纳', '供热期由省里统一规定，遇低温天气可以提前或者延长'], ['报停供热的手续应当简化', 9, '部分采纳', '保留书面申请，取消现场查验'], ['其他', 6, '采纳', '已作文字修改']]) +
      signed('青岚县人民政府办公室', day('2023-07-10')),
  },
  {
    ...common, unit: 'gov', key: 'heating-2025-amends', title: '青岚县人民政府关于修改《青岚县城市供热管理办法》的决定', kind: '决定', number: '青政发〔2025〕31号', columns: ['zhengce', 'fd-regulations'], draftedOn: day('2025-09-04'), important: true,
    relations: [{ kind: 'amends', to: 'heating-2023' }],
    body: p('县人民政府决定对《青岚县城市供热管理办法》（青政发〔2023〕27号）作如下修改：') + items('供热企业接到室温不达标的反映后上门测温的时限，由12小时缩短为6小时。', '退费情况在小区公示。') + p('本决定自公布之日起施行。') + signed('青岚县人民政府', day('2025-09-04')),
  },
  {
    ...common, unit: 'zjj', key: 'heating-2026-report', title: '青岚县2025至2026年度城市供热管理办法执行情况', kind: '通报', columns: ['fd-inspection'], draftedOn: day('2026-04-20'),
    relations: [{ kind: 'reports', to: 'heating-2023' }],
    body: sections(['总体情况', '供热面积412万平方米，居民室温合格率98.7%，比上年度提高0.9个百分点。'], ['投诉和退费', '受理投诉286件，全部办结；退费127户、11.6万元，均在三十日内办结。'], ['下一步', '改造老旧管网6.2公里，新增室温在线监测点40处。']),
  },
] // prettier-ignore
