// Sheets in the official layout and in the copies that go round: heads, ticks, merged levels, refused rows, and the way back.
import { describe, expect, it } from 'vitest'
import type { Channel } from '../../law/entries.ts'
import { headOf } from './head.ts'
import { fieldOf, readSheets } from './read-rows.ts'
import { channelCell, channelsOf, tickOf } from './ticks.ts'
import { layoutOf } from './write-rows.ts'

describe('ticked channels', () => {
  it.each<{ cell: string; chosen: Channel[]; other?: string }>([
    { cell: '■政府网站 □政府公报\n■两微一端 □发布会/听证会', chosen: ['website', 'social-media'] },
    { cell: '■政府网站□政府公报■公开查阅点', chosen: ['website', 'reading-point'] },
    { cell: '☑政府网站 ☐政府公报 √广播电视', chosen: ['website', 'broadcast'] },
    { cell: '■ 政府网站   ■ 政务服务中心（行政服务中心）', chosen: ['website', 'service-centre'] },
    { cell: 't政府网站 口政府公报 t便民服务站', chosen: ['website', 'convenience-station'] },
    { cell: '■政府网站口政府公报口两微一端■纸质媒体', chosen: ['website', 'paper'] },
    { cell: '■社区/企事业单位/村公示栏（电子屏）', chosen: ['notice-board'] },
    { cell: '■社区/企事业单位、村公示栏(电子屏) □精准推送', chosen: ['notice-board'] },
    { cell: '■政府网站 ■其他 应急广播', chosen: ['website'], other: '应急广播' },
    { cell: '□政府网站 □其他____', chosen: [] },
    { cell: '政府网站、公告公示栏', chosen: ['website', 'notice-board'] },
    { cell: '■政府网站 ■办事大厅窗口', chosen: ['website'], other: '办事大厅窗口' },
    { cell: '■投资项目在线审批监管平台 ■12345政务服务热线', chosen: ['project-platform', 'hotline'] },
    { cell: '', chosen: [] },
  ])('of “$cell” are $chosen', ({ cell, chosen, other }) => {
    expect(channelsOf(cell)).toEqual({ channels: chosen, other: other ?? '' })
  })

  it('come back from the cell that they are written into', () => {
    expect(channelsOf(channelCell(['website', 'notice-board', 'meeting'], '应急广播'))).toEqual({
      channels: ['website', 'notice-board', 'meeting'],
      other: '应急广播',
    })
  })

  it.each([
    { cell: '√', ticked: true, words: '' },
    { cell: '■', ticked: true, words: '' },
    { cell: 't', ticked: true, words: '' },
    { cell: '√（申请人）', ticked: true, words: '申请人' },
    { cell: '被征收人', ticked: true, words: '被征收人' },
    { cell: '□', ticked: false, words: '' },
    { cell: '口', ticked: false, words: '' },
    { cell: '/', ticked: false, words: '' },
    { cell: '', ticked: false, words: '' },
  ])('and “$cell” below a head is ticked: $ticked', ({ cell, ticked, words }) => {
    expect(tickOf(cell)).toEqual({ ticked, words })
  })
})

const upper = [
  '序号',
  '公开事项',
  '公开事项',
  '公开内容（要素）',
  '公开依据',
  '公开时限',
  '公开主体',
  '公开渠道和载体',
  '公开对象',
  '公开对象',
  '公开方式',
  '公开方式',
  '公开层级',
  '公开层级',
]
const lower = [
  '序号',
  '一级事项',
  '二级事项',
  '公开内容（要素）',
  '公开依据',
  '公开时限',
  '公开主体',
  '公开渠道和载体',
  '全社会',
  '特定群体',
  '主动',
  '依申请',
  '县级',
  '乡级',
]
const row = (serial: string, item1: string, item2: string, change: Partial<Record<number, string>> = {}): string[] => {
  const cells = [serial, item1, item2, '内容', '条例', '20个工作日内', '县民政局', '■政府网站', '√', '', '√', '', '√', '']
  for (const [at, words] of Object.entries(change)) cells[Number(at)] = words ?? ''
  return cells
}
const sheetOf = (title: string, ...rows: string[][]) => ({
  name: 'Sheet1',
  hidden: false,
  rows: [Array.from({ length: 14 }, () => title), upper, lower, ...rows],
})

