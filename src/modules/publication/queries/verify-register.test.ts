// Whoever changes anything in the public register, or in what it stands for, is found out.
import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { linkRegister } from '../actions/link-register.ts'
import { publish } from '../actions/publish.ts'
import { withdraw } from '../actions/withdraw.ts'
import { anItem, publishItem, valueOf } from '../fixtures.ts'
import { exportRegister, registerFeed } from './register-feed.ts'
import { receiptOf } from './receipt.ts'
import { verifyRegister, type Verification } from './verify-register.ts'
import { sm3 } from '../rules/canonical.ts'
import { contentHashOf } from '../rules/content-hash.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const stranger = generateKeyPairSync('ed25519')
const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 22, 2, minute))
const link = (now: Date, signAll = true) => database.transaction((tx) => linkRegister(tx, { key: privateKey, now, signAll }))

let database: FreshDatabase
let withdrawn = ''
let revised = ''

beforeAll(async () => {
  database = await freshDatabase()
  const items = Array.from({ length: 12 }, (_, index) =>
    anItem({
      title: `第${index + 1}号公告`,
      effectiveOn: anItem().draftedOn,
      attachments: [
        {
          id: crypto.randomUUID(),
          name: `附件${index}.pdf`,
          mediaType: 'application/pdf',
          bytes: 10,
          sha256: 'd'.repeat(64),
          text: '附件的文字',
          hasText: true,
        },
      ],
    }),
  )
  for (const [index, item] of items.entries()) {
    valueOf(await publishItem(database, item, at(index)))
    if (index % 3 === 2) await link(at(index))
  }
  const [first, second] = items
  if (!first || !second) throw new Error('no items')
  valueOf(await publishItem(database, { ...first, changeNote: '更正联系电话', bodyHtml: '<p>电话：0745-4224393</p>' }, at(20)))
  valueOf(await database.transaction((tx) => withdraw(tx, { documentId: second.documentId, reason: 'personal-privacy', at: at(21) })))
  revised = first.documentId
  withdrawn = second.documentId
  await link(at(22))
})
afterAll(() => database.close())

class RolledBack extends Error {}

/** What the verification says after somebody with all rights did `mischief`; nothing of it stays. */
async function afterMischief(mischief: (tx: Tx) => Promise<unknown>): Promise<Verification> {
  let verification: Verification | undefined
  await database
    .transaction(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      await sql`alter table publication.register_entry alter column id drop identity`.execute(tx)
      await sql`alter table publication.register_link drop constraint register_link_entry_id_key`.execute(tx)
      await mischief(tx)
      verification = await verifyRegister(tx, publicKey)
      throw new RolledBack()
    })
    .catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error
    })
  if (!verification) throw new Error('not verified')
  return verification
}

describe('an untouched register', () => {
  it('fits, to the last entry', async () => {
    expect(await verifyRegister(database.db, publicKey)).toEqual({
      fault: undefined,
      entries: 14,
      linked: 14,
      checkpoints: 5,
      lastSignedSequence: 14,
      keysFrom: 'caller',
    })
    expect(await verifyRegister(database.db)).toMatchObject({ fault: undefined, keysFrom: 'database' })
  })

  it('fits while entries wait to be linked', async () => {
    const verification = await database.transaction(async (tx) => {
      const item = anItem()
      valueOf(await publish(tx, item, { contentHash: contentHashOf(item), passed: true }, at(30)))
      return verifyRegister(tx, publicKey)
    })
    expect(verification).toMatchObject({ fault: undefined, entries: 15, linked: 14 })
    await link(at(31))
  })
})

