import { describe, expect, it } from 'vitest'
import { attachmentTypes } from '../law/attachment-types.ts'
import type { StepName } from '../law/steps.ts'
import { checkAttachment } from './attachment.ts'
import { repointed } from './pictures.ts'
import { sheetOf } from './sheet.ts'
import { notesOf, officeTime } from './sheet-words.ts'

const taken = (step: StepName, byAccountId: string, onBehalfOf: string | null = null) => ({ step, byAccountId, onBehalfOf, detail: {} })

describe('the sheet that goes round', () => {
  it('begins anew with every submission', () => {
    const sheet = sheetOf([
      taken('submit', 'lin'),
      taken('approve-section', 'he'),
      taken('pass-secrecy', 'bao'),
      taken('return-from-signing', 'fen'),
      taken('submit', 'wu'),
    ])
    expect(sheet).toMatchObject({ submittedBy: 'wu', signerIds: [], secrecyPassed: false })
  })

  it('counts both hands of a stand-in, and on paper only the leader’s', () => {
    const sheet = sheetOf([
      taken('submit', 'lin'),
      taken('approve-section', 'dai', 'he'),
      taken('pass-secrecy', 'bao'),
      taken('record-paper-signature', 'lin', 'fen'),
    ])
    expect(sheet).toMatchObject({ submittedBy: 'lin', signerIds: ['dai', 'he', 'bao', 'fen'], secrecyPassed: true })
  })

  it('is empty before the first submission', () => {
    expect(sheetOf([])).toEqual({ round: [], submittedBy: null, signerIds: [], secrecyPassed: false })
  })
})

describe('what a record says', () => {
  it('puts what was filled in into sentences', () => {
    const detail = {
      secrecy: { basis: '规定', conclusion: 'may-disclose' },
      unitIds: ['f'],
      question: '数字',
      time: '2026-11-21T01:00:00.000Z',
      reason: 'duplicate',
      publishedForUnit: '石桥村',
    }
    expect(notesOf(detail, new Map([['f', '县财政局']]))).toEqual([
      '保密审查依据：规定',
      '结论：可以公开',
      '送会签：县财政局',
      '会签事项：数字',
      '定于2026年11月21日 09:00发布',
      '理由：重复发布',
      '代“石桥村”办理',
    ])
  })

  it('tells the time as the office’s clock shows it', () => {
    expect(officeTime(new Date('2026-12-31T16:05:00Z'))).toBe('2027年1月1日 00:05')
  })
})

describe('a file', () => {
  it.each([
    { name: '方案.pdf', proof: 'pdf', role: 'attachment', code: undefined },
    { name: '方案.PDF', proof: 'pdf', role: 'attachment', code: undefined },
    { name: '名单.xls', proof: 'cfb', role: 'attachment', code: undefined },
    { name: '方案.pdf', proof: 'docx', role: 'attachment', code: 'attachment-disguised' },
    { name: '方案.pdf', proof: undefined, role: 'attachment', code: 'attachment-disguised' },
    { name: '程序.exe', proof: 'exe', role: 'attachment', code: 'attachment-type' },
    { name: '__proto__', proof: 'text', role: 'attachment', code: 'attachment-type' },
    { name: '图.png', proof: 'png', role: 'picture', code: undefined },
    { name: '图.pdf', proof: 'pdf', role: 'picture', code: 'attachment-not-picture' },
    { name: '签批单.pdf', proof: 'pdf', role: 'signed-sheet', code: undefined },
    { name: '签批单.docx', proof: 'docx', role: 'signed-sheet', code: 'attachment-type' },
  ] as const)('$name that proves to be $proof as $role: $code', ({ name, proof, role, code }) => {
    const ruling = checkAttachment({ name, bytes: 10, proof }, role)
    expect(ruling.ok ? undefined : ruling.refusals[0]!.code).toBe(code)
  })

  it('is no larger than its type allows', () => {
    const ruling = checkAttachment({ name: 'a.txt', bytes: attachmentTypes.txt.largestBytes + 1, proof: 'text' }, 'attachment')
    expect(ruling).toEqual({ ok: false, refusals: [{ code: 'attachment-too-large', facts: { name: 'a.txt', limit: '10MB' } }] })
  })

  it('of a text leads to its copy in the next edition', () => {
    expect(repointed('<img src="/api/editions/e1/attachments/a1">', { from: 'e1', to: 'e2' }, new Map([['a1', 'a2']]))).toBe(
      '<img src="/api/editions/e2/attachments/a2">',
    )
  })
})
