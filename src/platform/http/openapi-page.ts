// The page at `/api/docs`: the API's description for a reader, without a script and without another site.
import { html } from 'ghtml'
import type { OpenApi, Operation } from './openapi.ts'

const style = `
body { margin: 0 auto; max-width: 1080px; padding: 24px; font: 15px/1.7 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; color: #1f2329; background: #f5f6f8 }
h1 { font-size: 24px; margin: 8px 0 } h2 { font-size: 18px; margin: 32px 0 8px; border-left: 4px solid #1d4f91; padding-left: 10px }
details { background: #fff; border: 1px solid #dfe3e8; border-radius: 4px; margin: 6px 0 } summary { padding: 8px 12px; cursor: pointer; display: flex; gap: 12px; flex-wrap: wrap; align-items: baseline }
summary:focus-visible { outline: 2px solid #1d4f91 } .body { padding: 0 16px 12px } code, pre { font: 13px/1.6 ui-monospace, 'Noto Sans Mono CJK SC', Consolas, monospace }
pre { background: #f5f6f8; padding: 12px; overflow: auto; border-radius: 4px } .method { font-weight: 700; min-width: 64px; color: #1d4f91 } .may { margin-left: auto; color: #5c6570 }
table { border-collapse: collapse; width: 100% } th, td { border: 1px solid #dfe3e8; padding: 6px 10px; text-align: left } th { background: #f0f3f7 }
`

const mayWords: Readonly<Record<string, string>> = { anyone: '任何人', 'signing-in': '登录过程中', 'signed-in': '已登录人员' }
const places = { path: '路径', query: '查询', header: '请求头' } as const

const shape = (content: unknown): string => html`<pre>${JSON.stringify(content, null, 2)}</pre>`

function operation(path: string, method: string, of: Operation): string {
  const body = of.requestBody && Object.entries(of.requestBody.content)
  const answers = (of.responses['200'] as { content: Record<string, { schema: unknown }> }).content
  return html`<details id="${of.operationId}">
    <summary>
      <span class="method">${method.toUpperCase()}</span><code>/api${path}</code><span>${of.summary}</span
      ><span class="may">${mayWords[of['x-may']] ?? of['x-may']}</span>
    </summary>
    <div class="body">
      !${
        of.parameters.length > 0
          ? html`<h3>参数</h3>
              <table>
                <thead>
                  <tr>
                    <th>名称</th>
                    <th>位置</th>
                    <th>必填</th>
                    <th>格式</th>
                  </tr>
                </thead>
                <tbody>
                  !${of.parameters
                    .map(
                      (one) =>
                        html`<tr>
                          <td><code>${one.name}</code></td>
                          <td>${places[one.in]}</td>
                          <td>${one.required ? '是' : '否'}</td>
                          <td><code>${JSON.stringify(one.schema)}</code></td>
                        </tr>`,
                    )
                    .join('')}
                </tbody>
              </table>`
          : ''
      }
      !${
        body
          ? body
              .map(
                ([type, { schema }]) =>
                  html`<h3>提交内容（${type}）</h3>
                    !${shape(schema)}`,
              )
              .join('')
          : ''
      }
      !${Object.entries(answers)
        .map(
          ([type, { schema }]) =>
            html`<h3>返回内容（${type}）</h3>
              !${shape(schema)}`,
        )
        .join('')}
    </div>
  </details>`
}

/** The whole page as HTML. */
export function openApiPage(document: OpenApi): string {
  const groups = new Map<string, string[]>()
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, of] of Object.entries(methods)) {
      const group = of.tags[0] ?? ''
      groups.set(group, [...(groups.get(group) ?? []), operation(path, method, of)])
    }
  }
  const sections = [...groups]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(
      ([name, rows]) =>
        html`<section>
          <h2>${name}</h2>
          !${rows.join('')}
        </section>`,
    )
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="data:," />
        <title>${document.info.title}</title>
        <style>
          !${style}
        </style>
      </head>
      <body>
        <header>
          <h1>${document.info.title}</h1>
          <p>${document.info.description}</p>
          <p>版本 ${document.info.version} · 机器可读文本：<a href="openapi.json">openapi.json</a>（OpenAPI ${document.openapi}）</p>
        </header>
        <main>!${sections.join('')}</main>
      </body>
    </html>`
}
