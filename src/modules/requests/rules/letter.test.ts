// Letters as they come out of a case: text, basis and remedies written down by hand.
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import type { UnitKind } from '../../organization/law/unit-kinds.ts'
import { courseOf, nowOn, type Told } from '../fixtures.ts'
import { startWording } from '../law/letter-wording.ts'
import { answerBasis, letterKindNames, letterKinds, letterRows, type LetterKind } from '../law/letters.ts'
import { outcomeNames, outcomeRows, type OutcomeFact, type OutcomeName, type WithholdingGround } from '../law/outcomes.ts'
import { factsOf } from './fold.ts'
import { draftLetter, letterNumber, lettersFor, namesFor, startTextOf, strangersIn, type LetterCase } from './letter.ts'
import { sampleFor } from './letter-sample.ts'

const received: Told = ['receive', '2025-03-03', { channel: 'counter' }]

const decided = (name: OutcomeName, facts: Partial<Record<OutcomeFact, string>>, withheldUnder: WithholdingGround[] = []): Told[] => [
  ['decide', '2025-03-20', { outcome: { name, facts, withheldUnder } }],
  ['approve-draft', '2025-03-20'],
  ['pass-secrecy', '2025-03-20'],
  ['sign', '2025-03-21'],
]

const caseOf = (told: readonly Told[], change: Partial<LetterCase> = {}): LetterCase => ({
  number: 'SQ2025-000007',
  applicantName: '吴敏',
  subject: '学区划分纪要',
  description: '城关小学2025年学区划分的\n会议纪要',
  channel: 'counter',
  unitKind: 'department',
  facts: factsOf(courseOf(...told)),
  taken: courseOf(...told),
  electronic: false,
  reviewChannel: '',
  ...change,
})

const letter = (
  kind: LetterKind,
  told: readonly Told[],
  { about = 0, on = '2025-03-21', ...change }: { about?: number; on?: string } & Partial<LetterCase> = {},
) => {
  const of = caseOf(told, change)
  return draftLetter({ kind, about }, of, startTextOf(kind, of.facts.receivedOn ?? day(on)), nowOn(on))
}

const opening = '本机关于2025年3月3日收到你（单位）以当面递交方式提出的政府信息公开申请（编号：SQ2025-000007），申请公开：“城关小学2025年学区划分的 会议纪要”。'