describe('the head', () => {
  it('is found below rows of title, with the columns of both rows', () => {
    expect(headOf(sheetOf('标题').rows)).toMatchObject({ rows: 3, title: '标题', columns: { serial: 0, item1: 1, item2: 2, society: 8, group: 9, proactive: 10, 'on-application': 11, 'tier.county': 12, 'tier.township': 13 } }) // prettier-ignore
  })
  it('may have three levels and the tiers of a city', () => {
    const head = headOf([
      ['序号', '公开事项', '公开事项', '公开事项', '公开内容（要素）', '公开时限', '公开层级', '公开层级', '公开层级'],
      ['序号', '一级事项', '二级事项', '三级事项', '公开内容（要素）', '公开时限', '市级', '镇街级', '村级'],
    ])
    expect(head).toMatchObject({ rows: 2, columns: { item3: 3, 'tier.city': 6, 'tier.township': 7, 'tier.village': 8 } })
  })
  it('is missing where a sheet is something else', () => {
    expect(headOf([['姓名', '电话'], ['林知夏', '0960']])).toBeUndefined() // prettier-ignore
  })
})

describe('rows', () => {
  it('take the first level from above where its merged cell left them empty', () => {
    const { rows, refused } = readSheets([sheetOf('（十九）社会救助领域基层政务公开标准目录', row('1', '最低生活保障', '低保标准'), row('2', '', '低保对象'))])
    expect(refused).toEqual([])
    expect(rows.map((one) => [one.field, one.serial, one.item1, one.item2, one.row])).toEqual([
      ['社会救助', 1, '最低生活保障', '低保标准', 4],
      ['社会救助', 2, '最低生活保障', '低保对象', 5],
    ])
  })

  it('are refused with place and reason', () => {
    const { rows, refused } = readSheets([
      sheetOf(
        '义务教育领域目录',
        row('1', '', ''),
        row('2', '招生', '学区', { 3: '' }),
        row('3', '招生', '计划'),
        row('4', '招生', '计划'),
        row('5', 'x'.repeat(201), ''),
      ),
      { name: '隐藏表', hidden: true, rows: [upper, lower, row('1', 'a', 'b')] },
      { name: '说明', hidden: false, rows: [['填表说明']] },
    ])
    expect(rows.map((one) => one.item2)).toEqual(['计划'])
    expect(refused.map((one) => [one.sheet, one.row, one.code])).toEqual([
      ['Sheet1', 4, 'row-without-item'],
      ['Sheet1', 5, 'row-without-content'],
      ['Sheet1', 7, 'row-twice'],
      ['Sheet1', 8, 'row-too-long'],
      ['隐藏表', 1, 'sheet-hidden'],
      ['说明', 1, 'sheet-without-head'],
    ])
  })

  it('say who may know it, how, and at which level', () => {
    const { rows } = readSheets([sheetOf('目录', row('1', '征地', '告知书', { 8: '', 9: '√被征收人', 10: '', 11: '√', 12: '', 13: '√' }))])
    expect(rows[0]).toMatchObject({ audience: 'group', audienceWho: '被征收人', mode: 'on-application', tiers: ['township'] })
  })

  it.each([
    { title: '（一）重大建设项目领域基层政务公开标准目录', sheet: 'Sheet1', field: '重大建设项目' },
    { title: '青岚县社会救助领域政务公开标准目录', sheet: 'Sheet1', field: '社会救助' },
    { title: '附件3：不动产登记领域基层政务公开标准目录', sheet: 'Sheet3', field: '不动产登记' },
    { title: '', sheet: '十八、社会保险', field: '社会保险' },
    { title: '乡村振兴领域目录', sheet: 'x', field: '扶贫' },
    { title: '青岚县人民政府法定主动公开内容领域基层政务公开标准目录', sheet: '法定', field: '法定主动公开内容' },
  ])('belong to the field $field by “$title”', ({ title, sheet, field }) => {
    expect(fieldOf(title, sheet)).toBe(field)
  })

  it('come back as they were from the layout that they are written into', () => {
    const { rows } = readSheets([
      sheetOf('社会救助领域目录', row('1', '低保', '标准', { 7: '■政府网站\n■其他 广播', 9: '√申请人', 8: '' }), row('2', '低保', '对象', { 10: '', 11: '√' })),
      sheetOf('就业领域目录', row('1', '招聘', '岗位')),
    ])
    const again = readSheets(layoutOf('青岚县', rows, '政务公开').map(({ name, title, columns, rows: cells }) => ({ name, hidden: false, rows: [columns.map(() => title), columns.map((one) => one.over), columns.map((one) => one.title ?? one.over), ...cells.map((line) => line.map(String))] }))) // prettier-ignore
    const bare = (list: typeof rows) => list.map(({ sheet: _sheet, row: _row, ...rest }) => rest)
    expect(bare(again.rows)).toEqual(bare(rows))
    expect(again.refused).toEqual([])
  })
})
