// How much processor time the text checks of the release gate take over texts of several sizes, and as ratios to the smallest.
// Usage: node bench/gate.ts
import { assess } from '../src/modules/gate/rules/assess.ts'
import { usualWords } from '../src/modules/gate/rules/quality.ts'
import { subjectOf } from '../src/modules/gate/rules/subject-of.ts'
import { usualMasks } from '../src/modules/gate/law/masks.ts'

const paragraph =
  '为进一步做好政府信息公开工作，根据国办发〔2019〕61号文件要求，青岚县住房和城乡建设局2026年共受理申请386件，办结380件，咨询电话0745-4224393，联系人周建民局长。'
const row = '<tr><td>云水镇</td><td>1,286</td><td>3,402</td><td>98.2%</td></tr>'
const otherUnits = Array.from({ length: 150 }, (_, at) => ({ name: `青岚县第${at}事务局`, shortName: `第${at}事务局` }))
const surroundings = {
  unit: { name: '青岚县住房和城乡建设局', shortName: '县住建局' },
  otherUnits,
  leaders: [{ name: '周建民', titles: ['党组书记、局长'] }],
  words: usualWords,
  documents: new Map(),
}
const rounds = 15
let bare = 0

for (const kilobytes of [1, 10, 100, 1000]) {
  const letters = (kilobytes * 1024) / 3
  const body =
    `<p>${paragraph}</p>`.repeat(Math.ceil((letters * 0.7) / paragraph.length)) + `<table>${row.repeat(Math.ceil((letters * 0.3) / row.length))}</table>`
  const item = {
    unitName: surroundings.unit.name,
    title: '年度报告',
    kind: '报告',
    columnIds: ['a'],
    summary: '',
    documentNumber: null,
    sourceUrl: null,
    draftedOn: null,
    bodyHtml: body,
    attachments: [],
  }
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const began = process.cpuUsage()
    assess(subjectOf(item, surroundings), usualMasks)
    times.push(process.cpuUsage(began).user / 1000)
  }
  const median = times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0
  if (bare === 0) bare = median
  console.log(`${String(kilobytes).padStart(5)} kB  p50 ${median.toFixed(1)} ms  ${(median / bare).toFixed(1)} × 1 kB`)
}