// Every column of every table that the register is made of or stands for.
const columns: Readonly<Record<string, Readonly<Record<string, 'number' | 'text' | 'bytes' | 'instant' | 'day' | 'list' | 'uuid'>>>> = {
  register_entry: { id: 'number', document_id: 'uuid', act: 'text', revision: 'number', index_number: 'text', at: 'instant', salted_hash: 'bytes' },
  register_link: { sequence: 'number', entry_id: 'number', previous_hash: 'bytes', link_hash: 'bytes', linked_at: 'instant' },
  checkpoint: { sequence: 'number', link_hash: 'bytes', signed_at: 'instant', key_id: 'text', signature: 'bytes' },
  tombstone: { document_id: 'uuid', index_number: 'text', withdrawn_at: 'instant', reason: 'text', article: 'text' },
  document: {
    id: 'uuid', revision: 'number', unit_id: 'uuid', unit_name: 'text', title: 'text', index_number: 'text', document_number: 'text', kind: 'text', theme: 'text',
    keywords: 'list', summary: 'text', responsible_department: 'text', source: 'text', drafted_on: 'day', effective_on: 'day', body_html: 'text', body_text: 'text',
    first_published_at: 'instant', published_at: 'instant', content_hash: 'bytes', salt: 'bytes',
  },
  attachment: { id: 'uuid', position: 'number', name: 'text', media_type: 'text', bytes: 'number', sha256: 'text', text: 'text' },
  revision: { revision: 'number', title: 'text', body_html: 'text', body_text: 'text', change_note: 'text', published_at: 'instant', content_hash: 'bytes', content: 'text', salt: 'bytes', register_entry_id: 'number' },
} // prettier-ignore

const changed: Record<string, (column: string) => string> = {
  number: (column) => `${column} + 1000`,
  text: (column) => `${column} || ' '`,
  bytes: (column) => `set_byte(${column}, 0, get_byte(${column}, 0) # 1)`,
  instant: (column) => `${column} + interval '1 microsecond'`,
  day: (column) => `${column} + 1`,
  list: (column) => `${column} || '{x}'`,
  uuid: () => 'gen_random_uuid()',
}
const everyColumn = Object.entries(columns).flatMap(([table, types]) => Object.entries(types).map(([column, type]) => ({ table, column, type })))
// A sole attachment in another place is still the sole attachment; the act is checked by the table itself.
const harmless = ({ table, column }: { table: string; column: string }): boolean => table === 'attachment' && column === 'position'

