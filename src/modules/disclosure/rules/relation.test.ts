// When two documents may not be related so.
import { expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { reasonsAgainstRelation, type RelationFacts } from './relation.ts'

const repeal: RelationFacts = { kind: 'repeals', fromId: 'a', toId: 'b', form: null, periodFrom: null, periodTo: null, shortReason: '' }
const draft: RelationFacts = { ...repeal, kind: 'consults', periodFrom: day('2025-11-04'), periodTo: day('2025-12-03') }

it.each([
  { relation: repeal, codes: [], because: 'a repeal asks for nothing more' },
  { relation: { ...repeal, toId: 'a' }, codes: ['related-to-itself'], because: 'nothing repeals itself' },
  { relation: { ...repeal, kind: 'interprets' }, codes: ['interpretation-form-missing'], because: 'an interpretation says in which way it is given' },
  { relation: { ...repeal, kind: 'interprets', form: 'text' }, codes: [], because: 'it does' },
  { relation: draft, codes: [], because: 'thirty days, both counted' },
  { relation: { ...draft, periodTo: day('2025-12-02') }, codes: ['consultation-short'], because: 'twenty-nine days owe a reason' },
  { relation: { ...draft, periodTo: day('2025-12-02'), shortReason: '汛期临近' }, codes: [], because: 'the reason is given' },
  { relation: { ...draft, periodTo: day('2025-11-03') }, codes: ['consultation-period-backward'], because: 'it ends before it begins' },
  { relation: { ...draft, periodTo: null }, codes: ['consultation-period-missing'], because: 'it has no end' },
] as const)('$codes: $because', ({ relation, codes }) => {
  expect(reasonsAgainstRelation(relation).map(({ code }) => code)).toEqual(codes)
})
