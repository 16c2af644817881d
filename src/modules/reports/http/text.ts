// Answers for the text of a report.
import { parseText } from '../../../kernel/references.ts'
import { granted, refused } from '../../../kernel/ruling.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { may } from '../../access/index.ts'
import { compareTexts } from '../../disclosure/index.ts'
import { alikeTexts } from '../actions/alike-texts.ts'
import { compiledParts, compileText, isCollectors } from '../actions/compile-text.ts'
import { mayWrite } from '../actions/held-report.ts'
import { lookAtText, type TextSeen } from '../actions/look-at-text.ts'
import { startingText, takeStartingText } from '../actions/starting-text.ts'
import { roundById } from '../queries/rounds.ts'
import { sheetOf } from '../queries/sheet.ts'
import { figuresOfText, sentencesDrawn } from '../queries/text.ts'
import { editable } from '../rules/may-take.ts'
import { formOf } from '../rules/sheet-checks.ts'
import type { CellValue, ReportSheet } from '../rules/sheet.ts'
import { holdsTable } from '../rules/text/reading-of.ts'
import { resolvedBody } from '../rules/text/resolve.ts'
import { yearMetrics, isYearMetric } from '../law/year-metrics.ts'
import type { Figures } from '../rules/text/resolve.ts'
import { byOf } from './by.ts'
import * as contract from './text-contract.ts'

function asShown(value: CellValue | undefined): string {
  if (value?.stands === 'figure') return String(value.figure)
  return value?.stands === 'change' ? value.words : value?.stands === 'not-applicable' ? '/' : '未填'
}

const lookedAt = ({ lines, findings }: TextSeen): contract.TextLooked => ({
  lines: lines.flatMap(({ part, line, source, resolved }) =>
    line === null
      ? []
      : [
          {
            part: part.ordinal,
            line,
            source,
            text: resolved.text,
            shown: resolved.pieces.flatMap(({ text, reference }) => (reference ? [{ reference: reference.source, text, flaw: reference.sentence }] : [])),
          },
        ],
  ),
  findings: findings.map(({ severity, code, place, message, part, line, replacement }) => ({ severity, code, place, message, part, line, replacement })),
})

const metricCells = (figures: Figures): contract.ReportTextAnswer['cells'] =>
  Object.entries(yearMetrics).map(([name, { title, measure }]) => {
    const kept = isYearMetric(name) ? figures.metric(name) : undefined
    return { reference: `m.${name}`, title, table: '按记录统计', unit: measure, shown: kept ? String(kept.value) : '', last: null }
  })

const withParts = (sheet: ReportSheet, parts: readonly { readonly ordinal: number; readonly body: string }[]): ReportSheet => ({
  ...sheet,
  parts: sheet.parts.map((part) => ({ ...part, body: parts.find(({ ordinal }) => ordinal === part.ordinal)?.body ?? part.body })),
})

/** A text without references, as it is read. */
const plainText = (source: string): string => parseText(source).map((piece) => (piece.kind === 'text' ? piece.text : '')).join('') // prettier-ignore

