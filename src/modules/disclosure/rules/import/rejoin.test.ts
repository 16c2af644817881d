import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textOf, type TextBlock } from '../../../../kernel/text-block.ts'
import { rejoinLines } from './rejoin.ts'

interface Given {
  readonly gap?: number
  readonly indented?: boolean
  readonly pageStart?: boolean
}

const line = (text: string, { gap = 1, indented = false, pageStart = false }: Given = {}): TextBlock => ({
  kind: 'line',
  spans: [{ text }],
  gap,
  indented,
  ...(pageStart && { pageStart }),
})
const joined = (...lines: readonly TextBlock[]): string[] => rejoinLines(lines).blocks.map(textOf)

const first = '我县坚持把便民服务作为政务公开的出发点，整合各类热线，建成了统一的政务服'
const rest = '务便民热线平台，全年接听来电三万余次。'

describe('lines that an export broke are joined', () => {
  test('across the empty line of a page break', () => expect(joined(line(first), line(rest))).toEqual([first + rest]))
  test('after a comma, however short', () => expect(joined(line('各村要按时公布，'), line('接受村民监督。'))).toEqual(['各村要按时公布，接受村民监督。']))
  test('where the next line begins with a closing mark', () =>
    expect(joined(line('《石桥村村务公开办法》（以下简称办法'), line('）自今年起施行。'))).toEqual(['《石桥村村务公开办法》（以下简称办法）自今年起施行。']))
  test('in a text wrapped at a fixed width, paragraph by paragraph', () => {
    const wrapped = [
      line('为了提高我镇的公共服务水平方便群众办事', { gap: 0, indented: true }),
      line('我镇决定在便民服务中心设立综合服务窗口', { gap: 0 }),
      line('负责受理各类事项。', { gap: 0 }),
      line('综合窗口自本月起开始办公周末实行预约制', { gap: 0, indented: true }),
      line('请广大群众相互转告有关事项并提前准备好', { gap: 0 }),
      line('材料。', { gap: 0 }),
    ]
    expect(joined(...wrapped)).toEqual([
      '为了提高我镇的公共服务水平方便群众办事我镇决定在便民服务中心设立综合服务窗口负责受理各类事项。',
      '综合窗口自本月起开始办公周末实行预约制请广大群众相互转告有关事项并提前准备好材料。',
    ])
  })
  test('foreign words keep a space between them', () =>
    expect(joined(line('本系统支持多种浏览器，包括 Chrome，'), line('Edge and'), line('Firefox。'))).toEqual([
      '本系统支持多种浏览器，包括 Chrome，Edge and',
      'Firefox。',
    ]))
})

describe('lines that belong apart stay apart', () => {
  const apart: readonly (readonly [string, readonly string[]])[] = [
    ['a heading and its text', ['（一）健全机制，完善制度，推动政务公开工作制度化规范化和常态化', '各单位制定了公开目录。']],
    ['sentences that end', ['各单位制定了公开目录并按时更新，做到应公开尽公开不遗漏任何事项。', '全年更新二百条。']],
    ['a numbered item', ['全县各级各部门按照县委县政府统一部署认真开展政务公开自查自纠工作', '二、存在问题']],
    ['a signature', ['全县各级各部门按照县委县政府统一部署认真开展政务公开自查自纠工作', '2026年12月7日']],
    ['a label', ['全县各级各部门按照县委县政府统一部署认真开展政务公开自查自纠工作', '联系电话：0745-1234567']],
    ['short lines', ['办公室', '综合股']],
  ]
  test.each(apart)('%s', (_, lines) => expect(joined(...lines.map((text) => line(text)))).toEqual(lines))

  test('long items without full stops look broken, and are told instead of joined', () => {
    const items = [
      '组织召开全县政务公开工作推进会议并安排部署下一阶段重点任务和责任分工',
      '开展政务公开业务培训并邀请上级业务主管部门专家进行现场授课和答疑指导',
    ]
    const result = rejoinLines(items.map((text) => line(text)))
    expect(result.blocks.map(textOf)).toEqual(items)
    expect(result.doubtful.map((found) => found.code)).toEqual(['line-maybe-broken'])
  })
})

test('rejoining loses no letter, whatever the lines', () => {
  const letters = fc.array(fc.constantFrom(...'政务公开工作报告一二三12ab，。：（）、 '), { minLength: 1, maxLength: 60 }).map((all) => all.join(''))
  const anyLine = fc.record({ text: letters, gap: fc.integer({ min: 0, max: 2 }), indented: fc.boolean(), pageStart: fc.boolean() })
  const bare = (blocks: readonly TextBlock[]): string => blocks.map(textOf).join('').replace(/\s/gu, '')
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 20 }), (lines) => {
      const blocks = lines.map(({ text, ...given }) => line(text, given))
      expect(bare(rejoinLines(blocks).blocks)).toBe(bare(blocks))
    }),
  )
})
