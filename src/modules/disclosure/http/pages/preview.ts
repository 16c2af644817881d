// An edition as its public page would read, for a frame of phone or desktop width: text and files, without the site around it.
import { html } from 'ghtml'
import { validities } from '../../law/metadata.ts'
import type { AttachmentRow } from '../../queries/attachments.ts'
import type { Edition } from '../../queries/edition.ts'

const style = `
:root { color: #1f2933; background: #fff; font: 17px/1.9 "Noto Serif SC", "Songti SC", SimSun, serif }
body { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem }
.draft { margin: 0 0 1.25rem; padding: .4rem .75rem; border-left: 4px solid #b7791f; background: #fffaf0; color: #744210; font: 14px/1.6 "Noto Sans SC", sans-serif }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 0 1.5rem; margin: 0 0 1.5rem; padding: .75rem 1rem; border: 1px solid #d9e0e6; border-top: 3px solid #0b4a8f; font: 14px/1.9 "Noto Sans SC", sans-serif }
dl div { display: flex; gap: .5rem } dt { color: #52606d; white-space: nowrap } dt::after { content: "：" } dd { margin: 0; overflow-wrap: anywhere }
h1 { margin: 1rem 0 1.25rem; font-size: 1.5rem; line-height: 1.5; text-align: center }
h2 { font-size: 1.15rem } h3 { font-size: 1.05rem }
img { max-width: 100%; height: auto } .scroll { overflow-x: auto }
table { border-collapse: collapse; margin: 1rem 0; min-width: 60% } th, td { border: 1px solid #9aa5b1; padding: .3rem .6rem; text-align: left }
.files { margin-top: 2rem; padding-top: 1rem; border-top: 1px solid #d9e0e6; font: 15px/1.8 "Noto Sans SC", sans-serif }
@media (max-width: 30rem) { :root { font-size: 18px } h1 { font-size: 1.3rem } }
`

const weight = (bytes: number): string => (bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`)

export function previewPage(edition: Edition, files: readonly AttachmentRow[]): string {
  const isLive = edition.liveEditionId === edition.editionId
  const metadata: readonly (readonly [string, string | null])[] = [
    ['索引号', isLive ? null : '发布时编排'],
    ['发文字号', edition.documentNumber],
    ['发布机构', edition.unitName],
    ['成文日期', edition.draftedOn],
    ['发布日期', isLive ? null : '发布时确定'],
    ['主题分类', edition.theme?.replace('\\', ' / ') ?? null],
    ['公文种类', edition.kind],
    ['有效性', validities[edition.validity]],
    ['实施日期', edition.effectiveOn],
    ['失效日期', edition.expiresOn],
    ['责任部门', edition.responsibleDepartment],
    ['关键词', edition.keywords.join(' ')],
  ]
  const attached = files.filter((file) => file.role === 'attachment')
  const rows = metadata
    .filter(([, value]) => value !== null && value !== '')
    .map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )
  const body = edition.bodyHtml.replaceAll('<table', '<div class="scroll"><table').replaceAll('</table>', '</table></div>')
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${edition.title || '（无标题）'} · 预览</title>
        <style>
          !${style}
        </style>
      </head>
      <body>
        !${isLive ? '' : html`<p class="draft">预览：公众看不到这一版。</p>`}
        <dl>!${rows}</dl>
        <h1>${edition.title || '（无标题）'}</h1>
        <article>!${body}</article>
        !${
          attached.length === 0
            ? ''
            : html`<section class="files">
                <strong>附件</strong>
                <ol>
                  !${attached.map((file) => html`<li>${file.name}（${weight(file.bytes)}）</li>`)}
                </ol>
              </section>`
        }
      </body>
    </html>`
}
