// 政府信息公开保密审查表, to be printed on A4: what is to be disclosed, how, and who signed what and when.
import { html } from 'ghtml'
import { toString } from 'qrcode'
import { articleTitle } from '../../../../law/laws.ts'
import { documentKinds } from '../../../../law/document-kinds.ts'
import type { Tx } from '../../../../platform/database/database.ts'
import type { By } from '../../../access/index.ts'
import { disclosureModes, modeArticles, type ModeArticle } from '../../law/metadata.ts'
import { columnNames } from '../../queries/around.ts'
import { editionById, type Edition } from '../../queries/edition.ts'
import { knownOf } from '../../queries/facts.ts'
import type { StepName } from '../../law/steps.ts'
import { roundOf } from '../../queries/review/review.ts'
import type { HistoryRow } from '../../queries/history.ts'
import { reviewLevels } from '../../law/review-levels.ts'
import { questionNames, questionRows, releaseGrounds, reviewAnswers } from '../../law/review-questions.ts'
import { codeOfSheet } from '../../actions/paper/issue-code.ts'
import { codePrefix, sheetStands } from '../../law/paper.ts'
import { pensOf, photosOf } from '../../queries/paper/photos.ts'
import { codeInGroups, standOf } from '../../rules/review/paper.ts'
import type { AnswerRow } from '../../queries/review/record.ts'
import { notesOf, officeTime } from '../../rules/sheet-words.ts'
import { namesIn, roleTitle, type Names } from '../answers.ts'

const style = `
@page { size: A4 portrait; margin: 22mm 20mm 20mm }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 12mm 0; width: 170mm; color: #000; font: 12pt/1.55 "FangSong", "仿宋", "Noto Serif SC", serif }
h1 { margin: 0 0 4mm; text-align: center; font: bold 20pt/1.4 "SimSun", "宋体", "Noto Serif SC", serif; letter-spacing: .1em }
.top { display: flex; justify-content: space-between; margin-bottom: 2mm }
table { width: 100%; border-collapse: collapse; table-layout: fixed } th, td { border: .75pt solid #000; padding: 2mm 2.5mm; vertical-align: middle; overflow-wrap: anywhere }
th { width: 34mm; font-weight: normal; text-align: center } td + th { width: 24mm } .whole { white-space: nowrap } .opinion { min-height: 20mm; vertical-align: top } tr { break-inside: avoid }
.signed { margin: 3mm 0 0; text-align: right } .small { font-size: 10.5pt } p { margin: 0 }
.foot { margin-top: 3mm; font-size: 10.5pt } .print { margin-bottom: 6mm; text-align: right }
thead td { border: 0; padding: 0 0 3mm } .code > div { display: flex; justify-content: flex-end; gap: 4mm } .code svg { width: 24mm; height: 24mm } .code p { flex: 1; font-size: 9pt; line-height: 1.5 } .number { font-family: monospace; white-space: nowrap }
button { padding: 2mm 6mm; font: 12pt "Noto Sans SC", sans-serif }
@media print { body { padding: 0; width: auto } .print { display: none } }
`

const box = (ticked: boolean): string => (ticked ? '☑' : '☐')

/** What a step says where nothing was written. */
const usual: Readonly<Partial<Record<StepName, string>>> = {
  submit: '拟公开，请审核。',
  'submit-to-secrecy': '拟公开，请审查。',
  'submit-urgent': '紧急信息，请先行审查。',
  publish: '已发布。',
  file: '已存档，不对社会公开。',
}

/** One opinion with its signature: who, in whose place, on which day and at which minute. */
function opinionOf(taken: HistoryRow, names: Names): string {
  const paper = taken.step === 'record-paper-signature'
  const signer = paper ? (names.people.get(taken.onBehalfOf ?? '') ?? '') : taken.byName
  const standing = paper ? `（纸质签发，由${taken.byName}登记）` : taken.onBehalfOfName === null ? '' : `（代${taken.onBehalfOfName}）`
  const notes = notesOf(taken.detail, names.units, names.people)
  return html`<p>${taken.opinion || usual[taken.step] || '同意。'}</p>
    !${notes.map((note) => html`<p class="small">${note}</p>`)}
    <p class="signed">${paper ? '签批人' : roleTitle(taken.role)}：${signer}${standing}　${officeTime(taken.at)}</p>`
}

