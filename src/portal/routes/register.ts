// The public register: check one piece, take the whole away.
import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { documentOfIndexNumber, documentOfReceipt, entriesOfDocument, registerState } from '../../modules/publication/queries/pages/register.ts'
import { exportRegister } from '../../modules/publication/queries/register-feed.ts'
import { receiptOf } from '../../modules/publication/queries/receipt.ts'
import { saltedHash } from '../../modules/publication/rules/published-content.ts'
import { readReceiptCode } from '../../modules/publication/rules/receipt.ts'
import { queryOf } from '../address.ts'
import type { Desk } from '../desk.ts'
import { registerPage } from '../pages/register.ts'

export function mountRegister(app: FastifyInstance, desk: Desk): void {
  app.get('/register', async (request, reply) => {
    const asked = queryOf(request.url, ['q'], 80).get('q') ?? ''
    const [view, state] = await Promise.all([desk.viewOf(request), registerState(desk.db)])
    const id = asked === '' ? undefined : await documentOf(desk, asked)
    if (id === undefined)
      return desk.send(
        request,
        reply,
        view,
        registerPage(view, { asked, state, entries: asked === '' ? undefined : [], contentFits: undefined, checkpoint: null }),
      )
    const [entries, receipt, shown] = await Promise.all([entriesOfDocument(desk.db, id), receiptOf(desk.db, id), desk.document(id)])
    const contentFits =
      shown && receipt?.content && receipt.salt
        ? saltedHash(Buffer.from(receipt.salt, 'hex'), receipt.content).toString('hex') === receipt.entry.saltedHash
        : undefined
    return desk.send(request, reply, view, registerPage(view, { asked, state, entries, contentFits, checkpoint: receipt?.checkpoint ?? null }))
  })

  app.get('/register/entries.jsonl', { config: { rateLimit: { max: 10, timeWindow: 60_000 } } }, (_request, reply) =>
    reply
      .header('cache-control', 'no-store')
      .type('application/jsonl; charset=utf-8')
      .send(Readable.from(exportRegister(desk.db), { objectMode: false })),
  )
}

/** A receipt, or an index number as printed. */
async function documentOf(desk: Desk, asked: string): Promise<string | undefined> {
  const receipt = readReceiptCode(asked)
  return receipt ? documentOfReceipt(desk.db, receipt) : documentOfIndexNumber(desk.db, asked.normalize('NFKC').toUpperCase())
}
