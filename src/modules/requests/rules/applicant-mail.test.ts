// What each mail to an applicant says, written by hand, and what none of them may say.
import { describe, expect, it } from 'vitest'
import { courseOf, shipped, type Told } from '../fixtures.ts'
import { applicantMails } from '../law/applicant-mails.ts'
import { stepNames, type StepName } from '../law/steps.ts'
import { day } from '../../../kernel/day.ts'
import { applicantMail, applicantText } from './applicant-mail.ts'
import { addressFor, checkIdentity, mobileOf } from './identity.ts'

const about = { number: 'SQ2026-000123', unitName: '青岚县教育局', progress: 'https://www.example.gov.cn/apply/progress' }
const mailAfter = (...told: readonly Told[]): string | undefined => applicantMail({ ...about, taken: courseOf(...told) }, shipped)?.text
const received: Told = ['receive', '2026-03-02']

describe('a mail to an applicant', () => {
  it.each<{ told: readonly Told[]; says: readonly string[] }>([
    { told: [['register', '2026-03-02']], says: ['办理情况：收到您提交的申请（2026年3月2日）', '自双方确认之日起计算答复期限'] },
    { told: [received], says: ['办理情况：收到您的申请（2026年3月2日）', '答复的最后日期：2026年3月30日。', '《政府信息公开条例》第三十一条'] },
    { told: [['register', '2026-03-02'], ['confirm', '2026-03-03']], says: ['您的申请已经确认（2026年3月3日）', '答复的最后日期：2026年3月31日。'] },
    { told: [received, ['ask-correction', '2026-03-04', { until: day('2026-03-25'), text: '请写明学年' }]], says: ['补正的最后日期：2026年3月25日。', '第三十条'] },
    { told: [received, ['ask-reasons', '2026-03-04', { until: day('2026-03-18'), text: '一月内申请三十件' }]], says: ['说明理由的最后日期：2026年3月18日。', '第三十五条'] },
    { told: [received, ['defer', '2026-03-20', { until: day('2026-04-20'), text: '数量大' }]], says: ['将在2026年4月20日以前答复。'] },
    { told: [received, ['notify-fee', '2026-03-04', { fee: { method: 'per-page', nth: 1, units: 60 } }]], says: ['20个工作日内缴纳', '第四十二条'] },
    { told: [received, ['extend', '2026-03-20', { extension: { days: 5, consentBy: '周明' }, text: '量大' }]], says: ['延长5个工作日，答复的最后日期：2026年4月7日。', '第三十三条'] },
    { told: [received, ['serve', '2026-03-20', { service: { way: 'post', proof: 'XA1', consent: false } }]], says: ['办理情况：已经答复（2026年3月20日）', '送达方式：邮政企业邮寄。'] },
    { told: [received, ['lapse-correction', '2026-03-20', { text: '无理由' }]], says: ['视为放弃申请'] },
    { told: [received, ['lapse-fee', '2026-03-20']], says: ['视为放弃申请'] },
    { told: [received, ['withdraw', '2026-03-20', { text: '不需要了' }]], says: ['不是您本人撤回的，请尽快与受理机关联系'] },
  ])('after $told.0.0 … says $says', ({ told, says }) => {
    const text = mailAfter(...told) ?? ''
    for (const words of [...says, '申请编号：SQ2026-000123', '受理机关：青岚县教育局', about.progress]) expect(text).toContain(words)
  }) // prettier-ignore

  it('is written for these steps alone', () => {
    const told: readonly StepName[] = ['register', 'receive', 'confirm', 'ask-correction', 'lapse-correction', 'ask-reasons', 'defer', 'notify-fee', 'lapse-fee', 'extend', 'serve', 'withdraw'] // prettier-ignore
    expect(stepNames.filter((name) => applicantMails[name])).toEqual(told)
    expect(mailAfter(received, ['decide', '2026-03-10'])).toBeUndefined()
  })

  it('names the number alone in its subject, and never what was written with the step', () => {
    const mail = applicantMail(
      { ...about, taken: courseOf(received, ['ask-correction', '2026-03-04', { until: day('2026-03-25'), text: '请写明学年' }]) },
      shipped,
    )
    expect(mail?.subject).toBe('政府信息公开申请办理通知：SQ2026-000123')
    expect(mail?.text).not.toContain('学年')
    expect(mail?.text).not.toMatch(/[{}]/)
  })

  it('says where to look by name where the address of the site is not set', () => {
    expect(applicantMail({ ...about, progress: undefined, taken: courseOf(received) }, shipped)?.text).toContain('“申请查询”')
  })
})

