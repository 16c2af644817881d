// Answers with what comes out of a report.
import { granted, refused } from '../../../kernel/ruling.ts'
import { openReader } from '../../../platform/documents/read/reader.ts'
import { openPdfPress } from '../../../platform/documents/write/pdf.ts'
import { sentenceOf } from '../../../platform/http/problem.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { may } from '../../access/index.ts'
import { readingWith } from '../../disclosure/index.ts'
import { draftReport } from '../actions/draft-report.ts'
import { writeReport } from '../actions/write-report.ts'
import { reportFileForms } from '../law/file-forms.ts'
import { standingOf } from '../queries/publication.ts'
import { printOf } from '../queries/report-print.ts'
import { roundById } from '../queries/rounds.ts'
import { sheetOf } from '../queries/sheet.ts'
import { mayDraft, publishedLate } from '../rules/may-draft.ts'
import { reportsSentences } from '../sentences.ts'
import { byOf } from './by.ts'
import * as contract from './output-contract.ts'

// One thread, started by the first file.
const press = openPdfPress()
const reading = readingWith(openReader())

export const reportOutputRoutes: readonly OfficeRoute[] = [
  answer(contract.getReportFile, async ({ tx, params, query, actor }) => {
    const sheet = await sheetOf(tx, params.reportId)
    if (!sheet || !may(actor, 'report.read', sheet).ok) return refused('not-found')
    const { name, bytes } = await writeReport(press, await printOf(tx, sheet, query.redHead), params.form)
    return granted({ mediaType: reportFileForms[params.form].mediaType, name, body: bytes })
  }),

  answer(contract.getReportPublication, async ({ tx, params, actor, clock, publicAddress }) => {
    const sheet = await sheetOf(tx, params.reportId)
    if (!sheet || !may(actor, 'report.read', sheet).ok) return refused('not-found')
    const round = sheet.roundId === null ? undefined : await roundById(tx, sheet.roundId)
    const draft = await standingOf(tx, sheet.id)
    const ruling = may(actor, 'report.write', sheet).ok
      ? mayDraft(sheet, { version: sheet.version, collectorId: round?.unitId ?? null })
      : refused('not-allowed')
    const [refusal] = ruling.ok ? [] : ruling.refusals
    const publishedAt = draft?.firstPublishedAt ?? null
    return granted({
      publishBy: sheet.publishBy,
      late: publishedLate(sheet.publishBy, publishedAt, clock.today()),
      draft: draft
        ? {
            editionId: draft.editionId,
            documentId: draft.documentId,
            byName: draft.byName,
            at: draft.at.toISOString(),
            behind: draft.version !== sheet.version,
          }
        : null,
      published:
        draft && publishedAt
          ? { at: publishedAt.toISOString(), indexNumber: draft.indexNumber ?? '', address: `${publicAddress}documents/${draft.documentId}` }
          : null,
      mayDraft: ruling.ok,
      whyNot: refusal ? sentenceOf(refusal, reportsSentences) : '',
    })
  }),

  answer(contract.postReportDraft, async (call) => {
    const { tx, params, body, fileStore, audit } = call
    audit({ objectKind: 'report', objectId: params.reportId, detail: { version: body.version } })
    return draftReport(
      tx,
      byOf(call),
      { ...params, ...body, changeNote: body.changeNote || contract.changeNoteUnlessTold },
      { press, store: fileStore, reading },
    )
  }),
]
