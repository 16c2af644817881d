// 期限计算器: when does a term of the law end, which days counted, and why; without scripts, on the phone, on paper.
import { html } from 'ghtml'
import { addDays, chineseDay, day, dayOf, type Day } from '../../kernel/day.ts'
import { versionOn, type DueAnswer, type LedgerDay, type TermEvents } from '../../kernel/term.ts'
import { startOf } from '../../kernel/term.ts'
import { articleTitle } from '../../law/laws.ts'
import { dayReason, lengthText } from '../../law/ledger-words.ts'
import { terms, type TermName } from '../../law/terms.ts'
import { href } from '../place.ts'
import type { Page, View } from '../view.ts'

/** What was asked, as it was typed. */
export interface DeadlineForm {
  readonly term: string
  readonly from: string
  readonly extend: string
  readonly restart: string
  readonly pauses: readonly { readonly from: string; readonly to: string }[]
}

export interface DeadlineFault {
  readonly field: 'term' | 'from' | 'extend' | 'restart' | 'pause'
  readonly sentence: string
}

export interface DeadlineResult {
  readonly term: TermName
  readonly events: TermEvents
  readonly answer: DueAnswer
}

/** Pauses that the form has room for; the address may hold more. */
const pauseRows = 2
const weekdays = '日一二三四五六'
const weekdayOf = (of: string): string => `星期${weekdays[new Date(`${of}T00:00:00Z`).getUTCDay()]}`

export function deadlinePage(view: View, form: DeadlineForm, faults: readonly DeadlineFault[], result: DeadlineResult | undefined, query: string): Page {
  return {
    title: '期限计算器',
    section: '/apply',
    unlisted: query !== '',
    crumbs: [{ title: '依申请公开', path: '/apply' }, { title: '期限计算器' }],
    body: html`<div class="wide narrow deadline">
      <h1>期限计算器</h1>
      <p class="lead">行政机关最迟哪天答复、公开，您最迟哪天申请复议、起诉：选择期限和日期，算出到期日，并列出每一天计入或者不计的理由。</p>
      !${faultsOf(faults)} !${result ? resultOf(result) : ''} !${
        result
          ? html`<p class="row">
              <a class="button quiet" href="${href(view.place, `/deadline/print?${query}`)}">打印</a>
            </p>`
          : ''
      }
      !${formOf(view, form, faults)}
      <section class="block">
        <div class="block-head"><h2>怎样计算</h2></div>
        <div class="plain-text">
          <p>起算的事件发生那一天不计入，从第二天起算。工作日按国务院办公厅每年公布的放假通知计算：周末和放假不计，调休上班的周六、周日计入。</p>
          <p>按日、按月计算的期限，最后一天是休息日的，顺延到休息日后的第一天；法定的日期（如1月31日）不顺延，应当在此前的最后一个工作日完成。</p>
          <p>放假通知尚未公布的年份，结果是暂定的。计算结果供参考，以行政机关送达的文书为准。</p>
        </div>
      </section>
    </div>`,
  }
}

export const deadlinePrintPage = (view: View, result: DeadlineResult, query: string): Page => ({
  title: '期限计算',
  bare: true,
  unlisted: true,
  body: html`<div class="sheet deadline">
    <div class="sheet-actions">
      <a class="button quiet" href="${href(view.place, `/deadline?${query}`)}">返回</a><button class="button with-script" type="button" data-print>打印</button><span class="without-script muted">请用浏览器的打印功能（Ctrl+P）。</span>
    </div>
    <h1>期限计算</h1>
    !${resultOf(result)} !${listOf(result.answer)}
    <p class="sheet-foot">${view.site.name}，${chineseDay(view.today)}计算。供参考，以行政机关送达的文书为准。</p>
  </div>`,
})

function faultsOf(faults: readonly DeadlineFault[]): string {
  if (faults.length === 0) return ''
  return html`<div class="faults" role="alert">
    <h2>请先改正</h2>
    <ul>
      !${faults.map((one) => html`<li><a href="#${one.field}">${one.sentence}</a></li>`)}
    </ul>
  </div>`
}

function formOf(view: View, form: DeadlineForm, faults: readonly DeadlineFault[]): string {
  const marks = (field: DeadlineFault['field']): string => (faults.some((one) => one.field === field) ? ' aria-invalid="true"' : '')
  const eventful = form.extend !== '' || form.restart !== '' || form.pauses.length > 0
  const rows = Array.from({ length: Math.max(pauseRows, form.pauses.length) }, (_, index) => form.pauses[index] ?? { from: '', to: '' })
  return html`<form class="form" method="get" action="${href(view.place, '/deadline')}">
    <div class="field">
      <label for="term">期限</label>
      <select id="term" name="term" required!${marks('term')}>
        !${Object.entries(terms).map(([name, { title }]) => html`<option value="${name}" !${name === form.term ? 'selected' : ''}>${title}</option>`)}
      </select>
    </div>
    <div class="field">
      <label for="from">起算的事件发生在哪一天</label>
      <p class="help">如收到申请、形成信息、收到决定书的那一天；这一天不计入。</p>
      <input type="date" id="from" name="from" value="${form.from}" min="2008-01-01" max="2099-12-31" required!${marks('from')} />
    </div>
    <details !${eventful ? 'open' : ''}>
      <summary>延长、补正、征求意见</summary>
      <div class="form">
        <div class="field">
          <label for="extend">延长了多少</label>
          <p class="help">单位同期限，如延长20个工作日填20；没有延长不填。</p>
          <input type="text" inputmode="numeric" id="extend" name="extend" value="${form.extend}" maxlength="4" !${marks('extend')} />
        </div>
        <div class="field">
          <label for="restart">重新起算之日</label>
          <p class="help">行政机关收到补正后的申请、申请人完成缴费之日；没有不填。</p>
          <input type="date" id="restart" name="restart" value="${form.restart}" !${marks('restart')} />
        </div>
        <fieldset class="field" id="pause">
          <legend>征求意见的时间</legend>
          <p class="help">发出征求意见书之日的次日，至收到意见之日，不计入。</p>
          !${rows.map(
            (row, index) =>
              html`<div class="pair">
                <label>第${index + 1}次发出 <input type="date" name="pauseFrom" value="${row.from}"!${marks('pause')} /></label>
                <label>收到意见 <input type="date" name="pauseTo" value="${row.to}"!${marks('pause')} /></label>
              </div>`,
          )}
        </fieldset>
      </div>
    </details>
    <p class="row"><button class="button" type="submit">计算</button></p>
  </form>`
}