describe('a letter is written from the case', () => {
  it('asks for a correction once, with the day and what follows, and tells of no remedy', () => {
    expect(
      letter('correction-notice', [received, ['ask-correction', '2025-03-05', { text: '请写明年份和年级。', until: day('2025-03-26') }]], { on: '2025-03-05' }),
    ).toEqual({
      addressee: '吴敏',
      body: [
        opening,
        '经审查，申请内容不明确。根据《政府信息公开条例》第三十条，请你（单位）于2025年3月26日以前补正下列内容：',
        '请写明年份和年级。',
        '答复期限自本机关收到补正的申请之日起计算。无正当理由逾期不补正的，视为放弃申请，本机关不再处理该申请。补正有困难的，可以与本机关联系，本机关予以指导。',
      ].join('\n'),
      remedy: null,
      missing: [],
      channelMissing: false,
    })
  })

  it('says what was wanted in the words of the applicant: the name typed on the public site, and what a correction added', () => {
    const online: Told[] = [
      ['register', '2025-03-03', { channel: 'online' }],
      ['confirm', '2025-03-03'],
    ]
    expect(letter('receipt', online, { channel: 'online', on: '2025-03-03' }).body).toContain('申请公开：“学区划分纪要，城关小学2025年学区划分的 会议纪要”。')
    const named = { channel: 'online', subject: '城关小学2025年学区划分', on: '2025-03-03' } as const
    expect(letter('receipt', online, named).body).toContain('申请公开：“城关小学2025年学区划分的 会议纪要”。')
    const corrected: Told[] = [
      received,
      ['ask-correction', '2025-03-05', { text: '请写明学段', until: day('2025-03-26') }],
      ['receive-correction', '2025-03-10', { text: '小学\n一年级' }],
    ]
    expect(letter('receipt', corrected, { on: '2025-03-10' }).body).toContain('申请公开：“城关小学2025年学区划分的 会议纪要（补正：小学 一年级）”。')
  })

  it('tells the new day of an extension, counted by the clock', () => {
    const { body, remedy } = letter('extension-notice', [
      received,
      ['extend', '2025-03-24', { text: '信息分散在多个科室', extension: { days: 10, consentBy: '周明' } }],
    ])
    // 31 March is the 20th working day; 4 April is a holiday, so the 10th after it is 15 April.
    expect(body.split('\n')[1]).toBe(
      '因信息分散在多个科室，本机关不能在规定期限内答复。根据《政府信息公开条例》第三十三条，经政府信息公开工作机构负责人同意，答复期限延长10个工作日，本机关将于2025年4月15日以前答复。',
    )
    expect(remedy).toBeNull()
  })

  it('asks a third party without naming the applicant', () => {
    const asked: Told[] = [received, ['ask-third-party', '2025-03-06', { other: { name: '宏达建设公司' } }]]
    const { addressee, body, remedy } = letter('third-party-consult', asked, { about: 1 })
    expect(addressee).toBe('宏达建设公司')
    expect(body).toBe(
      [
        '本机关收到公开下列政府信息的申请（编号：SQ2025-000007）：“城关小学2025年学区划分的 会议纪要”。',
        '该信息公开可能损害你（单位）的合法权益。根据《政府信息公开条例》第三十二条，请自收到本意见书之日起15个工作日内，对是否同意公开提出书面意见；不同意公开的，请说明理由。',
        '逾期未提出意见的，由本机关依法决定是否公开。',
      ].join('\n'),
    )
    expect(body).not.toContain('吴敏')
    expect(remedy).toBeNull()
  })

  it('sets a third party no term under the Regulation of 2008', () => {
    const { body } = letter(
      'third-party-consult',
      [
        ['receive', '2018-03-05', { channel: 'counter' }],
        ['ask-third-party', '2018-03-06', { other: { name: '宏达建设公司' } }],
      ],
      { about: 1, on: '2018-03-06' },
    )
    expect(body).not.toContain('工作日')
    expect(body).toContain('根据《政府信息公开条例》（2008年施行）第二十三条')
  })

  it('says what the fee comes to and that it lapses', () => {
    const { body, missing } = letter('fee-notice', [received, ['notify-fee', '2025-03-10', { fee: { method: 'per-request', nth: 11, units: 2 } }]])
    expect(missing).toEqual([])
    expect(body).toContain('按件计收，当月第11件起共2件，共计200元。')
    expect(body).toContain('请自收到本通知书次日起20个工作日内缴纳。')
  })

  it('tells the course of the case in an answer, and drops the line where there was none', () => {
    const told: Told[] = [
      received,
      ['ask-correction', '2025-03-05', { text: '年份', until: day('2025-03-26') }],
      ['receive-correction', '2025-03-10', { text: '2025年' }],
    ]
    const answered = [...told, ...decided('not-held', { 'search-record': '以“学区”为词检索2025年收发文登记，没有该会议纪要。' })]
    expect(letter('not-held', answered).body.split('\n')).toEqual([
      opening.replace('”。', '（补正：2025年）”。'),
      '本机关于2025年3月5日告知补正，于2025年3月10日收到补正。',
      '经审查，本机关经检索没有该信息。根据《政府信息公开条例》第三十六条第（四）项，告知该信息不存在。',
      '以“学区”为词检索2025年收发文登记，没有该会议纪要。',
    ])
    expect(letter('not-held', [received, ...decided('not-held', { 'search-record': '没有' })]).body.split('\n')).toHaveLength(3)
  })

  it('never reads what an applicant wrote as names to fill', () => {
    const { body, missing } = letter('granted', [received, ...decided('granted', { provided: '随函附复印件' })], { description: '{申请人}的{处理结果}' })
    expect(body).toContain('“{申请人}的{处理结果}”')
    expect(missing).toEqual([])
  })

  it('shows what is still to be written', () => {
    const { body, missing } = letter('granted', [received, ...decided('granted', {})])
    expect(body).toContain('〔待填：提供的信息、形式和时间〕')
    expect(missing).toEqual(['提供的信息、形式和时间'])
  })
})