export const reportTextRoutes: readonly OfficeRoute[] = [
  answer(contract.getReportText, async (call) => {
    const { tx, params, actor, clock } = call
    const sheet = await sheetOf(tx, params.reportId)
    if (!sheet || !may(actor, 'report.read', sheet).ok) return refused('not-found')
    const round = sheet.roundId === null ? undefined : await roundById(tx, sheet.roundId)
    const figures = await figuresOfText(tx, sheet)
    const form = formOf(sheet) ?? null
    return granted({
      ...lookedAt(await lookAtText(tx, sheet, clock.today())),
      version: sheet.version,
      editable: round !== undefined && round.closedAt === null && editable(sheet.state) && mayWrite(byOf(call), sheet, round),
      collects: await isCollectors(tx, sheet),
      parts: sheet.parts.map((part) => ({ ...part, table: holdsTable(form, part) })),
      cells: [
        ...[...figures.book.values()].map(({ key, title, table, unit }) => ({
          reference: key,
          title,
          table,
          unit,
          shown: asShown(figures.cells.get(key)?.value),
          last: figures.last === null ? null : asShown(figures.last.get(key)?.value),
        })),
        ...metricCells(figures),
      ],
      sentences: ((await sentencesDrawn(tx, [sheet.id])).get(sheet.id) ?? []).map((one) => ({ ...one, sources: [...one.sources] })),
    })
  }),

  answer(contract.postReportTextCheck, async ({ tx, params, body, actor, clock }) => {
    const sheet = await sheetOf(tx, params.reportId)
    if (!sheet || !may(actor, 'report.read', sheet).ok) return refused('not-found')
    return granted(lookedAt(await lookAtText(tx, withParts(sheet, body.parts), clock.today())))
  }),

  answer(contract.getStartingText, async ({ tx, params, actor, clock }) => {
    const sheet = await sheetOf(tx, params.reportId)
    if (!sheet || !may(actor, 'report.read', sheet).ok) return refused('not-found')
    const { parts, figures } = await startingText(tx, sheet, clock.today())
    const read = (source: string): string => resolvedBody(source, figures)
    return granted({
      parts: parts.map(({ ordinal, title, body, sentences, write }) => ({
        ordinal,
        title,
        body,
        text: read(body),
        now: read(sheet.parts.find((part) => part.ordinal === ordinal)?.body ?? ''),
        sentences: sentences.map(({ said, article, sources }) => ({ text: read(said), article, sources: [...sources] })),
        write: [...write],
      })),
    })
  }),

  answer(contract.putStartingText, async (call) => {
    const { tx, params, body, audit } = call
    audit({ objectKind: 'report', objectId: params.reportId, detail: { parts: body.ordinals.length } })
    return takeStartingText(tx, byOf(call), { reportId: params.reportId, ...body })
  }),

  answer(contract.getCompiledText, async ({ tx, params, actor }) => {
    const sheet = await sheetOf(tx, params.reportId)
    if (!sheet || !may(actor, 'report.read', sheet).ok) return refused('not-found')
    const parts = await compiledParts(tx, sheet)
    return granted({
      parts: parts.map(({ ordinal, title, sentences }) => ({
        ordinal,
        title,
        lines: sentences.map(({ said, sources: [source] }) => ({ text: plainText(said), unitName: source?.title ?? '', path: source?.path ?? '' })),
      })),
    })
  }),

  answer(contract.putCompiledText, async (call) => {
    const { tx, params, body, audit } = call
    audit({ objectKind: 'report', objectId: params.reportId, detail: { parts: body.ordinals.length } })
    return compileText(tx, byOf(call), { reportId: params.reportId, ...body })
  }),

  answer(contract.getTextLikeness, async ({ tx, params, actor }) => {
    const sheet = await sheetOf(tx, params.reportId)
    if (!sheet || !may(actor, 'report.read', sheet).ok) return refused('not-found')
    return granted({
      rows: (await alikeTexts(tx, sheet)).map(({ part, other, otherPart, alike }) => ({
        part,
        otherId: other.id,
        otherPart,
        unitName: other.unitName,
        year: other.year,
        alike,
        readable: may(actor, 'report.read', other).ok,
      })),
    })
  }),

  answer(contract.getTextComparison, async ({ tx, params, query, actor }) => {
    const [sheet, other] = [await sheetOf(tx, params.reportId), await sheetOf(tx, params.otherId)]
    if (!sheet || !other || !may(actor, 'report.read', sheet).ok || !may(actor, 'report.read', other).ok) return refused('not-found')
    const text = async (one: ReportSheet, ordinal: number): Promise<string> =>
      resolvedBody(one.parts.find((part) => part.ordinal === ordinal)?.body ?? '', await figuresOfText(tx, one))
    const paragraphs = compareTexts(await text(other, query.otherPart), await text(sheet, query.part))
    return granted({
      unitName: sheet.unitName,
      otherUnitName: other.unitName,
      otherYear: other.year,
      paragraphs: paragraphs.map(({ kind, text: whole, parts }) => ({ kind, text: whole, parts: parts.map((one) => ({ ...one })) })),
    })
  }),
]
