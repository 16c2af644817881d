// What counts as an answer, and how answers are counted.
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { newSurveyAnswer, publishedCounts, surveyStanding } from './survey.ts'

const filled = { known: 'website', done: 'all', effect: 'good', content: 'mostly' }
const at = new Date('2026-11-20T02:00:00Z')
const codes = (choices: Record<string, string>, words = ''): string[] => {
  const ruling = newSurveyAnswer({ documentId: 'd', choices, words }, at, 'a')
  return ruling.ok ? [] : ruling.refusals.map(({ code, field }) => `${code} ${field ?? ''}`)
}

describe('an answer', () => {
  it.each([
    { choices: filled, words: '', found: [], because: 'everything is chosen' },
    { choices: { ...filled, effect: 'toString' }, words: '', found: ['question-unanswered effect'], because: 'no such option' },
    {
      choices: {},
      words: 'x'.repeat(501),
      found: ['question-unanswered known', 'question-unanswered done', 'question-unanswered effect', 'question-unanswered content', 'words-too-long words'],
      because: 'all faults at once',
    },
  ])('$because', ({ choices, words, found }) => {
    expect(codes(choices as Record<string, string>, words)).toEqual(found)
  })
})

it.each([
  { today: '2026-05-31', stands: 'waiting' },
  { today: '2026-06-01', stands: 'open' },
  { today: '2026-06-30', stands: 'open' },
  { today: '2026-07-01', stands: 'closed' },
])('from 1 to 30 June a survey is $stands on $today', ({ today, stands }) => {
  expect(surveyStanding({ opensOn: day('2026-06-01'), closesOn: day('2026-06-30') }, day(today))).toBe(stands)
})

it('counts every option, and tells nothing of fewer than five', () => {
  const chosen = [
    { question: 'done', option: 'all', count: 4 },
    { question: 'done', option: 'part', count: 1 },
  ]
  expect(publishedCounts(4, chosen)).toBeNull()
  expect(publishedCounts(5, chosen)?.done).toEqual({ all: 4, part: 1, not: 0, unclear: 0 })
  expect(publishedCounts(5, chosen)?.effect).toEqual({ good: 0, fair: 0, poor: 0, unclear: 0 })
})
