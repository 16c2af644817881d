// The draft that an application proposes holds nothing of the person who asked.
import { describe, expect, it } from 'vitest'
import { personalPassages } from '../../gate/index.ts'
import { personalIn, proposedDraft, type ProposingCase } from './proposed-draft.ts'

const asked = (change: Partial<ProposingCase> = {}) =>
  proposedDraft(
    {
      subject: '城关小学学区划分依据',
      description: '城关小学2026年学区划分的会议纪要',
      applicantName: '吴敏',
      outcome: { name: 'granted', facts: { provided: '随函附会议纪要一份。' }, withheldUnder: [] },
      ...change,
    },
    personalPassages,
  )

describe('the draft', () => {
  it('takes title, summary and text from a clean application and its answer', () => {
    expect(asked()).toEqual({ title: '城关小学学区划分依据', summary: '城关小学2026年学区划分的会议纪要', text: '随函附会议纪要一份。', leftOut: [] })
  })

  it('takes of a partial answer what is given, and never what is withheld', () => {
    const facts = { 'provided-part': '合同正文和总价。', 'withheld-part': '附件二，涉及张三的单价。', balance: '总价公开。' }
    expect(asked({ outcome: { name: 'partial', facts, withheldUnder: ['third-party-rights'] } }).text).toBe('合同正文和总价。')
  })

  it('leaves the whole description out where it tells of a person, and masks the rest', () => {
    const draft = asked({
      subject: '吴敏之子的学位安排',
      description: '我叫吴敏，电话13800138000，请公开学区划分文件',
      outcome: { name: 'granted', facts: { provided: '已寄吴敏，身份证号110101199003078515。' }, withheldUnder: [] },
    })
    expect(draft.title).toBe('（略）之子的学位安排')
    expect(draft.summary).toBe('')
    expect(draft.text).toBe('已寄（略），身份证号（略）。')
    expect(draft.leftOut.toSorted()).toEqual(['个人电话', '公民身份号码', '申请人的姓名或者名称'].toSorted())
    expect(personalIn([draft.title, draft.summary, draft.text], ['吴敏'], personalPassages)).toEqual([])
  })

  it('has no text while there is no answer, and knows no name of one letter', () => {
    expect(asked({ outcome: null, applicantName: '城' })).toMatchObject({ title: '城关小学学区划分依据', text: '', leftOut: [] })
  })
})