const levels: readonly { readonly title: string; readonly steps: readonly StepName[] }[] = [
  { title: '承办人意见', steps: ['submit', 'submit-to-secrecy', 'submit-urgent'] },
  { title: '科室负责人审核意见', steps: ['approve-section'] },
  { title: '保密审查意见', steps: ['pass-secrecy', 'ask-confirmation'] },
  { title: '会签单位意见', steps: ['answer-confirmation'] },
  { title: '分管领导意见', steps: ['sign', 'pass-to-main-leader'] },
  { title: '主要领导意见', steps: ['sign-important'] },
  { title: '纸质签发登记', steps: ['record-paper-signature'] },
  { title: '发布', steps: ['publish', 'file'] },
]

/** Question by question: what holds, on which article, who said so and when. */
function questionLines(answers: readonly AnswerRow[]): string[] {
  return questionNames.map((name) => {
    const now = answers.findLast((row) => row.question === name)
    const boxes = Object.entries(reviewAnswers).map(([key, title]) => `${box(now?.answer === key)} ${title}`)
    const ground = now?.ground ? `${releaseGrounds[now.ground].title}。` : ''
    return html`<tr>
      <th class="small">${questionRows[name].title}</th>
      <td colspan="3" class="small">
        ${boxes.join('　')}　${articleTitle(questionRows[name].article)}
        !${now ? html`<p>${ground}${now.note}　${reviewLevels[now.level].title}：${now.byName}　${officeTime(now.at)}</p>` : ''}
      </td>
    </tr>`
  })
}

/** In the head of the table, which a printer repeats: every page of a long sheet bears the code. */
async function codeHead(code: string, edition: Edition): Promise<string> {
  const svg = await toString(`${codePrefix}${code}`, { type: 'svg', margin: 0, errorCorrectionLevel: 'H' })
  return html`<thead>
    <tr>
      <td colspan="4" class="code">
        <div>
          <p>
            第${edition.number}版　第${roundOf(edition)}轮审查表　编号<br /><span class="number">${codeInGroups(code)}</span><br />签字后连同右侧编号一起拍照或者扫描，上传后自动归入本信息。
          </p>
          <span role="img" aria-label="审查表编号二维码">!${svg}</span>
        </div>
      </td>
    </tr>
  </thead>`
}

/** What is there on paper: who signed by pen, read by whom, and the photographs that prove it. */
async function paperRows(tx: Tx, edition: Edition): Promise<string> {
  const pens = await pensOf(tx, edition.editionId, edition.round)
  const holding = pens.filter((pen, at) => pens.findLastIndex((one) => one.level === pen.level) === at)
  const photos = await photosOf(tx, edition.editionId)
  const now = { round: roundOf(edition), version: edition.version }
  if (holding.length === 0 && photos.length === 0) return ''
  return html`<tr>
    <th>纸质审查表</th>
    <td colspan="3" class="small">
      !${holding.map((pen) => html`<p>手签　${reviewLevels[pen.level].title}：${pen.signer}　${pen.signedOn}（${pen.recordedByName}按照片登记，${officeTime(pen.at)}）</p>`)}
      !${photos.map((photo) => {
        const stand = photo.round === null || photo.version === null ? 'current' : standOf({ round: photo.round, version: photo.version }, now)
        return html`<p>
          照片　${photo.name}（${photo.pages}页）　${photo.filedByName ?? ''}　${photo.filedAt ? officeTime(photo.filedAt) : ''}${photo.how === 'code' ? '按编号归入' : '人工归入'}　${sheetStands[stand]}<br />SHA-256 ${photo.originalSha256}
        </p>`
      })}
    </td>
  </tr>`
}

