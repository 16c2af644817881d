// What applicants had asked for and the bureaus then disclosed to everybody (转为主动公开): answers of the told applications, without who asked.
import type { Story } from '../story.ts'
import type { Day } from '../../../src/kernel/day.ts'
import { p, table } from './words.ts'

export interface MadePublic {
  /** Subject of the application that asked for it. */
  readonly asked: string
  readonly story: Story
}

export const madePublic = (on: Day): readonly MadePublic[] => [
  {
    asked: '中小学食堂抽检结果',
    story: {
      key: 'made-public/canteens', unit: 'jyj', title: '青岚县2025年秋季学期中小学食堂食品抽检结果', kind: '其他', theme: ['科技、教育', '教育'], columns: ['yiwu-jiaoyu', 'fd-livelihood-policies'], keywords: ['食堂', '食品抽检', '中小学'], draftedOn: on,
      body: p('2025年秋季学期，县教育局会同县市场监管局对全县中小学食堂抽检食品126批次，合格125批次，合格率99.2%。') + table(['品种', '抽检批次', '合格批次'], [['米面粮油', 38, 38], ['蔬菜', 34, 33], ['肉蛋', 31, 31], ['餐具', 23, 23]]) + p('不合格的1批次蔬菜已经下架退回，供应商已经更换，并对其余食堂开展排查。'),
    },
  },
  {
    asked: '县医院核磁共振采购结果',
    story: {
      key: 'made-public/scanner', unit: 'wjj', title: '青岚县人民医院核磁共振设备采购结果', kind: '其他', theme: ['卫生、体育', '卫生'], columns: ['yiliao-weisheng'], keywords: ['医疗设备', '政府采购'], draftedOn: on,
      body: p('青岚县人民医院1.5T核磁共振设备一台，采用公开招标方式采购，预算1080万元，五家供应商投标，中标价1036万元，含安装、培训和五年保修。') + p('中标通知书全文可以在县公共资源交易中心查阅。'),
    },
  },
  {
    asked: '2017年民办幼儿园年检结果',
    story: {
      key: 'made-public/kindergartens', unit: 'jyj', title: '青岚县历年民办幼儿园年检结果', kind: '其他', theme: ['科技、教育', '教育'], columns: ['yiwu-jiaoyu'], keywords: ['民办幼儿园', '年检'], draftedOn: on,
      body: p('县教育局每年对民办幼儿园的办学条件、安全管理、师资和财务进行年度检查，历年结果如下。') + table(['年度', '参检', '合格', '限期整改'], [['2023', 27, 26, 1], ['2024', 28, 28, 0], ['2025', 28, 27, 1]]) + p('限期整改的，整改后复查合格。'),
    },
  },
] // prettier-ignore