describe('the basis of a refusal is named exactly', () => {
  it.each<[OutcomeName, string]>([
    ['state-secret', '该信息依法确定为国家秘密。根据《政府信息公开条例》第三十六条第（三）项、第十四条，决定不予公开。'],
    [
      'third-party-rights',
      '该信息涉及商业秘密、个人隐私等，公开会对第三方合法权益造成损害。根据《政府信息公开条例》第三十六条第（三）项、第十五条，决定不予公开。',
    ],
    ['internal-affairs', '该信息属于人事管理、后勤管理、内部工作流程等方面的内部事务信息。根据《政府信息公开条例》第十六条第一款，决定不予公开。'],
    ['process', '该信息属于行政机关在履行行政管理职能过程中形成的过程性信息。根据《政府信息公开条例》第十六条第二款，决定不予公开。'],
  ])('%s', (name, sentence) => {
    expect(
      letter('denied', [received, ...decided(name, { secret: '写明', 'third-party': '写明', 'why-internal': '写明', 'why-process': '写明' })]).body,
    ).toContain(sentence)
  })
})

const ahead = {
  first: (body: string) =>
    `应当先自收到本告知书之日起60日内向${body}申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起15日内向人民法院提起行政诉讼。`,
  either: (body: string) => `可以自收到本告知书之日起60日内向${body}申请行政复议，或者自收到本告知书之日起6个月内向人民法院提起行政诉讼。`,
}

describe('the remedies follow outcome, body and day', () => {
  const all: Partial<Record<OutcomeFact, string>> = {
    secret: '一',
    provided: '二',
    'provided-part': '三',
    'withheld-part': '四',
    'search-record': '五',
    'why-process': '六',
  }
  it.each<[LetterKind, OutcomeName, WithholdingGround[], UnitKind, string, string]>([
    ['denied', 'state-secret', [], 'department', '2025-03-21', `如对本答复不服，${ahead.first('本级人民政府')}`],
    ['denied', 'process', [], 'town', '2025-03-21', `如对本答复不服，${ahead.first('上一级人民政府')}`],
    ['denied', 'process', [], 'street', '2025-03-21', `如对本答复不服，${ahead.first('设立该派出机关的人民政府')}`],
    ['denied', 'process', [], 'department', '2023-12-29', `如对本答复不服，${ahead.either('本级人民政府或者上一级主管部门')}`],
    ['partial', 'partial', ['third-party-rights'], 'department', '2025-03-21', `如对不予公开的部分不服，${ahead.first('本级人民政府')}如对其他部分不服，${ahead.either('本级人民政府')}`],
    ['not-held', 'not-held', [], 'department', '2025-03-21', `如对本答复不服，${ahead.either('本级人民政府')}`],
    ['granted', 'granted', [], 'government', '2025-03-21', `如对本答复不服，${ahead.either('上一级人民政府')}`],
  ])('%s of %s %j by a %s on %5$s', (kind, name, grounds, unitKind, on, words) => {
    expect(letter(kind, [received, ...decided(name, all, grounds)], { unitKind, on }).remedy).toMatch(new RegExp(`^${words}（`))
  }) // prettier-ignore

  it('name the channel over the internet where the answer goes that way, and miss it where it is not set', () => {
    const answered = [received, ...decided('granted', { provided: '附件' })]
    expect(letter('granted', answered, { electronic: true }).channelMissing).toBe(true)
    expect(letter('granted', answered, { electronic: true, reviewChannel: '掌上复议小程序' }).remedy).toMatch(
      /行政复议申请可以通过互联网渠道提出：掌上复议小程序。$/,
    )
  })

  it('are told by no letter of correction, extension or consultation', () => {
    expect(letterKindNames.filter((kind) => !letterRows[kind].remedy)).toEqual([
      'receipt', 'correction-notice', 'reason-request', 'deferral-notice', 'extension-notice', 'fee-notice', 'third-party-consult', 'co-maker-consult', 'consulting-notice', 'withdrawn',
    ]) // prettier-ignore
  })
})

