// Findings as they are told: where they stand, which of their like they are, and what they are bound to.
import { describe, expect, it } from 'vitest'
import { cleanHtml } from '../../../platform/html/clean.ts'
import { usualMasks } from '../law/masks.ts'
import { assess } from './assess.ts'
import { partsOf } from './html-parts.ts'
import { usualWords } from './quality.ts'
import { subjectOf } from './subject-of.ts'

const surroundings = { unit: { name: '县教育局', shortName: '' }, otherUnits: [], leaders: [], words: usualWords, documents: new Map() }
const found = (bodyHtml: string, attachments: { id: string; name: string; text: string }[] = []) =>
  assess(
    subjectOf({ unitName: '县教育局', title: '公示', kind: '公告', columnIds: ['a'], summary: '', documentNumber: null, sourceUrl: null, draftedOn: null, bodyHtml: cleanHtml(bodyHtml), attachments }, surroundings),
    usualMasks,
  ) // prettier-ignore

describe('a finding', () => {
  it('tells its paragraph or cell, and counts its like in the order of the text', () => {
    const rows = found('<p>布署甲。</p><table><tr><td>布署乙</td><td>布署丙</td></tr></table><p>再布署丁，布署戊。</p>')
    expect(rows.map(({ place, nth }) => [place, nth])).toEqual([
      ['正文第1段', 0],
      ['正文表1第1行第1列', 1],
      ['正文表1第1行第2列', 2],
      ['正文第2段', 3],
      ['正文第2段', 4],
    ])
  })

  it('keeps its fingerprint while its own sentence stays, wherever that goes', () => {
    const [before] = found('<p>会议布署了工作。</p>')
    const [moved] = found('<p>各学校：</p><p>首先。会议布署了工作。</p>')
    const [changed] = found('<p>昨日会议布署了工作。</p>')
    expect(moved?.fingerprint).toBe(before?.fingerprint)
    expect(changed?.fingerprint).not.toBe(before?.fingerprint)
  })

  it('of a file is mended at its source: numbers of persons stand, words are only told, blanks of a form are none', () => {
    const rows = found('<p>见附件。</p>', [{ id: 'x', name: '名单.xlsx', text: '张某 431222197608140039\n会议布署\nxx年xx月xx日' }])
    expect(rows.map(({ code, severity, field, masked }) => [code, severity, field, masked])).toEqual([
      ['identity-number', 'error', 'attachments.x', null],
      ['wrong-word', 'remark', 'attachments.x', null],
    ])
  })

  it('is told fifty times of one kind and no more, also of a hostile text', () => {
    expect(found('<p>会议布署了工作。</p>'.repeat(5000))).toHaveLength(50)
    const longHost = `http://${'a'.repeat(200_000)}`
    expect(found(`<p>见<a href="${longHost}">网站</a></p>`).map(({ code }) => code)).toEqual(['link-malformed'])
  })
})

describe('a table', () => {
  it('with merged cells keeps its columns', () => {
    const { tables } = partsOf(
      cleanHtml(
        '<table><tr><th rowspan="2">镇</th><th colspan="2">户数</th></tr><tr><th>甲</th><th>乙</th></tr><tr><td>河口</td><td>1</td><td>2</td></tr></table>',
      ),
    )
    expect(tables[0]?.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['镇', '户数', ''],
      ['', '甲', '乙'],
      ['河口', '1', '2'],
    ])
  })
})
