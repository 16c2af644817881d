// Answers the office's questions about entries: lists, one entry, export, import.
import { day } from '../../../kernel/day.ts'
import { lineOfKind } from '../../../law/lines.ts'
import { granted, refused } from '../../../kernel/ruling.ts'
import { openReader } from '../../../platform/documents/read/reader.ts'
import { gridFile } from '../../../platform/documents/write/grid.ts'
import { csvFile } from '../../../platform/http/csv.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { may } from '../../access/index.ts'
import { unitTree } from '../../organization/index.ts'
import { chooseSection } from '../actions/choose-section.ts'
import { applyCatalogue, previewOf, readCatalogue } from '../actions/import-catalogue.ts'
import { addEntries, changeOneEntry, endOneEntry, mayKeep } from '../actions/keep-entries.ts'
import { audiences, channels, entryKinds, entryModes, fieldTitles, lineOfEntry, tiers } from '../law/entries.ts'
import { answeringUnits, entryList, entryVersions, fieldNames, presentEntry } from '../queries/entries.ts'
import { entryName } from '../rules/entry.ts'
import { limitOf } from '../rules/limit.ts'
import { rhythmWords } from '../law/rhythms.ts'
import { layoutOf } from '../rules/sheet/write-rows.ts'
import { catalogueSentences } from '../sentences.ts'
import { byOf, entryOut, sliceOf } from './call.ts'
import * as contracts from './contract.ts'
import { standingVersions } from './standing-versions.ts'
import * as imports from './import-contract.ts'

// One thread with bounds of time and memory, started by the first file; an idle one keeps no process alive.
const reader = openReader({ milliseconds: 30_000, megabytes: 768 })

const mostExported = 20_000

const headings = [
  fieldTitles.field, fieldTitles.serial, fieldTitles.item1, fieldTitles.item2, fieldTitles.item3, fieldTitles.elements, fieldTitles.basis, fieldTitles.limitText, fieldTitles.bodyText,
  fieldTitles.channels, fieldTitles.audience, fieldTitles.mode, fieldTitles.tiers, fieldTitles.rhythm, '生效日期', '责任单位数',
] // prettier-ignore

type Body = typeof contracts.postEntry.body._output.content

const contentOf = (body: Body) => ({ ...body, limit: limitOf(body.limitText) })