function resultOf({ term, events, answer }: DeadlineResult): string {
  const { title, startsOn } = terms[term]
  const version = versionOn(terms[term], startOf(events))
  const counted = answer.days.filter((one) => one.counted).length
  return html`<section class="result" aria-label="计算结果">
    <div class="band ${answer.provisional ? '' : 'good'}" role="status">
      <strong>${answer.provisional ? '暂定' : '到期日'}</strong><span>${chineseDay(answer.due)}，${weekdayOf(answer.due)}</span>
    </div>
    !${answer.provisional ? html`<p>期限跨入放假通知尚未公布或者录入的年份，通知公布后到期日可能变化。</p>` : ''}
    <dl class="stacked">
      <div><dt>期限</dt><dd>${title}：${version ? lengthText(version) : ''}</dd></div>
      <div><dt>依据</dt><dd>${articleTitle(answer.article)}</dd></div>
      <div><dt>起算</dt><dd>${startsOn}：${chineseDay(startOf(events))}，这一天不计入</dd></div>
      <div><dt>计入</dt><dd>${counted} 日；其余 ${answer.days.length - counted} 日不计</dd></div>
    </dl>
    <div class="months">!${monthsOf(startOf(events) < events.from ? startOf(events) : events.from, answer)}</div>
    <details class="ledger-list"><summary>逐日列表</summary>!${listOf(answer)}</details>
  </section>`
}

function listOf({ days }: DueAnswer): string {
  let number = 0
  return html`<section class="scroll" aria-label="逐日列表" tabindex="0">
    <table class="columns-table">
      <thead>
        <tr><th scope="col">日期</th><th scope="col">是否计入</th><th scope="col">理由</th></tr>
      </thead>
      <tbody>
        !${days.map((one) => {
          if (one.counted) number += 1
          return html`<tr><td class="whole-line">${one.day} ${weekdayOf(one.day)}</td><td class="whole-line">${one.counted ? `第${number}日` : '不计'}</td><td>${dayReason(one)}</td></tr>`
        })}
      </tbody>
    </table>
  </section>`
}

const shortReasons: Readonly<Partial<Record<LedgerDay['reason'], string>>> = {
  paused: '中止',
  restart: '重算',
  'lost-by-restart': '作废',
  'rolled-over': '顺延',
}

function monthsOf(from: Day, { due, days }: DueAnswer): string {
  const cells = new Map<string, { readonly tone: string; readonly mark: string }>([[from, { tone: 'start', mark: '起算' }]])
  let number = 0
  for (const one of days) {
    if (one.counted) number += 1
    const mark = one.day === due ? '到期' : one.counted ? String(number) : (one.holiday ?? shortReasons[one.reason] ?? '').slice(0, 2)
    cells.set(one.day, { tone: one.day === due ? 'due' : one.counted ? 'counted' : 'off', mark })
  }
  const last = days.at(-1)?.day ?? due
  const months: string[] = []
  for (let at = day(`${from.slice(0, 7)}-01`); at <= last; at = day(`${addDays(day(`${at.slice(0, 7)}-28`), 4).slice(0, 7)}-01`)) {
    months.push(monthOf(Number(at.slice(0, 4)), Number(at.slice(5, 7)), cells))
  }
  return months.join('')
}

function monthOf(year: number, month: number, cells: ReadonlyMap<string, { readonly tone: string; readonly mark: string }>): string {
  const days = Array.from({ length: 31 }, (_, index) => dayOf(year, month, index + 1)).filter((one) => one !== undefined)
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7
  const places: (Day | null)[] = [...Array.from({ length: before }, () => null), ...days]
  while (places.length % 7 !== 0) places.push(null)
  const weeks = Array.from({ length: places.length / 7 }, (_, week) => places.slice(week * 7, week * 7 + 7))
  const cell = (of: Day | null): string => {
    if (of === null) return '<td></td>'
    const { tone = '', mark = '' } = cells.get(of) ?? {}
    return html`<td class="${tone}"><span>${Number(of.slice(8))}</span>!${mark ? html`<small>${mark}</small>` : ''}</td>`
  }
  return html`<table class="month">
    <caption>${year}年${month}月</caption>
    <thead><tr>!${['一', '二', '三', '四', '五', '六', '日'].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
    <tbody>!${weeks.map((week) => html`<tr>!${week.map(cell)}</tr>`)}</tbody>
  </table>`
}
