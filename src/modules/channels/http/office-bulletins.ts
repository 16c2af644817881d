// Answers what the office asks of bulletins: picking, ordering, preview, and the edition that is made of one.
import { html } from 'ghtml'
import { day } from '../../../kernel/day.ts'
import { granted, refused } from '../../../kernel/ruling.ts'
import { proofOf } from '../../../platform/documents/read/proof.ts'
import { openReader } from '../../../platform/documents/read/reader.ts'
import { openPdfPress } from '../../../platform/documents/write/pdf.ts'
import { pdfOfPage } from '../../../platform/documents/write/page-pdf.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { may } from '../../access/index.ts'
import { states } from '../../disclosure/law/states.ts'
import { issueBulletin } from '../actions/issue-bulletin.ts'
import { openBulletin, saveBulletin } from '../actions/keep-bulletin.ts'
import { bulletinById, bulletinItems, bulletins, candidates, type Bulletin } from '../queries/bulletins.ts'
import { bulletinHtml, bulletinTitle } from '../rules/bulletin.ts'
import { byOf, sliceOf } from './answers.ts'
import * as contract from './bulletin-contract.ts'

const press = openPdfPress()
const reader = openReader()
const pdfOf = (title: string, body: string): Promise<Buffer> => pdfOfPage(press, title, body)

const stateTitle = (state: string | null): string => (state !== null && Object.hasOwn(states, state) ? states[state as keyof typeof states].title : '编辑中')

const rowOf = ({ bulletinId, unitId, unitName, title, year, issue, documentIds, version, createdByName, updatedAt, editionId, state }: Bulletin) => ({
  bulletinId,
  unitId,
  unitName,
  title,
  year,
  issue,
  documents: documentIds.length,
  version,
  createdByName,
  updatedAt: updatedAt.toISOString(),
  editionId,
  stateTitle: stateTitle(state),
})

const style = `
body { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; color: #1b2733; font: 17px/1.9 "Noto Serif SC", "Songti SC", SimSun, serif }
h1 { font-size: 1.5rem; text-align: center } h2 { font-size: 1.15rem } p { margin: 0 0 .6rem }
.draft { padding: .4rem .75rem; border-left: 4px solid #9a5b00; background: #fffaf0; font: 14px/1.6 sans-serif }
`

type Seen = { readonly tx: Parameters<typeof bulletinById>[0]; readonly actor: Parameters<typeof may>[0]; readonly params: { readonly bulletinId: string } }

/** The bulletin where the actor works with it; elsewhere it does not exist. */
async function seen({ tx, actor, params }: Seen): Promise<Bulletin | undefined> {
  const bulletin = await bulletinById(tx, params.bulletinId)
  return bulletin && may(actor, 'bulletin.manage', { unitId: bulletin.unitId }).ok ? bulletin : undefined
}

export const bulletinRoutes: readonly OfficeRoute[] = [
  answer(contract.listBulletins, async ({ tx, reach, query }) => {
    const { rows, total } = await bulletins(tx, { reach }, query, sliceOf(query))
    return granted({ rows: rows.map(rowOf), total })
  }),
  answer(contract.postBulletin, async (call) => {
    const opened = await openBulletin(call.tx, byOf(call), call.body)
    return opened.ok ? granted({ bulletinId: opened.value }) : opened
  }),
  answer(contract.getBulletin, async (call) => {
    const bulletin = await seen(call)
    if (!bulletin) return refused('bulletin-not-found')
    const items = await bulletinItems(call.tx, bulletin.documentIds)
    return granted({
      ...rowOf(bulletin),
      foreword: bulletin.foreword,
      columnId: bulletin.columnId,
      items: items.map(({ documentId, title, unitName, documentNumber, indexNumber, publishedOn }) => ({
        documentId,
        title,
        unitName,
        documentNumber,
        indexNumber,
        publishedOn,
      })),
    })
  }),
  answer(contract.putBulletin, async (call) => {
    const { version, ...draft } = call.body
    const saved = await saveBulletin(call.tx, byOf(call), { bulletinId: call.params.bulletinId, version, draft })
    return saved.ok ? granted({ version: saved.value }) : saved
  }),
  answer(contract.listBulletinCandidates, async (call) => {
    const bulletin = await seen(call)
    if (!bulletin) return refused('bulletin-not-found')
    const { from, until, q } = call.query
    const { rows, total } = await candidates(call.tx, { unitId: bulletin.unitId, from: day(from), until: day(until), q }, sliceOf(call.query))
    return granted({ rows: [...rows], total })
  }),
  answer(contract.getBulletinPreview, async (call) => {
    const bulletin = await seen(call)
    if (!bulletin) return refused('bulletin-not-found')
    const items = await bulletinItems(call.tx, bulletin.documentIds)
    const title = bulletin.issue === null ? `${bulletin.title}（${bulletin.year}年第　期）` : bulletinTitle(bulletin.title, bulletin.year, bulletin.issue)
    const body = html`<!doctype html>
      <html lang="zh-CN">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${title} · 预览</title>
          <style>
            !${style}
          </style>
        </head>
        <body>
          <p class="draft">预览：成稿时编期号，经审核发布后公众才能看到。</p>
          <h1>${title}</h1>
          !${bulletinHtml({ foreword: bulletin.foreword, items, publicAddress: call.publicAddress })}
        </body>
      </html>`
    return granted({ mediaType: 'text/html; charset=utf-8', body })
  }),
  answer(contract.postBulletinEdition, async (call) => {
    const { bulletinId } = call.params
    const issued = await issueBulletin(call.tx, byOf(call), bulletinId, {
      store: call.fileStore,
      care: { proofOf, inspect: reader.inspect, clean: reader.clean },
      pdfOf,
      publicAddress: call.publicAddress,
    })
    call.audit({ objectKind: 'bulletin', objectId: bulletinId })
    return issued
  }),
]
