// 政府信息公开工作年度报告 of the county, some departments and the towns: the figures of each year fit together.
import { day, yearOf, type Day } from '../../../src/kernel/day.ts'
import { units, type UnitKey } from '../cast/units.ts'
import type { Story } from '../story.ts'
import { between, choose, p, sections, signed, some, table } from './words.ts'
import { onOrAfter } from './workdays.ts'

const done: readonly string[] = [
  '围绕行政许可、行政处罚、财政预决算、政府采购、重大建设项目等内容，逐项核对公开要素，补齐历史空缺。',
  '对照基层政务公开标准目录梳理事项，把目录要求落实到具体科室和具体人。',
  '清理规范性文件，对继续有效、修改、废止和失效的文件在网站上标注有效性。',
  '坚持政策文件与解读同步起草、同步审批、同步公开，解读以问答和图表为主。',
  '在政务服务大厅、图书馆和档案馆设置公开查阅点，配备查阅电脑和纸质公报。',
  '规范依申请公开的登记、审核、办理、答复、归档流程，重要答复送法制审核。',
  '开展信息员业务培训，重点讲解公开属性认定、保密审查和个人信息保护。',
  '每季度检查栏目更新情况，对超过规定期限没有更新的栏目发出提醒。',
  '完善政府信息公开专栏检索功能，支持按文号、主题和有效性查找。',
  '公开前严格执行保密审查，做到先审查、后公开，一事一审，全程留痕。',
  '通过网站留言和热线收集群众对公开工作的意见，逐条核实反馈。',
  '将政务公开纳入年度考核，考核结果在系统内通报。',
]

const wanting: readonly (readonly [string, string])[] = [
  ['个别单位政策解读形式单一，文字照搬文件较多', '推广图表、问答等解读形式，由起草人直接参与解读，并在文件发布后三个工作日内公开'],
  ['部分栏目更新不够及时，重点领域信息分类不够细', '建立栏目更新提醒机制，按月检查，对逾期未更新的栏目限期整改'],
  ['信息员岗位变动频繁，业务熟练程度参差不齐', '建立信息员名册和交接制度，全年组织不少于两次业务培训，新任人员先培训后上岗'],
  ['基层村（社区）公开内容偏重结果，过程公开不足', '细化村务公开目录，推动财务收支、惠民补贴发放过程同步公开'],
  ['依申请公开答复文书的说理性有待加强', '统一答复文书格式，引用条文做到准确完整，开展优秀答复评选'],
]

interface Reporting {
  readonly unit: UnitKey
  readonly year: number
  readonly size: number
}

