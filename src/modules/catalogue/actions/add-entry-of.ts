// Adds one plain entry for what a unit discloses from now on; who keeps the catalogue fills in the rest later.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import { articleTitle } from '../../../law/laws.ts'
import { lineOfKind } from '../../../law/lines.ts'
import type { Article } from '../../../kernel/article.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { unitById } from '../../organization/index.ts'
import type { Tier } from '../law/entries.ts'
import { promptWorkingDays } from '../law/rhythms.ts'
import { knownEntries } from '../queries/entries.ts'
import { limitOf, rhythmOf } from '../rules/limit.ts'
import { addEntries, type KeepRefusal } from './keep-entries.ts'

export interface PlainEntry {
  readonly unitId: string
  readonly field: string
  readonly name: string
  readonly article: Article
  readonly note: string
}

const tierOf: Readonly<Record<string, Tier>> = { town: 'township', street: 'township', village: 'village', community: 'village' }

export async function addEntryOf(tx: Tx, by: By, { unitId, field, name, article, note }: PlainEntry): Promise<Ruling<string, KeepRefusal>> {
  const unit = await unitById(tx, unitId)
  if (!unit) return refused('not-found')
  const kind = lineOfKind(unit.kind)
  const serial = (await knownEntries(tx, kind, [field])).length + 1
  const limitText = `自信息形成或者变更之日起${promptWorkingDays}个工作日内`
  const content = {
    kind, field, serial, item1: name, item2: '', item3: '', elements: name, basis: articleTitle(article), limitText, bodyText: unit.name, channels: ['website'], channelOther: '', audience: 'society',
    audienceWho: '', mode: 'proactive', tiers: [tierOf[unit.kind] ?? 'county'], limit: limitOf(limitText), unitIds: [unitId], unitKinds: [], statutoryItem: null, columnIds: [], rhythm: rhythmOf(limitText),
  } as const // prettier-ignore
  const added = await addEntries(tx, by, { contents: [content], begins: by.today, note })
  return added.ok ? granted(added.value[0] ?? '') : added
}