describe('a text message to an applicant', () => {
  const textAfter = (...told: readonly Told[]): string => applicantText({ ...about, taken: courseOf(...told) }, shipped)?.text ?? ''

  it.each<{ told: readonly Told[]; says: string }>([
    { told: [['register', '2026-03-02']], says: '收到您提交的申请' },
    { told: [received], says: '收到您的申请，答复最后日期2026年3月30日' },
    { told: [['register', '2026-03-02'], ['confirm', '2026-03-03']], says: '您的申请已经确认，答复最后日期2026年3月31日' },
    { told: [received, ['ask-correction', '2026-03-04', { until: day('2026-03-25'), text: '请写明学年' }]], says: '请您补正申请，补正最后日期2026年3月25日' },
    { told: [received, ['ask-reasons', '2026-03-04', { until: day('2026-03-18'), text: '一月内申请三十件' }]], says: '请您说明申请的理由，说明最后日期2026年3月18日' },
    { told: [received, ['defer', '2026-03-20', { until: day('2026-04-20'), text: '数量大' }]], says: '确定了延迟答复的日期，答复最后日期2026年4月20日' },
    { told: [received, ['notify-fee', '2026-03-04', { fee: { method: 'per-page', nth: 1, units: 60 } }]], says: '请您缴纳信息处理费' },
    { told: [received, ['extend', '2026-03-20', { extension: { days: 5, consentBy: '周明' }, text: '量大' }]], says: '答复期限延长，答复最后日期2026年4月7日' },
    { told: [received, ['serve', '2026-03-20', { service: { way: 'post', proof: 'XA1', consent: false } }]], says: '已经答复' },
    { told: [received, ['lapse-correction', '2026-03-20', { text: '无理由' }]], says: '逾期没有补正，申请已经办结' },
    { told: [received, ['lapse-fee', '2026-03-20']], says: '逾期没有缴费，申请已经办结' },
    { told: [received, ['withdraw', '2026-03-20', { text: '不需要了' }]], says: '申请已经撤回' },
  ])('after $told.0.0 … says $says, in 70 characters', ({ told, says }) => {
    const text = textAfter(...told)
    expect(text).toBe(`信息公开申请SQ2026-000123：${says}。详情凭查询码上网查询。`)
    expect([...text].length).toBeLessThanOrEqual(70)
  }) // prettier-ignore

  it('is written for the steps of the mails and no others', () => {
    expect(textAfter(received, ['decide', '2026-03-10'])).toBe('')
  })
})

describe('a mobile number', () => {
  const identity = { name: '吴敏', document: '', documentNumber: '1', contactPerson: '', address: '', email: '', agent: '' }
  it.each([
    ['13800138000', '13800138000'],
    ['138 0013 8000', '13800138000'],
    ['+86-138-0013-8000', '13800138000'],
    ['0517-81234567', undefined],
    ['12800138000', undefined],
    ['13800138000,13900139000', undefined],
    ['', undefined],
  ])('of %j is %j', (phone, number) => expect(mobileOf(phone)).toBe(number))

  it('is written to where text messages are wanted', () => {
    expect(addressFor.text({ ...identity, phone: '138 0013 8000', textNotices: true })).toBe('13800138000')
    expect(addressFor.text({ ...identity, phone: '13800138000' })).toBeUndefined()
  })

  it('is asked for where text messages are wanted and it is none', () => {
    const codes = (phone: string, textNotices: boolean) => checkIdentity('person', { ...identity, phone, textNotices }).map(({ code }) => code)
    expect(codes('0517-81234567', true)).toEqual(['mobile-missing'])
    expect(codes('0517-81234567', false)).toEqual([])
    expect(codes('13800138000', true)).toEqual([])
  })
})

describe('an address', () => {
  const identity = { name: '吴敏', document: '', documentNumber: '1', contactPerson: '', address: '', phone: '', agent: '' }
  it.each([
    ['wanted', { email: ' wumin@example.com ', mailNotices: true }, 'wumin@example.com'],
    ['not wanted', { email: 'wumin@example.com', mailNotices: false }, undefined],
    ['never asked', { email: 'wumin@example.com' }, undefined],
    ['none', { email: '', mailNotices: true }, undefined],
    ['no address', { email: 'a@example.com,b@example.com', mailNotices: true }, undefined],
  ])('%s', (_, given, to) => expect(addressFor.mail({ ...identity, ...given })).toBe(to))
})