export async function reviewSheet(tx: Tx, edition: Edition, by: By): Promise<string> {
  const { sheet, attachments, review } = await knownOf(tx, edition, by)
  const names = await namesIn(tx, sheet.round)
  const columns = await columnNames(tx, edition.columnIds)
  const submitted = sheet.round[0]
  const official = (documentKinds as readonly string[]).includes(edition.kind) && edition.kind !== '其他'
  const article = edition.modeArticle === null ? '' : (modeArticles[edition.modeArticle as ModeArticle] ?? '')
  const paperOnly = ['纸质签发登记', '会签单位意见', '主要领导意见']
  const rows = levels.flatMap(({ title, steps }) => {
    const taken = sheet.round.filter((one) => steps.includes(one.step))
    if (taken.length === 0 && (paperOnly.includes(title) || title === '发布')) return []
    const words = taken.map((one) => opinionOf(one, names))
    return [
      html`<tr>
        <th>${title}</th>
        <td colspan="3" class="opinion">!${words.length === 0 ? '&nbsp;' : words}</td>
      </tr>`,
    ]
  })
  const urgent = review.urgent
    ? html`<tr>
        <th>紧急程序</th>
        <td colspan="3" class="small">${review.urgent.reason}　决定人：${review.urgent.orderedBy}　纸质审查表最迟${review.urgent.paperDueOn}补齐</td>
      </tr>`
    : ''
  const proactive = edition.disclosureMode === 'proactive'
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <title>政府信息公开保密审查表 · ${edition.title}</title>
        <style>
          !${style}
        </style>
      </head>
      <body>
        <h1>政府信息公开保密审查表</h1>
        <div class="top">
          <span>拟公开单位：${edition.unitName}</span><span>填表日期：${submitted ? officeTime(submitted.at).slice(0, -6) : '　　年　月　日'}</span>
        </div>
        <table>
          !${await codeHead(await codeOfSheet(tx, edition, by.at), edition)}
          <tr>
            <th>信息名称</th>
            <td colspan="3">${edition.title}</td>
          </tr>
          <tr>
            <th>发文字号</th>
            <td>${edition.documentNumber ?? '无'}</td>
            <th>公文种类</th>
            <td>${edition.kind}</td>
          </tr>
          <tr>
            <th>载体形式</th>
            <td><span class="whole">${box(official)} 公文类</span>　<span class="whole">${box(!official)} 非公文类</span></td>
            <th>责任部门</th>
            <td>${edition.responsibleDepartment || edition.sectionName || ''}</td>
          </tr>
          <tr>
            <th>公开方式</th>
            <td colspan="3">
              ${(['proactive', 'internal', 'on-application', 'not-disclosed'] as const).map((mode) => `${box(edition.disclosureMode === mode)} ${disclosureModes[mode]}`).join('　')}
              !${proactive ? '' : html`<p class="small">理由：${edition.modeReason}　依据：${article}</p>`}
            </td>
          </tr>
          <tr>
            <th>拟公开渠道</th>
            <td colspan="3">
              ${box(proactive)} 政府网站　☐ 报刊　☐ 广播　☐ 电视　☐ 政府公开栏　☐ 其他
              !${proactive ? html`<p class="small">栏目：${edition.columnIds.map((id) => columns.get(id) ?? '').join('、')}</p>` : ''}
            </td>
          </tr>
          <tr>
            <th>拟公开时间</th>
            <td>${edition.scheduledFor ? officeTime(edition.scheduledFor) : edition.publishedAt ? officeTime(edition.publishedAt) : '签发后'}</td>
            <th>附件</th>
            <td>${attachments.filter((file) => file.role === 'attachment').length}件</td>
          </tr>
          !${questionLines(review.answers.filter((row) => row.round === roundOf(edition)))} !${urgent} !${rows} !${await paperRows(tx, edition)}
        </table>
        <p class="foot">
          依据《政府信息公开条例》第十七条、《保守国家秘密法实施条例》第四十二条，坚持先审查、后公开。本表由系统按办理记录生成，各环节签署人和时间以系统记录为准。
        </p>
      </body>
    </html>`
}

/** The same for whoever keeps the archive; undefined where there is no such edition. */
export async function reviewSheetOf(tx: Tx, editionId: string, by: By): Promise<string | undefined> {
  const edition = await editionById(tx, editionId)
  return edition && reviewSheet(tx, edition, by)
}