describe('a changed register', () => {
  it('is found out for every column of every row', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...everyColumn.filter((one) => !harmless(one))), fc.nat(), async ({ table, column, type }, pick) => {
        // Where there is nothing, these changes change nothing.
        const { rows } = await sql<{
          ctid: string
        }>`select ctid::text from ${sql.table(`publication.${table}`)} where ${sql.ref(column)} is not null order by ctid`.execute(database.db)
        expect(rows.length, `${table}.${column} stands somewhere`).toBeGreaterThan(0)
        const ctid = rows[pick % rows.length]?.ctid ?? ''
        const verification = await afterMischief((tx) =>
          sql`update ${sql.table(`publication.${table}`)} set ${sql.ref(column)} = ${sql.raw(column === 'act' ? `case act when 'publish' then 'revise' else 'publish' end` : (changed[type]?.(column) ?? ''))} where ctid = ${ctid}::tid`.execute(
            tx,
          ),
        )
        expect(verification.fault, `${table}.${column}`).toBeDefined()
      }),
      {
        numRuns: 180,
        examples: everyColumn.flatMap((one) =>
          harmless(one)
            ? []
            : [
                [one, 0],
                [one, 3],
              ],
        ),
      },
    )
  }, 120_000)

  it.each(['register_entry', 'register_link', 'document', 'revision', 'tombstone', 'attachment'])('is found out when a row of %s is gone', async (table) => {
    const { rows } = await sql<{ ctid: string }>`select ctid::text from ${sql.table(`publication.${table}`)} order by ctid`.execute(database.db)
    for (const { ctid } of rows) {
      const verification = await afterMischief((tx) => sql`delete from ${sql.table(`publication.${table}`)} where ctid = ${ctid}::tid`.execute(tx))
      expect(verification.fault, `${table} ${ctid}`).toBeDefined()
    }
  })

  it('is named at the first entry that does not fit', async () => {
    expect((await afterMischief((tx) => sql`update publication.register_entry set index_number = 'x' where id in (5, 9)`.execute(tx))).fault).toEqual({
      kind: 'entry-changed',
      sequence: 5,
      entryId: 5,
    })
  })

  it('is found out when two entries change places', async () => {
    const verification = await afterMischief((tx) =>
      sql`update publication.register_link set entry_id = case entry_id when 4 then 6 else 4 end where entry_id in (4, 6)`.execute(tx),
    )
    expect(verification.fault).toMatchObject({ kind: 'entry-changed', sequence: 4 })
  })

  it('is found out when everything is chained anew, by the key that signed it', async () => {
    const forge = async (tx: Tx, key: typeof privateKey): Promise<void> => {
      await sql`delete from publication.checkpoint`.execute(tx)
      await sql`delete from publication.register_link where sequence >= 3`.execute(tx)
      await sql`delete from publication.register_entry where id = 3`.execute(tx)
      await sql`insert into publication.register_pending select id from publication.register_entry where id > 3`.execute(tx)
      await linkRegister(tx, { key, now: at(40), signAll: true })
    }
    expect((await afterMischief((tx) => forge(tx, stranger.privateKey))).fault).toMatchObject({ kind: 'checkpoint-forged' })
    // With the key stolen, a checkpoint that somebody kept elsewhere still tells.
    const kept = (await registerFeed(database.db)).lines.findLast((line) => line.kind === 'checkpoint')
    if (!kept) throw new Error('no checkpoint')
    let fault: unknown
    await afterMischief(async (tx) => {
      await forge(tx, privateKey)
      fault = (await verifyRegister(tx, { publicKeys: [publicKey], known: [kept] })).fault
    })
    expect(fault).toBeDefined()
  })

  it('is found out when a withdrawn document comes back', async () => {
    const verification = await afterMischief(async (tx) => {
      await sql`update publication.document set id = ${withdrawn} where id = ${revised}`.execute(tx)
    })
    expect(verification.fault).toBeDefined()
  })
})

describe('a receipt', () => {
  it('lets anybody recompute the entry of a document', async () => {
    const receipt = await receiptOf(database.db, revised)
    expect(receipt).toMatchObject({ entry: { act: 'revise', revision: 2 }, link: { sequence: 13 }, checkpoint: { sequence: 14 } })
    if (receipt?.content == null || receipt.salt == null) throw new Error('no content')
    expect(sm3(Buffer.from(receipt.salt, 'hex'), receipt.content).toString('hex')).toBe(receipt.entry.saltedHash)
  })

  it('of a withdrawn document holds nothing of what it said', async () => {
    expect(await receiptOf(database.db, withdrawn)).toMatchObject({ entry: { act: 'withdraw' }, content: null, salt: null })
  })

  it('is not given for what was never published', async () => {
    expect(await receiptOf(database.db, crypto.randomUUID())).toBeUndefined()
  })
})

describe('the feed', () => {
  it('walks the register in pages, each checkpoint behind its link', async () => {
    const whole = await registerFeed(database.db)
    const paged = []
    let next: number | undefined = 0
    while (next !== undefined) {
      const page: Awaited<ReturnType<typeof registerFeed>> = await registerFeed(database.db, { after: next, limit: 4 })
      paged.push(...page.lines)
      next = page.next
    }
    expect(paged).toEqual(whole.lines)
    expect(whole.lines.filter((line) => line.kind === 'link').map((line) => line.sequence)).toEqual(Array.from({ length: 15 }, (_, index) => index + 1))
  })

  it('is exported as JSON lines that begin with the public key', async () => {
    const lines: { kind: string }[] = []
    for await (const line of exportRegister(database.db)) lines.push(JSON.parse(line) as { kind: string })
    expect(lines[0]).toMatchObject({ kind: 'key', publicKey: publicKey.export({ type: 'spki', format: 'pem' }) })
    expect(lines.filter((line) => line.kind === 'link')).toHaveLength(15)
  })
})
