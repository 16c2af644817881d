// The text of a report that is being written: what is found in it, and where, and what is offered.
import { describe, expect, it } from 'vitest'
import { checkWritten, type WrittenFinding } from './check-written.ts'
import { figuresOf, sheetWith } from './fixtures.ts'
import type { ReportSheet } from '../sheet.ts'

const problems = ['有2件申请逾期答复']

const check = (sheet: ReportSheet, told: readonly string[] = []): WrittenFinding[] =>
  checkWritten(sheet, figuresOf(sheet), { hits: () => [], documents: [], problems: told })

const inPart = (body: string, part = 1, told: readonly string[] = []) =>
  check(sheetWith({ [part]: body }), told).map(({ code, line, message, replacement }) => ({ code, line, message, becomes: replacement?.becomes ?? null }))

describe('the text of a report while it is written', () => {
  it('gives no finding where figures are references', () => {
    expect(inPart('本年新收政府信息公开申请{newReceived.total}件，上年结转{carriedOver.total}件，办结{totalProcessed.total}件。')).toEqual([])
  })

  it('is offered a reference for a figure that a person typed and that the table counts', () => {
    expect(inPart('开头。\n本年新收政府信息公开申请15件，结转下年度继续办理0件。')).toMatchObject([
      { code: 'figure-typed', line: 1, becomes: '本年新收政府信息公开申请{newReceived.total}件，结转下年度继续办理0件。' },
      { code: 'figure-typed', line: 1, becomes: '本年新收政府信息公开申请15件，结转下年度继续办理{carriedForward.total}件。' },
    ])
  })

  it('keeps what softens a figure: 10余件 is no figure of a cell', () => {
    expect(inPart('本年新收政府信息公开申请10余件。')).toEqual([])
  })

  it('is told where a figure typed by hand is not that of the table, and offered the reference', () => {
    expect(inPart('本年收到政府信息公开申请16件。')).toEqual([
      {
        code: 'text-against-table',
        line: 0,
        message: '文中“本年新收政府信息公开申请”为16件，表格中为15或者17。',
        becomes: '本年收到政府信息公开申请{newReceived.total}件。',
      },
    ])
  })

  it('is told where a reference stands in the wrong sentence', () => {
    expect(inPart('本年新收政府信息公开申请{granted.total}件。')).toMatchObject([
      { code: 'text-against-table', becomes: '本年新收政府信息公开申请{newReceived.total}件。' },
    ])
  })

  it('keeps the braces and the other references of a line', () => {
    expect(inPart('{{注}}部分公开{partialGrant.total}件；本年新收政府信息公开申请15件。')).toMatchObject([
      { code: 'figure-typed', becomes: '{{注}}部分公开{partialGrant.total}件；本年新收政府信息公开申请{newReceived.total}件。' },
    ])
  })

  it('is told of a reference that says nothing, and is not judged by the gap', () => {
    expect(inPart('本年新收政府信息公开申请{newRecieved.total}件。')).toEqual([
      { code: 'reference-flawed', line: 0, message: '本报告的表格里没有“newRecieved.total”这一格。', becomes: null },
    ])
  })

  it.each([
    { body: '抓好五项工作：一是学习；二是公开；三是答复；四是检查。', code: 'items-announced' },
    { body: '2016年1110日召开会议，到201611日完成。', code: 'date-damaged' },
    { body: '按照《中华人民共和国政府信息公开条例》（国令第711号）和国办发〔201619号要求。', code: 'number-damaged' },
  ])('is read by the same checks as a report that somebody else wrote: $code', ({ body, code }) => {
    expect(inPart(body).map((one) => one.code)).toContain(code)
  })

  it('is told of a part that is empty, by its number', () => {
    expect(check(sheetWith({ 5: '\n ' })).map(({ code, part, line }) => ({ code, part, line }))).toEqual([{ code: 'part-empty', part: 5, line: null }])
  })

  it('is not told of parts two to four, which hold their tables', () => {
    expect(check(sheetWith({ 2: '', 3: '', 4: '' }))).toEqual([])
  })

  it.each([
    { body: '无', told: true, because: 'nothing at all' },
    { body: '无。', told: true, because: 'with a full stop' },
    { body: '本年度无问题。', told: true, because: 'in a sentence' },
    { body: '我局工作不存在明显问题，今后继续努力做好政府信息公开工作。', told: true, because: 'denied in a short sentence' },
    { body: '一是有2件申请未在规定期限内答复，主要是经办人员对期限掌握不够；下一步将加强提醒。', told: false, because: 'a problem with what will be done' },
  ])('must not deny problems that the records show: $because', ({ body, told }) => {
    expect(inPart(body, 5, problems).map(({ code }) => code)).toEqual(told ? ['problems-denied'] : [])
    expect(inPart(body, 5)).toEqual([])
  })

  it('says which problems', () => {
    expect(inPart('无', 5, problems)[0]?.message).toBe('这一部分没有写出问题，但是有2件申请逾期答复。')
  })

  it('of a summary is checked without a form', () => {
    const summary = sheetWith(
      {},
      { kind: 'summary', generation: null, cells: new Map(), parts: [{ ordinal: 1, title: '工作情况', body: '开展三项工作：一是宣传；二是培训。' }] },
    )
    expect(check(summary).map(({ code, part, line }) => ({ code, part, line }))).toEqual([{ code: 'items-announced', part: 1, line: 0 }])
  })
})
