// What was published, revised and withdrawn, in the order of the register, for everybody who keeps a copy of it?
import type { Tx } from '../../../platform/database/database.ts'
import type { Checkpoint, Link } from '../rules/register-chain.ts'
import { checkpointsBetween, linksAfter, registerKeys } from './register-rows.ts'

const longest = 1000

export type FeedLine = ({ readonly kind: 'link' } & Link) | ({ readonly kind: 'checkpoint' } & Checkpoint)

export interface FeedPage {
  readonly lines: readonly FeedLine[]
  /** Where the next page begins; undefined at the end of what is linked. */
  readonly next: number | undefined
  readonly keys: readonly { readonly keyId: string; readonly publicKey: string }[]
}

/** Links after a sequence, each checkpoint behind the link that it signs. */
export async function registerFeed(tx: Tx, { after = 0, limit = longest }: { after?: number; limit?: number } = {}): Promise<FeedPage> {
  const size = Math.min(Math.max(limit, 1), longest)
  const rows = await linksAfter(tx, after, size)
  const last = rows.at(-1)
  const checkpoints = new Map((last ? await checkpointsBetween(tx, after, last.sequence) : []).map((one) => [one.sequence, one]))
  const lines = rows.flatMap(({ entry, entryId: _id, ...link }): FeedLine[] => {
    const checkpoint = checkpoints.get(link.sequence)
    return [...(entry ? [{ kind: 'link' as const, ...link, entry }] : []), ...(checkpoint ? [{ kind: 'checkpoint' as const, ...checkpoint }] : [])]
  })
  return { lines, next: rows.length === size ? last?.sequence : undefined, keys: await registerKeys(tx) }
}

/** The whole register as JSON lines, a bounded part in memory at a time. */
export async function* exportRegister(tx: Tx): AsyncGenerator<string> {
  let after: number | undefined = 0
  while (after !== undefined) {
    const page: FeedPage = await registerFeed(tx, { after })
    if (after === 0) for (const key of page.keys) yield `${JSON.stringify({ kind: 'key', ...key })}\n`
    for (const line of page.lines) yield `${JSON.stringify(line)}\n`
    after = page.next
  }
}