function report({ unit, year, size }: Reporting): Story {
  const { name } = units[unit]
  const of = `${unit}-${year}`
  const published = onOrAfter(year + 1, 1, unit === 'gov' ? 25 : 12 + between(`${of}/day`, 0, 9))
  const [normative, licences, penalties, fees] = [
    between(`${of}/n`, 0, 1 + size),
    between(`${of}/l`, 8 * size, 30 * size),
    between(`${of}/p`, size, 9 * size),
    between(`${of}/f`, 0, 40 * size),
  ]
  const received = between(`${of}/r`, 0, 3 * size)
  const granted = Math.ceil(received * 0.6)
  const notHeld = Math.floor((received - granted) / 2)
  const refused = received - granted - notHeld
  const proactive = between(`${of}/a`, 60 * size, 160 * size)
  const problems = some(`${of}/w`, 2, wanting)
  const tasks = some(`${of}/t`, 5, done)
  const body =
    p(
      `根据《中华人民共和国政府信息公开条例》和国务院办公厅关于政府信息公开工作年度报告的要求，${name}编制并公布${year}年政府信息公开工作年度报告。本报告所列数据的统计期限自${year}年1月1日起至12月31日止。如对本报告有疑问，请与${unit === 'gov' ? '青岚县人民政府办公室政务公开科' : `${name}办公室`}联系，电话：${unit === 'gov' ? units.zfb.phone : units[unit].phone}。`,
    ) +
    sections(
      [
        '总体情况',
        `${year}年，${name}${choose(`${of}/o`, '认真贯彻落实《条例》和上级关于政务公开的部署', '坚持以公开为常态、不公开为例外', '围绕中心工作和群众关切，扎实推进政府信息公开')}，全年主动公开政府信息${proactive}条，${received > 0 ? `收到政府信息公开申请${received}件，均在法定期限内办结` : '没有收到政府信息公开申请'}。`,
        '#（一）主动公开',
        tasks[0]!,
        tasks[1]!,
        '#（二）依申请公开',
        received > 0
          ? `新收申请${received}件，其中自然人申请${received - Math.floor(received / 4)}件，法人和其他组织申请${Math.floor(received / 4)}件；予以公开${granted}件，本机关不掌握相关政府信息${notHeld}件，其他处理${refused}件。`
          : `畅通受理渠道，公布申请表和办理流程，全年未收到申请。`,
        '#（三）政府信息管理和平台建设',
        tasks[2]!,
        tasks[3]!,
        '#（四）监督保障',
        tasks[4]!,
      ],
      [
        '主动公开政府信息情况',
        table(
          ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
          [
            ['规章', 0, 0, 0],
            ['行政规范性文件', normative, normative > 2 ? 1 : 0, normative + between(`${of}/v`, 2, 4 + size)],
          ],
          '第二十条第（一）项',
        ),
        table(
          ['信息内容', '本年处理决定数量'],
          [
            ['行政许可', licences],
            ['行政处罚', penalties],
            ['行政强制', Math.floor(penalties / 7)],
          ],
          '第二十条第（五）项、第（六）项',
        ),
        table(
          ['信息内容', '本年收费金额（单位：万元）'],
          [['行政事业性收费', fees === 0 ? '0' : `${fees}.${between(`${of}/fd`, 10, 98)}`]],
          '第二十条第（八）项',
        ),
      ],
      [
        '收到和处理政府信息公开申请情况',
        table(
          ['项目', '自然人', '法人或其他组织', '总计'],
          [
            ['一、本年新收政府信息公开申请数量', received - Math.floor(received / 4), Math.floor(received / 4), received],
            ['二、上年结转政府信息公开申请数量', 0, 0, 0],
            ['三、（一）予以公开', granted - Math.min(granted, Math.floor(received / 4)), Math.min(granted, Math.floor(received / 4)), granted],
            ['（四）无法提供：本机关不掌握相关政府信息', notHeld, 0, notHeld],
            ['（六）其他处理', refused, 0, refused],
            ['四、结转下年度继续办理', 0, 0, 0],
          ],
        ),
      ],
      [
        '政府信息公开行政复议、行政诉讼情况',
        received > 9 ? `因政府信息公开被申请行政复议1件，复议机关维持原答复；未发生行政诉讼。` : '未发生因政府信息公开引起的行政复议、行政诉讼。',
      ],
      [
        '存在的主要问题及改进情况',
        `存在的问题：一是${problems[0]![0]}；二是${problems[1]![0]}。`,
        `改进措施：一是${problems[0]![1]}；二是${problems[1]![1]}。`,
      ],
      [
        '其他需要报告的事项',
        `${year >= 2020 ? '按照《政府信息公开信息处理费管理办法》，本年度没有收取信息处理费。' : '本年度没有因政府信息公开收取任何费用。'}${choose(`${of}/x`, '没有其他需要报告的事项。', `人大代表建议和政协委员提案办理结果均已按规定公开。`, '当年政务公开工作要点各项任务均已完成。')}`,
      ],
    ) +
    signed(name, published)
  return {
    key: `report-${of}`, unit, title: `${name}${year}年政府信息公开工作年度报告`, kind: '报告', theme: ['综合政务', '政务公开'], columns: ['nianbao'],
    keywords: ['政府信息公开', '年度报告', String(year)], summary: `${name}${year}年主动公开、依申请公开、平台建设和监督保障情况，以及各项统计数据。`, draftedOn: published, body,
  } // prettier-ignore
}

const yearsUpTo = (first: number, last: Day): number[] => Array.from({ length: yearOf(last) - first }, (_, at) => first + at)

export const yearlyReports: readonly Story[] = [
  ...yearsUpTo(2019, day('2026-01-01')).map((year) => report({ unit: 'gov', year, size: 9 })),
  ...(['jyj', 'mzj', 'zjj', 'hbj'] as const).flatMap((unit) => [2023, 2024, 2025].map((year) => report({ unit, year, size: 3 }))),
  ...(['hkz', 'llz', 'sqz', 'qyz', 'cgjd'] as const).map((unit) => report({ unit, year: 2025, size: 1 })),
]
