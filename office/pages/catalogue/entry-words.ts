// How entries of the catalogue read on the screen.
import { audiences } from '../../../src/modules/catalogue/law/entries.ts'
import { partyRanges } from '../../../src/modules/catalogue/law/party.ts'
import type { AnswerOf } from '../../../src/kernel/contract.ts'
import type { listEntries } from '../../../src/modules/catalogue/http/contract.ts'

export type EntryRow = AnswerOf<typeof listEntries>['rows'][number]

export const entryTitle = (entry: Pick<EntryRow, 'item1' | 'item2' | 'item3'>): string => [entry.item1, entry.item2, entry.item3].filter(Boolean).join(' / ')

export const audienceWords = (entry: Pick<EntryRow, 'kind' | 'audience' | 'audienceWho'>): string =>
  entry.kind === 'party'
    ? `${partyRanges[entry.audience].title}${entry.audience === 'group' && entry.audienceWho ? `（${entry.audienceWho}）` : ''}`
    : entry.audience === 'group' && entry.audienceWho
      ? `${audiences.group}（${entry.audienceWho}）`
      : audiences[entry.audience]
