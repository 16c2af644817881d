// The public register for everybody: check a receipt, see what happened to a piece, take the whole register away.
import { html } from 'ghtml'
import type { RegisteredEntry, RegisterState } from '../../modules/publication/queries/pages/register.ts'
import { linkHashOf } from '../../modules/publication/rules/register-chain.ts'
import { receiptCode } from '../../modules/publication/rules/receipt.ts'
import { documentPath, fileHref, href } from '../place.ts'
import { secondOf } from '../time.ts'
import type { Page, View } from '../view.ts'

export interface RegisterFacts {
  readonly asked: string
  readonly state: RegisterState
  /** Undefined where nothing was asked; empty where nothing was found. */
  readonly entries: readonly RegisteredEntry[] | undefined
  /** Whether the text that the site shows now gives the hash that was registered; undefined where nothing is shown. */
  readonly contentFits: boolean | undefined
  /** The signed checkpoint over the latest entry, where there is one. */
  readonly checkpoint: { readonly sequence: number; readonly signedAt: string } | null
}

const acts: Readonly<Record<string, string>> = { publish: '首次发布', revise: '修订', withdraw: '撤下' }

export function registerPage(view: View, facts: RegisterFacts): Page {
  return {
    title: '公开登记簿',
    section: '/register',
    crumbs: [{ title: '公开登记簿' }],
    unlisted: facts.asked !== '',
    body: html`<div class="wide">
      <div class="document">
        <div class="content">
          <h1>公开登记簿</h1>
          <p class="lead">每一次发布、修订和撤下都登记在册，前后相连，不能悄悄更改。输入文件上的登记回执或者索引号，核对它是否在册、内容是否与登记时一致。</p>
          <form class="register-form" action="${href(view.place, '/register')}" role="search" aria-label="核验">
            <input
              type="text"
              name="q"
              value="${facts.asked}"
              aria-label="登记回执或者索引号"
              placeholder="登记回执，如 GK-128-9F86D081；或者索引号"
              maxlength="80"
              required
            />
            <button class="button" type="submit">核验</button>
          </form>
          !${result(view, facts)} !${explanation()}
        </div>
        !${side(view, facts.state)}
      </div>
    </div>`,
  }
}

function result(view: View, { asked, entries, contentFits, checkpoint }: RegisterFacts): string {
  if (!entries) return ''
  const last = entries.at(-1)
  if (!last)
    return html`<div class="band ended" role="status">
      <strong>不在册</strong><span>没有找到“${asked}”。请核对每一位；仍然找不到的，这份文件不是从本站发布的。</span>
    </div>`
  const chained = entries.every(({ entry, link }) => link === null || linkHashOf({ ...link, entry }) === link.linkHash)
  const good = chained && contentFits !== false
  return html`<div class="band !${good ? 'good' : 'ended'}" role="status">
      <strong>!${good ? '在册，核验一致' : '核验不一致'}</strong><span>!${verdict(last, good)}</span>
    </div>
    <section class="block">
      <div class="block-head">
        <h2>索引号 ${last.entry.indexNumber}</h2>
        !${last.entry.act === 'withdraw' ? '' : html`<a href="${href(view.place, documentPath(last.entry.documentId))}">查看文件</a>`}
      </div>
      <dl class="facts">
        <div>
          <dt>登记核对</dt>
          <dd>!${chained ? '逐条重新计算，与登记一致' : '重新计算的结果与登记不同'}</dd>
        </div>
        <div>
          <dt>内容核对</dt>
          <dd>!${contentFits === undefined ? '已撤下，不再保存内容' : contentFits ? '现在公开的内容与登记时一致' : '现在公开的内容与登记时不同'}</dd>
        </div>
        <div>
          <dt>签名</dt>
          <dd>
            !${checkpoint ? html`由第 ${checkpoint.sequence} 号检查点签名，${secondOf(new Date(checkpoint.signedAt), view.timeZone)}` : '等待下一个检查点'}
          </dd>
        </div>
      </dl>
    </section>
    <section class="block">
      <div class="block-head"><h2>登记经过</h2></div>
      <section class="scroll" aria-label="登记经过" tabindex="0">
        <table class="columns-table">
          <thead>
            <tr>
              <th scope="col">时间</th>
              <th scope="col">事项</th>
              <th scope="col">登记回执</th>
              <th scope="col">登记簿序号</th>
              <th scope="col">摘要</th>
            </tr>
          </thead>
          <tbody>
            !${entries.map(
              ({ entry, link }) =>
                html`<tr>
                  <td><time>${secondOf(new Date(entry.at), view.timeZone)}</time></td>
                  <td>${acts[entry.act] ?? entry.act}!${entry.act === 'revise' ? html`（第 ${entry.revision} 版）` : ''}</td>
                  <td class="code">${receiptCode(entry.id, entry.saltedHash)}</td>
                  <td>!${link ? html`${link.sequence}` : '正在登记'}</td>
                  <td class="hash">${entry.saltedHash.slice(0, 16)}…</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </section>
    </section>`
}

const verdict = ({ entry }: RegisteredEntry, good: boolean): string => {
  if (!good) return '登记内容与现有数据不符，请联系主办单位。'
  return entry.act === 'withdraw' ? '这条信息已经撤下，登记记录仍在。' : '这份文件由本站发布，登记之后没有被改动。'
}

const explanation = (): string =>
  html`<section class="block">
    <div class="block-head"><h2>怎样保证不被更改</h2></div>
    <ol class="steps">
      <li>
        <strong>登记</strong>
        <p>发布的同时，把内容加上一段随机数，用国密 SM3 算出摘要，记入登记簿。登记簿只有编号、时间和摘要，不含内容。</p>
      </li>
      <li>
        <strong>相连</strong>
        <p>一秒之内，每条登记与前一条连在一起算出新的摘要。改动任何一条，后面的全部对不上。</p>
      </li>
      <li>
        <strong>签名</strong>
        <p>每隔一段时间，用数据库之外保管的密钥对最新摘要签名，形成检查点。</p>
      </li>
      <li>
        <strong>自行核对</strong>
        <p>任何人都可以下载整本登记簿，自己重新计算，或者保存一份以后比对。</p>
      </li>
    </ol>
  </section>`

function side(view: View, { linked, lastLinkedAt, lastHash, checkpoint }: RegisterState): string {
  return html`<aside class="rail" aria-label="登记簿现状">
    <section class="rail-block">
      <h2>现状</h2>
      <dl class="stacked">
        <div>
          <dt>已经登记</dt>
          <dd>${linked} 条</dd>
        </div>
        !${
          lastLinkedAt
            ? html`<div>
                <dt>最近登记</dt>
                <dd>${secondOf(lastLinkedAt, view.timeZone)}</dd>
              </div>`
            : ''
        }
        !${
          lastHash
            ? html`<div>
                <dt>最新摘要</dt>
                <dd class="hash">${lastHash}</dd>
              </div>`
            : ''
        }
        !${
          checkpoint
            ? html`<div>
                  <dt>最近签名</dt>
                  <dd>第 ${checkpoint.sequence} 号，${secondOf(checkpoint.signedAt, view.timeZone)}</dd>
                </div>
                <div>
                  <dt>密钥编号</dt>
                  <dd class="hash">${checkpoint.keyId}</dd>
                </div>`
            : ''
        }
      </dl>
    </section>
    <section class="rail-block">
      <h2>下载</h2>
      <ul class="plain-links">
        <li><a href="${fileHref(view.place, '/register/entries.jsonl')}">整本登记簿（JSON Lines）</a></li>
      </ul>
    </section>
  </aside>`
}