describe('a letter can be made when its step was taken', () => {
  const byPost = { way: 'post', proof: 'XA61511036143', consent: false } as const
  const kindsAfter = (...told: Told[]) => lettersFor(caseOf(told), day('2025-03-21')).map(({ kind, about }) => (about ? `${kind} ${about}` : kind))
  it.each<[string, Told[], string[]]>([
    ['received', [received], ['receipt']],
    ['corrected', [received, ['ask-correction', '2025-03-05']], ['receipt', 'correction-notice']],
    ['two third parties asked', [received, ['ask-third-party', '2025-03-06', { other: { name: '甲' } }], ['ask-third-party', '2025-03-06', { other: { name: '乙' } }]], ['receipt', 'third-party-consult 1', 'third-party-consult 2', 'consulting-notice']],
    ['drafted only', [received, ...decided('granted', {}).slice(0, 1)], ['receipt']],
    ['signed', [received, ...decided('granted', {})], ['receipt', 'granted']],
    ['served today', [received, ...decided('granted', {}), ['serve', '2025-03-21', { service: byPost }]], ['receipt', 'granted']],
    ['served the day before', [received, ...decided('granted', {}), ['serve', '2025-03-20', { service: byPost }]], ['receipt']],
    ['withdrawn', [received, ['withdraw', '2025-03-10', { text: '不需要了' }]], ['receipt', 'withdrawn']],
  ])('%s', (_, told, kinds) => expect(kindsAfter(...told)).toEqual(kinds)) // prettier-ignore

  it('tells a third party that objected, and no other, of the disclosure', () => {
    const told: Told[] = [
      received,
      ['ask-third-party', '2025-03-06', { other: { name: '甲' } }],
      ['ask-third-party', '2025-03-06', { other: { name: '乙' } }],
      ['record-opinion', '2025-03-10', { consultation: 1, opinion: 'agreed', text: '可以' }],
      ['record-opinion', '2025-03-10', { consultation: 2, opinion: 'objected', text: '商业秘密' }],
      ['end-consulting', '2025-03-10'],
      ...decided('granted', { provided: '附件', balance: '涉及公共安全' }),
    ]
    expect(kindsAfter(...told)).toContain('disclosed-despite-objection 2')
    expect(kindsAfter(...told)).not.toContain('disclosed-despite-objection 1')
    const { addressee, body } = letter('disclosed-despite-objection', told, { about: 2 })
    expect([addressee, body.split('\n').at(-1)]).toEqual(['乙', '涉及公共安全'])
  })
})

describe('the tables of letters', () => {
  it('give every outcome one letter', () => {
    for (const name of outcomeNames) {
      const kinds = letterKindNames.filter((kind) => letterRows[kind].answers?.includes(name) && letterRows[kind].to === 'applicant')
      expect(kinds, name).toHaveLength(outcomeRows[name].by ? 0 : 1)
      if (!outcomeRows[name].by && !['reconfirm', 'other'].includes(name)) expect(answerBasis[name], name).toBeDefined()
    }
  })

  it('number each kind by its own mark', () => {
    expect(new Set(Object.values(letterKinds).map(({ mark }) => mark)).size).toBe(letterKindNames.length)
    expect(letterNumber('青教公', 'correction-notice', 2026, 3)).toBe('青教公补〔2026〕3号')
  })

  it.each(letterKindNames)('start %s with names that it knows, all filled in a full case', (kind) => {
    for (const { text } of startWording[kind]) expect(strangersIn(kind, text)).toEqual([])
    const { place, of } = sampleFor(kind, 'department', '')
    expect(draftLetter(place, of, startTextOf(kind, day('2026-03-02')), nowOn('2026-03-20')).missing).toEqual([])
  })

  it('let no letter to others name the applicant', () => {
    for (const kind of letterKindNames.filter((one) => letterRows[one].to !== 'applicant')) expect(namesFor(kind)).not.toContain('申请人')
    expect(strangersIn('third-party-consult', '{申请人}申请公开{密码}')).toEqual(['申请人', '密码'])
  })
})
