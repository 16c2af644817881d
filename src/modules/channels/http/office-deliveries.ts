// Answers what the office asks of deliveries to archives, libraries and reading points, and of what was not delivered.
import { html } from 'ghtml'
import { chineseDay, day } from '../../../kernel/day.ts'
import { granted, refused } from '../../../kernel/ruling.ts'
import { csvFile } from '../../../platform/http/csv.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { addReadingPoint, closeReadingPoint, enterDelivery, strikeDelivery } from '../actions/keep-deliveries.ts'
import { media } from '../law/reading-points.ts'
import { deliveredDocuments, deliveries, readingPoints, undelivered, type DeliveredDocument, type Delivery } from '../queries/deliveries.ts'
import { byOf, sliceOf, wholeList } from './answers.ts'
import * as contract from './bulletin-contract.ts'

const rowOf = (row: Delivery) => ({ ...row, struckAt: row.struckAt?.toISOString() ?? null })

const style = `
@page { size: A4 portrait; margin: 20mm 18mm }
body { max-width: 180mm; margin: 0 auto; padding: 10mm 0; color: #000; font: 12pt/1.6 "FangSong", "仿宋", "Noto Serif SC", serif }
h1 { text-align: center; font: bold 20pt/1.4 "SimSun", "宋体", "Noto Serif SC", serif }
table { width: 100%; border-collapse: collapse } th, td { border: .75pt solid #000; padding: 1.5mm 2mm; overflow-wrap: anywhere } th, td:not(:nth-child(2)):not(:nth-child(3)) { white-space: nowrap } thead { display: table-header-group } tr { break-inside: avoid }
.signs { display: grid; grid-template-columns: 1fr 1fr; gap: 6mm; margin-top: 8mm }
@media print { body { padding: 0 } }
`

function sheetOf(delivery: Delivery, documents: readonly DeliveredDocument[]): string {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <title>主动公开政府信息送交清单</title>
        <style>
          !${style}
        </style>
      </head>
      <body>
        <h1>主动公开政府信息送交清单</h1>
        <p>送交单位：${delivery.unitName}　接收单位：${delivery.readingPointName}　送交日期：${chineseDay(delivery.deliveredOn)}<br />方式：${media[delivery.medium]}</p>
        <table>
          <thead>
            <tr>
              <th>序号</th>
              <th>名称</th>
              <th>发文字号</th>
              <th>索引号</th>
              <th>公开日期</th>
            </tr>
          </thead>
          <tbody>
            !${documents.map(
              (one, at) =>
                html`<tr>
                  <td>${at + 1}</td>
                  <td>${one.title}</td>
                  <td>${one.documentNumber ?? ''}</td>
                  <td>${one.indexNumber}</td>
                  <td>${one.publishedOn}</td>
                </tr>`,
            )}
          </tbody>
        </table>
        <p>共 ${documents.length} 件。依据《政府信息公开条例》第二十五条送交。</p>
        <div class="signs">
          <p>送交人：${delivery.handedBy}<br />（签字）</p>
          <p>接收人：${delivery.receivedBy}<br />（签字、盖章）　回执号：${delivery.receipt}</p>
        </div>
      </body>
    </html>`
}

export const deliveryRoutes: readonly OfficeRoute[] = [
  answer(contract.listReadingPoints, async ({ tx }) => granted({ rows: await readingPoints(tx) })),
  answer(contract.postReadingPoint, async (call) => {
    const added = await addReadingPoint(call.tx, byOf(call), call.body)
    return added.ok ? granted({ readingPointId: added.value }) : added
  }),
  answer(contract.putReadingPointEnd, async (call) => {
    const ended = await closeReadingPoint(call.tx, byOf(call), call.params.readingPointId)
    return ended.ok ? granted({}) : ended
  }),
  answer(contract.listDeliveries, async ({ tx, reach, query }) => {
    const { rows, total } = await deliveries(tx, { reach, unitId: query.unitId }, query, sliceOf(query))
    return granted({ rows: rows.map(rowOf), total })
  }),
  answer(contract.exportDeliveries, async ({ tx, reach, query }) => {
    const { rows } = await deliveries(tx, { reach, unitId: query.unitId }, query, wholeList)
    const headings = ['送交日期', '送交单位', '接收单位', '件数', '方式', '送交人', '接收人', '回执号', '备注', '登记人', '作废理由']
    const cells = rows.map((row) => [
      row.deliveredOn,
      row.unitName,
      row.readingPointName,
      row.documents,
      media[row.medium],
      row.handedBy,
      row.receivedBy,
      row.receipt,
      row.note,
      row.enteredByName,
      row.struckReason,
    ])
    return granted(csvFile('送交登记', headings, cells))
  }),
  answer(contract.postDelivery, async (call) => {
    const entered = await enterDelivery(call.tx, byOf(call), { ...call.body, deliveredOn: day(call.body.deliveredOn) })
    if (entered.ok)
      call.audit({ objectKind: 'delivery', objectId: entered.value.deliveryId, unitId: call.body.unitId, detail: { documents: call.body.documentIds.length } })
    return entered
  }),
  answer(contract.putDeliveryStrike, async (call) => {
    const struck = await strikeDelivery(call.tx, byOf(call), { deliveryId: call.params.deliveryId, reason: call.body.reason })
    return struck.ok ? granted({}) : struck
  }),
  answer(contract.getDeliverySheet, async ({ tx, reach, params }) => {
    const { rows } = await deliveries(tx, { reach }, { deliveryId: params.deliveryId }, { limit: 1, offset: 0 })
    const [delivery] = rows
    if (!delivery) return refused('delivery-not-found')
    return granted({ mediaType: 'text/html; charset=utf-8', body: sheetOf(delivery, await deliveredDocuments(tx, delivery.deliveryId)) })
  }),
  answer(contract.listUndelivered, async ({ tx, reach, query }) => granted(await undelivered(tx, { reach, unitId: query.unitId }, query, sliceOf(query)))),
  answer(contract.exportUndelivered, async ({ tx, reach, query }) => {
    const { rows } = await undelivered(tx, { reach, unitId: query.unitId }, query, wholeList)
    const cells = rows.map((row) => [row.title, row.documentNumber, row.indexNumber, row.unitName, row.publishedOn])
    return granted(csvFile('未送交的信息', ['名称', '发文字号', '索引号', '单位', '公开日期'], cells))
  }),
]
