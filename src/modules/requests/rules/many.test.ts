// The same step over many: which steps, what is owed for all, and what each is given.
import { describe, expect, it } from 'vitest'
import { stepNames } from '../law/steps.ts'
import { faultsOfMany, inputForOne } from './many.ts'

const codes = (...of: Parameters<typeof faultsOfMany>): string[] => faultsOfMany(...of).map(({ code }) => code)

describe('a step over many', () => {
  it('is one of those whose answer holds for all of them', () => {
    expect(stepNames.filter((name) => codes(name, { text: '写明的事由' }).length === 0)).toEqual(['assign', 'extend', 'close', 'archive'])
    expect(codes('decide', { text: '写明的事由' })).toEqual(['step-not-for-many'])
  })

  it('is owed one recorded reason where cases are closed', () => {
    expect(codes('close', { text: ' ' })).toEqual(['words-missing'])
    expect(codes('close', { text: '送达凭证已经收齐' })).toEqual([])
  })

  it('files each under a number of its own', () => {
    expect(inputForOne({ text: '', number: ' 2026-YSQ ' }, 'SQ2026-000007').number).toBe('2026-YSQ-SQ2026-000007')
    expect(inputForOne({ text: '', number: ' ' }, 'SQ2026-000007').number).toBe(' ')
  })
})