export const entryRoutes: readonly OfficeRoute[] = [
  answer(contracts.listEntries, async ({ tx, query }) => {
    const { rows, total } = await entryList(tx, { ...query, words: query.q, ...sliceOf(query) })
    return granted({ rows: rows.map(entryOut), total })
  }),

  answer(contracts.exportEntriesCsv, async ({ tx, query }) => {
    const { rows } = await entryList(tx, { ...query, words: query.q, limit: mostExported, offset: 0 })
    const cells = rows.map((row) => [
      row.field, row.serial, row.item1, row.item2, row.item3, row.elements, row.basis, row.limitText, row.bodyText,
      [...row.channels.map((key) => channels[key].title), ...(row.channelOther ? [row.channelOther] : [])].join('、'),
      row.audience === 'group' ? `${audiences.group}（${row.audienceWho}）` : audiences[row.audience],
      entryModes[row.mode], row.tiers.map((tier) => tiers[tier].title).join('、'), rhythmWords(row.rhythm), row.beginsOn, row.units,
    ]) // prettier-ignore
    return granted(csvFile('公开目录', headings, cells))
  }),

  answer(contracts.exportEntriesXlsx, async ({ tx, query, clock }) => {
    const { rows } = await entryList(tx, { ...query, words: query.q, limit: mostExported, offset: 0 })
    const site = (await unitTree(tx, { asOf: clock.today() })).find((unit) => unit.parentId === null && lineOfKind(unit.kind) === lineOfEntry(query.kind))
    const tables = layoutOf((site?.name ?? '').replace(/人民政府$/, ''), rows, entryKinds[query.kind])
    if (tables.length === 0) return refused('catalogue-nothing-to-export')
    const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return granted({ mediaType, name: `${query.field ?? entryKinds[query.kind]}标准目录.xlsx`, body: await gridFile(tables) })
  }),

  answer(contracts.listFields, async ({ tx, query }) => granted({ rows: await fieldNames(tx, query.kind) })),

  answer(contracts.getEntry, async (call) => {
    const entry = await presentEntry(call.tx, call.params.entryId)
    if (!entry) return refused('not-found')
    const [versions, units, keeps] = [
      await entryVersions(call.tx, entry.entryId),
      await answeringUnits(call.tx, entry.entryId),
      await mayKeep(call.tx, byOf(call), entry.kind),
    ]
    return granted({
      entry: entryOut(entry),
      versions: versions.map(entryOut),
      units: units.map((unit) => ({ ...unit, mayAssign: may(call.actor, 'duty.assign', { unitId: unit.unitId }).ok })),
      mayKeep: keeps,
      standing: await standingVersions(call.tx, entry.columnIds, units, (path) => `${call.publicAddress}documents/${path}`),
    })
  }),

  answer(contracts.postEntry, async (call) => {
    const { content, begins, note } = call.body
    const ruling = await addEntries(call.tx, byOf(call), { contents: [contentOf(content)], begins: day(begins), note })
    if (!ruling.ok) return ruling
    call.audit({ objectKind: 'catalogue-entry', objectId: ruling.value[0] ?? '', detail: { name: entryName(content) } })
    return granted({ id: ruling.value[0] ?? '' })
  }),

  answer(contracts.putEntryVersion, async (call) => {
    const { content, number, begins, note } = call.body
    call.audit({ objectKind: 'catalogue-entry', objectId: call.params.entryId, detail: { name: entryName(content) } })
    return changeOneEntry(call.tx, byOf(call), { entryId: call.params.entryId, number, content: contentOf(content), begins: day(begins), note })
  }),

  answer(contracts.putEntryEnd, async (call) => {
    call.audit({ objectKind: 'catalogue-entry', objectId: call.params.entryId, detail: { lastDay: call.body.lastDay } })
    return endOneEntry(call.tx, byOf(call), { entryId: call.params.entryId, lastDay: day(call.body.lastDay), note: call.body.note })
  }),

  answer(contracts.putResponsibilitySection, async (call) => {
    call.audit({ objectKind: 'catalogue-responsibility', objectId: call.params.responsibilityId })
    return chooseSection(call.tx, byOf(call), call.params.responsibilityId, call.body.sectionId)
  }),

  answer(imports.postCatalogueImport, async (call) => {
    const [file] = call.files
    if (!file) return refused({ code: 'catalogue-file-missing', field: 'files' })
    call.audit({ objectKind: 'catalogue-import', detail: { file: file.name } })
    return readCatalogue(call.tx, byOf(call), reader, { name: file.name, bytes: file.bytes, kind: call.body.kind })
  }),

  answer(imports.getCatalogueImport, async (call) => {
    const preview = await previewOf(call.tx, byOf(call), call.params.importId)
    if (!preview.ok) return preview
    const { differences, refused: notRead, rows, fileName, madeByName, madeAt, appliedAt, appliedByName, unknownBodies } = preview.value
    return granted({
      fileName,
      kind: preview.value.kind,
      madeByName,
      madeAt: madeAt.toISOString(),
      appliedAt: appliedAt?.toISOString() ?? null,
      appliedByName,
      rows: rows.length,
      fields: [...new Set(rows.map((row) => row.field))],
      differences: differences.map((one) => ({
        key: one.key,
        what: one.what,
        entryId: one.entryId,
        field: one.name.field,
        name: entryName(one.name),
        place: one.row ? `${one.row.sheet} 第${one.row.row}行` : '',
        cells: [...one.cells],
      })),
      refused: notRead.map(({ code, ...place }) => ({ ...place, sentence: catalogueSentences[code] ?? code })),
      unknownBodies: [...unknownBodies],
    })
  }),

  answer(imports.putImportApplication, async (call) => {
    call.audit({ objectKind: 'catalogue-import', objectId: call.params.importId, detail: { chosen: call.body.keys.length } })
    return applyCatalogue(call.tx, byOf(call), { id: call.params.importId, begins: day(call.body.begins), keys: call.body.keys })
  }),
]
