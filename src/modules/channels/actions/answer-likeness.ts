// Says whether two pieces are the same information: then they count once. The answer is remembered and can be changed.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { may, type By } from '../../access/index.ts'
import { askedPair, lockGroups, tiedTo } from '../queries/likeness.ts'
import { knownPieces, placesOf } from '../queries/pieces.ts'
import { alikeness, shinglesOf, wordsOf } from '../rules/likeness.ts'
import { groupsOf } from '../rules/groups.ts'
import { saveAnswer, saveGroups, saveLikeness } from '../store/likeness.ts'
import { recordSteps } from '../store/steps.ts'

export interface Answer {
  readonly oneId: string
  readonly otherId: string
  readonly answer: 'same' | 'different'
}

/** Whoever enters for one of the two may answer; a pair that nobody asked about can be told to be the same, too. */
export async function answerLikeness(tx: Tx, by: By, { oneId, otherId, answer }: Answer): Promise<Ruling<void>> {
  if (oneId === otherId) return refused('pair-of-one')
  await lockGroups(tx)
  const pieces = [...(await knownPieces(tx, [oneId, otherId], { withText: true })).values()]
  const [one, other] = [pieces.find((piece) => piece.pieceId === oneId), pieces.find((piece) => piece.pieceId === otherId)]
  if (!one || !other) return refused('pair-not-found')
  if (!pieces.flatMap(placesOf).some((place) => may(by.actor, 'channel.enter', place).ok)) return refused('not-allowed')

  const before = await tiedTo(tx, [oneId, otherId])
  if (!(await askedPair(tx, oneId, otherId))) {
    const alike = alikeness(shinglesOf(wordsOf(one)), shinglesOf(wordsOf(other)))
    await saveLikeness(tx, { oneId, otherId, oneUnitId: one.unitId, otherUnitId: other.unitId, alike }, by.at)
  }
  const [low, high] = [oneId, otherId].toSorted() as [string, string]
  await saveAnswer(tx, by, { oneId: low, otherId: high }, answer)
  const { same } = await tiedTo(tx, [oneId, otherId])
  const touched = new Set([...before.pieces, ...same.flat(), oneId, otherId])
  await saveGroups(tx, by, [...touched], groupsOf(same))
  const step = answer === 'same' ? 'say-same' : 'say-different'
  await recordSteps(tx, by, [{ about: 'piece', aboutId: low, unitId: one.unitId, step, detail: { other: high } }])
  return granted(undefined)
}
