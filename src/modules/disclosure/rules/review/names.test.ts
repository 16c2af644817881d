// Which units a text speaks of: written by hand, sentence by sentence, from what offices write.
import { performance } from 'node:perf_hooks'
import { describe, expect, it } from 'vitest'
import { indexOf, unitsNamedIn, type UnitName } from './names.ts'

const name = (unitId: string, text: string, kind: 'full' | 'short' = 'full', government = false): UnitName => ({ unitId, name: text, kind, government })
const register = indexOf([
  name('gov', '青岚县人民政府', 'full', true), name('gov', '县政府', 'short', true), name('office', '青岚县人民政府办公室'), name('office', '县政府办', 'short'),
  name('education', '青岚县教育局'), name('education', '县教育局', 'short'), name('finance', '青岚县财政局'), name('finance', '县财政局', 'short'),
  name('civil', '青岚县民政局'), name('civil', '县民政局', 'short'), name('market', '青岚县市场监督管理局'), name('market', '县市场监管局', 'short'),
  // 县工商局 was merged into 市场监督管理局
  name('market', '青岚县工商行政管理局'), name('market', '县工商局', 'short'), name('qingyuan', '清源镇人民政府', 'full', true), name('street', '青岚县人民政府城关街道办事处'),
  name('natural', '青岚县自然资源局'), name('natural', '县自然资源局', 'short'), name('emergency', '青岚县应急管理局'), name('emergency', '县应急局', 'short'),
]) // prettier-ignore
const own = { ownUnitId: 'education', superiorIds: ['gov'] }
const found = (text: string): string[] => unitsNamedIn(text, register, own).map(({ unitId }) => unitId)

describe('units named in a text', () => {
  it.each<[because: string, text: string, units: string[]]>([
    ['a full name', '助学对象以青岚县民政局提供的名册为准。', ['civil']],
    ['a short name', '助学对象以县民政局提供的名册为准。', ['civil']],
    ['two of them, in the order of the text', '由县财政局会同县民政局核定。', ['finance', 'civil']],
    ['the same one twice counts once', '县财政局拨付，县财政局监督。', ['finance']],
    ['full and short of one unit', '青岚县财政局审核，报县财政局备案。', ['finance']],
    ['no unit at all', '学校不再要求家庭开具证明。', []],
    ['one’s own unit', '青岚县教育局负责解释。', []],
    ['one’s own short name', '由县教育局负责解释。', []],
    ['own and other together', '县教育局、县财政局联合开展检查。', ['finance']],
    ['a former name leads to the successor', '原青岚县工商行政管理局核发的执照继续有效。', ['market']],
    ['a former short name, after 由', '由县工商局移交的档案。', ['market']],
    ['the longer name wins', '青岚县人民政府办公室负责督查。', ['office']],
    ['the street office is not the government', '青岚县人民政府城关街道办事处组织实施。', ['street']],
    ['another county’s bureau', '清水县民政局来函商请。', []],
    ['another county’s bureau of our kind', '与清水县财政局签订协议。', []],
    ['the city’s bureau', '市民政局组织培训。', []],
    ['every county’s bureau', '各县财政局要落实经费。', []],
    ['own county said before', '我县财政局落实经费。', ['finance']],
    ['本 before', '本县民政局核对名册。', ['civil']],
    ['after a comma', '各学校，县财政局已下达资金。', ['finance']],
    ['after 和', '学校和县民政局核对名册。', ['civil']],
    ['at the beginning of a line', '检查情况\n县应急局已复查。', ['emergency']],
    ['a house called after it', '家住县财政局家属院的学生。', []],
    ['a compound called after it', '青岚县民政局小区改造。', []],
    ['a bus stop called after it', '在县自然资源局公交站上车。', []],
    ['a direction from it', '校址位于县应急局东侧。', []],
    ['a building called after it', '在县财政局大楼三楼办理。', []],
    ['its head speaks for it', '县民政局局长到场讲话。', ['civil']],
    ['its section is part of it', '县财政局国库股已经拨付。', ['finance']],
    ['a quoted title', '根据《青岚县财政局关于下达资金的通知》执行。', []],
    ['a quoted title and a real one', '县财政局印发《青岚县民政局救助办法》。', ['finance']],
    ['an unclosed quotation is no title', '《关于青岚县民政局 的说明，县财政局核对。', ['civil', 'finance']],
    ['addressees at the head', '县财政局、县民政局：\n现将有关事项通知如下。', []],
    ['addressees with a sentence are a text', '标题\n请县财政局核对。有关事项如下：\n一、经费。', ['finance']],
    ['addressees far below are a text', '一\n二\n三\n四\n五\n责任单位为县财政局：', ['finance']],
    ['抄送', '正文。\n抄送：县财政局，县民政局。', []],
    ['主送', '主送：青岚县财政局\n正文。', []],
    ['a superior whose consent is named', '经县政府同意，现予公布。', []],
    ['a superior whose order is carried out', '按照青岚县人民政府统一部署开展。', []],
    ['a superior that is reported to', '报青岚县人民政府批准后实施。', []],
    ['a superior that is spoken of', '青岚县人民政府将投入500万元建设校舍。', ['gov']],
    ['a longer name the register lacks', '青岚县人民政府信访局受理来信。', []],
    ['the government’s site', '青岚县人民政府网站公布结果。', []],
    ['another town’s government', '清源镇人民政府负责校舍用地。', ['qingyuan']],
    ['the town as a place', '清源镇中心小学新建教学楼。', []],
    ['the county’s name before the town', '青岚县清源镇人民政府负责用地。', ['qingyuan']],
    ['a co-signer at the end', '特此通知。\n青岚县教育局\n青岚县财政局\n2026年11月20日', ['finance']],
    ['in a table', '单位\t任务\n县自然资源局\t用地保障', ['natural']],
    ['in brackets', '（责任单位：县应急局）', ['emergency']],
    ['numbers before it', '1县财政局负责经费。', ['finance']],
    ['a part of a name is none', '财政部门和民政部门配合。', []],
  ])('%s: %s', (_because, text, units) => {
    expect(found(text)).toEqual(units)
  }) // prettier-ignore

  it('shows where, with the words around', () => {
    expect(unitsNamedIn('助学对象以县民政局提供的名册为准。', register, own)).toEqual([
      { unitId: 'civil', found: '县民政局', times: 1, places: [{ before: '助学对象以', name: '县民政局', after: '提供的名册为准。' }] },
    ])
  })

  it('shows three places of many', () => {
    const [only] = unitsNamedIn('县财政局拨付。'.repeat(7), register, own)
    expect([only?.times, only?.places.length]).toEqual([7, 3])
  })

  it('reads a text of 100 kB without growing slower than the text', () => {
    const many = indexOf(Array.from({ length: 400 }, (_, at) => name(`u${at}`, `青岚县第${at}事务管理局`)))
    // of several runs the fastest: the others met what else the machine does
    const took = (times: number): number => {
      const text = '青岚县第399事务管理局与青岚县各单位研究了有关事项。'.repeat(times)
      const runs = Array.from({ length: 4 }, () => {
        const from = performance.now()
        expect(unitsNamedIn(text, many, own)).toHaveLength(1)
        return performance.now() - from
      })
      return Math.min(...runs)
    }
    // ten times the text: a square would take a hundred times as long
    expect(took(14_000)).toBeLessThan(30 * took(1400))
  })
})
