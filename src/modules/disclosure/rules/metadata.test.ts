import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { cleanContent } from './clean-content.ts'
import { blankContent, type TypedContent } from './content.ts'
import { metadataFindings, normaliseDocumentNumber, type MetadataFacts } from './metadata.ts'

const whole: TypedContent = {
  ...blankContent,
  title: '关于做好冬季校园取暖工作的通知',
  kind: '通知',
  theme: '科技、教育\\教育',
  columnIds: ['c1'],
  documentNumber: '青教发〔2026〕8号',
  draftedOn: day('2026-11-18'),
  bodyHtml: '<p>正文</p>',
}
const findings = (change: Partial<TypedContent>, facts: Partial<Omit<MetadataFacts, 'content'>> = {}): string[] =>
  metadataFindings({
    content: cleanContent({ ...whole, ...change }),
    today: day('2026-11-20'),
    revises: false,
    historic: false,
    attachments: 0,
    documentId: 'd1',
    ...facts,
  }).map((finding) => finding.code)

describe('metadata before submission', () => {
  it.each<{ because: string; change: Partial<TypedContent>; facts?: Partial<Omit<MetadataFacts, 'content'>>; codes: string[] }>([
    { because: 'everything is there', change: {}, codes: [] },
    { because: 'a document needs no number', change: { documentNumber: null }, codes: [] },
    { because: 'a title is more than spaces', change: { title: '　 ' }, codes: ['title-missing'] },
    { because: 'an empty paragraph is no text', change: { bodyHtml: '<p>&nbsp;</p>' }, codes: ['body-missing'] },
    { because: 'a scan may stand for the text', change: { bodyHtml: '' }, facts: { attachments: 1 }, codes: [] },
    { because: 'the kinds are fifteen and 其他', change: { kind: '新闻' }, codes: ['kind-unknown'] },
    { because: 'a class with leaves is no leaf', change: { theme: '科技、教育' }, codes: ['theme-not-leaf'] },
    { because: 'the class 其他 has no leaves', change: { theme: '其他' }, codes: [] },
    { because: 'old stock may lack its theme', change: { theme: null }, facts: { historic: true }, codes: [] },
    { because: 'today is not the future', change: { draftedOn: day('2026-11-20') }, codes: [] },
    { because: 'tomorrow is', change: { draftedOn: day('2026-11-21') }, codes: ['drafted-ahead'] },
    { because: 'it may take effect on the day it is signed', change: { effectiveOn: day('2026-11-18') }, codes: [] },
    { because: 'nothing takes effect before it is signed', change: { effectiveOn: day('2026-11-17') }, codes: ['effective-before-drafted'] },
    { because: 'nothing ends before it begins', change: { effectiveOn: day('2026-12-01'), expiresOn: day('2026-11-30') }, codes: ['expires-before-effective'] },
    { because: 'nor before it was signed', change: { expiresOn: day('2026-11-01') }, codes: ['expires-before-effective', 'valid-but-expired'] },
    { because: 'an expired one names the day', change: { validity: 'expired' }, codes: ['expired-without-day'] },
    { because: 'what was replaced is not valid', change: { replacedBy: 'd2' }, codes: ['valid-but-replaced'] },
    { because: 'nothing replaces itself', change: { replacedBy: 'd1', validity: 'repealed' }, codes: ['replaced-by-itself'] },
    { because: 'the public finds it in a column', change: { columnIds: [] }, codes: ['columns-missing'] },
    {
      because: 'not disclosing is the exception and gives its reason',
      change: { disclosureMode: 'not-disclosed', columnIds: [] },
      codes: ['mode-reason-missing', 'mode-article-missing'],
    },
    {
      because: 'the article is one of four',
      change: { disclosureMode: 'not-disclosed', modeReason: '内部事务', modeArticle: 'ogi-2019/1' },
      codes: ['mode-article-unknown'],
    },
    { because: 'a reprint names its source', change: { sourceUrl: 'https://www.gov.cn/a' }, codes: ['source-missing'] },
    { because: 'an address is one', change: { source: '新华社', sourceUrl: 'javascript:alert(1)' }, codes: ['source-address-malformed'] },
    { because: 'a revision says what changed', change: {}, facts: { revises: true }, codes: ['change-note-missing'] },
    { because: 'a number that is a guess is asked about', change: { documentNumber: '张政办发〔2010303号' }, codes: ['document-number-doubtful'] },
  ])('has $codes when $because', ({ change, facts, codes }) => {
    expect(findings(change, facts)).toEqual(codes)
  })

  it.each([
    ['国办发[2017]47号', '国办发〔2017〕47号'],
    ['银纪发（2012）42号', '银纪发〔2012〕42号'],
    ['青政办发【2026】012号', '青政办发〔2026〕12号'],
    ['国令第711号', '国令第711号'],
    ['  ', null],
  ])('brings %j to its official form', (typed, official) => {
    expect(normaliseDocumentNumber(typed)).toEqual({ ok: true, value: official })
  })
})

describe('what is kept', () => {
  it('is clean and without blanks beside nothing', () => {
    const kept = cleanContent({
      ...whole,
      title: ' 关于 \n 取暖 ',
      keywords: ['取暖', ' 取暖 ', ''],
      sourceUrl: '  ',
      documentNumber: '',
      bodyHtml: '<h1>题</h1><script>x</script>',
    })
    expect(kept).toMatchObject({ title: '关于 取暖', keywords: ['取暖'], sourceUrl: null, documentNumber: null, bodyHtml: '<h2>题</h2>', bodyText: '题' })
  })
})
