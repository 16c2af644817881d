// 申请查询: where an application is, by number and query code; the days that counted; what the applicant can do. Never listed, never kept.
import { html } from 'ghtml'
import { daysBetween, type Day } from '../../kernel/day.ts'
import { shownSteps } from '../../modules/requests/law/applicant-steps.ts'
import { applicantWords, onlineLengths } from '../../modules/requests/law/online.ts'
import { countedDays, type ApplicantView, type ShownLetter } from '../../modules/requests/rules/applicant-view.ts'
import { href } from '../place.ts'
import { longDay } from '../time.ts'
import type { Page, View } from '../view.ts'
import { sizeOf } from './parts.ts'
import { faultList, hiddenFields, textField, type Fault } from './form-parts.ts'

export interface Asked {
  readonly number: string
  readonly queryCode: string
}

const crumbs = [{ title: '依申请公开', path: '/apply' }, { title: '申请查询' }] as const

export const progressFormPage = (view: View, asked: Asked, faults: readonly Fault[]): Page => ({
  title: '申请查询',
  section: '/apply',
  unlisted: faults.length > 0,
  personal: true,
  crumbs,
  body: html`<div class="wide narrow">
    <h1>申请查询</h1>
    <p class="lead">查询公开申请、更正申请办到哪一步，公开申请哪天以前答复；补正、说明理由、补充材料、同意电子送达、撤回申请也在这里。</p>
    !${faultList(faults)}
    <form class="form" method="post" action="${href(view.place, '/apply/progress')}">
      !${textField(faults, { name: 'number', label: '编号', value: asked.number, most: 40, required: true, help: '例如 SQ2026-000123；更正本人信息的，以 GZ 开头。' })}
      !${textField(faults, { name: 'queryCode', label: '查询码', value: '', most: 40, required: true, complete: 'off', help: '登记回执上的 10 位字母和数字，不分大小写。' })}
      <p class="row"><button class="button" type="submit">查询</button></p>
    </form>
    <p class="muted small">刚刚提交的申请，几秒钟以后才能查到。遗失查询码的，请持证件到受理机关查询。</p>
  </div>`,
})

export function progressPage(view: View, shown: ApplicantView, asked: Asked, { faults = [], typed = '', sent = false }: Sent = {}): Page {
  return {
    title: '申请进度',
    section: '/apply',
    unlisted: true,
    personal: true,
    crumbs: [{ title: '依申请公开', path: '/apply' }, { title: '申请查询', path: '/apply/progress' }, { title: '申请进度' }],
    body: html`<div class="wide narrow deadline">
      <h1>申请进度</h1>
      !${sent ? html`<div class="band good" role="status"><strong>已经提交</strong><span>今天收到，几秒钟以后显示在下面的办理经过里。</span></div>` : ''} !${faultList(faults)}
      <dl class="facts">
        !${[
          ['编号', shown.number],
          [shown.correction ? '有关记录' : '信息名称', shown.subject],
          ['受理机关', shown.unitName],
          ['提交日期', longDay(shown.arrivedOn)],
          // Of a correction it is the day on which it was sent.
          ...(shown.correction ? [] : [['收到申请之日', shown.receivedOn ? longDay(shown.receivedOn) : '等待双方确认']]),
          ['现在', shown.state],
          ...(shown.outcome ? [['处理结果', shown.outcome]] : []),
          ...(shown.reply ? [[shown.correction ? '告知' : '答复', [shown.reply.number ?? '', longDay(shown.reply.on)].filter(Boolean).join('，')]] : []),
        ].map(
          ([label = '', value = '']) =>
            html`<div>
              <dt>${label}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
      <p>${shown.words}</p>
      !${shown.awaitedUntil ? html`<p><strong>请在${longDay(shown.awaitedUntil)}以前办理。</strong></p>` : ''} !${ledger(shown)} !${letters(view, shown, asked)} !${files(view, shown, asked)} !${sent ? '' : ways(view, shown, asked, faults, typed)}
      <section class="block">
        <div class="block-head"><h2>办理经过</h2></div>
        <ol class="steps">
          !${shown.events.map(
            (one) =>
              html`<li>
                <strong>${longDay(one.on)} ${one.title}</strong>
                <p class="as-typed">${[one.text, ...one.notes].filter(Boolean).join('\n')}</p>
              </li>`,
          )}
        </ol>
      </section>
    </div>`,
  }
}

interface Sent {
  readonly faults?: readonly Fault[]
  readonly typed?: string
  readonly sent?: boolean
}

/** Each opens by a form, so that number and code stand in no address. */
function letters(view: View, shown: ApplicantView, asked: Asked): string {
  if (!shown.letters?.length) return ''
  return html`<section class="block">
    <div class="block-head"><h2>文书</h2></div>
    <ul class="plain-links">
      !${shown.letters.map(
        (one) =>
          html`<li>
            <form method="post" action="${href(view.place, '/apply/progress/letters')}">
              !${hiddenFields({ number: asked.number, queryCode: asked.queryCode, letter: one.id })}
              <p><strong>${one.title}</strong>（${one.number}）${one.replaced ? '，已经由新的文书代替' : ''}</p>
              <p class="row">
                <span class="muted small">${longDay(one.servedOn)}${one.way}</span><button class="button quiet" type="submit" aria-label="查看和打印${one.number}">查看和打印</button>
              </p>
            </form>
          </li>`,
      )}
    </ul>
  </section>`
}

/** A letter for reading and for paper. */
export const letterPage = (view: View, letter: ShownLetter): Page => ({
  title: letter.title,
  bare: true,
  unlisted: true,
  personal: true,
  body: html`<div class="sheet">
    <p class="no-print sheet-actions">
      <button class="button with-script" type="button" data-print>打印</button><span class="without-script muted">请用浏览器的打印功能（Ctrl+P）。</span
      ><a class="button quiet" href="${href(view.place, '/apply/progress')}">申请查询</a>
    </p>
    <h1 class="document-title">${letter.title}</h1>
    <p class="sheet-number">${letter.number}</p>
    <div class="text">
      <p>${letter.addressee}：</p>
      !${letter.paragraphs.map((one) => html`<p>${one}</p>`)}
      <p class="sheet-signature">${letter.unitName}<br />${longDay(letter.issuedOn)}</p>
    </div>
    <footer class="sheet-foot">
      <p>送达：${longDay(letter.servedOn)}，${letter.way}。这里显示的内容供查阅，以送达的文书为准。</p>
    </footer>
  </div>`,
})

function files(view: View, shown: ApplicantView, asked: Asked): string {
  if (shown.files.length === 0) return ''
  return html`<section class="block">
    <div class="block-head"><h2>随答复送达的文件</h2></div>
    !${shown.files.map(
      ({ id, name, bytes }) =>
        html`<form class="form" method="post" action="${href(view.place, '/apply/progress/files')}">
          !${hiddenFields({ number: asked.number, queryCode: asked.queryCode, file: id })}
          <p class="row"><button class="button quiet" type="submit">下载 ${name}</button><span class="muted small">${sizeOf(bytes)}</span></p>
        </form>`,
    )}
  </section>`
}

function ledger(shown: ApplicantView): string {
  if (!shown.dueOn) return ''
  return html`<section class="block">
    <div class="block-head"><h2>哪天以前答复</h2></div>
    <p>
      <strong>${longDay(shown.dueOn)}</strong>以前答复，共计入 ${countedDays(shown)} 个工作日${shown.provisional ? '；当年放假安排尚未公布，日期是暂定的' : ''}。!${shown.reply ? keptOrLate(shown.reply.on, shown.dueOn) : ''}
    </p>
    <details>
      <summary>每一天是否计入</summary>
      <section class="scroll" aria-label="每一天是否计入" tabindex="0">
        <table class="columns-table">
          <thead>
            <tr>
              <th scope="col">日期</th>
              <th scope="col">是否计入</th>
              <th scope="col">理由</th>
            </tr>
          </thead>
          <tbody>
            !${shown.ledger.map(
              (one) =>
                html`<tr>
                  <td>${longDay(one.day)}</td>
                  <td>${one.counted ? '计入' : '不计'}</td>
                  <td>${one.why}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </section>
    </details>
  </section>`
}

const keptOrLate = (on: Day, dueOn: Day): string =>
  on <= dueOn ? html`实际${longDay(on)}答复，按期。` : html`实际${longDay(on)}答复，<strong>逾期 ${daysBetween(dueOn, on)} 天</strong>。`

function ways(view: View, shown: ApplicantView, asked: Asked, faults: readonly Fault[], typed: string): string[] {
  return shown.open.map(({ step, title, ask }) => {
    const name = `text-${step}`
    const wrong = faults.some((one) => one.field === name)
    const { offer, address } = shownSteps[step] ?? {}
    const field = { name, label: ask, value: wrong ? typed : '', required: true }
    const form = html`<form class="form" method="post" action="${href(view.place, '/apply/progress/steps')}">
      !${hiddenFields({ number: asked.number, queryCode: asked.queryCode, step })}
      !${textField(faults, address ? { ...field, most: onlineLengths.email, complete: 'email' } : { ...field, most: applicantWords.most, rows: 4 })}
      !${offer ? html`<p class="muted small">${offer.means}</p>` : ''}
      <p class="row"><button class="button !${offer ? 'quiet' : ''}" type="submit">${offer?.button ?? '提交'}</button></p>
    </form>`
    if (offer) {
      return html`<details !${wrong ? 'open' : ''}>
        <summary>${offer.title}</summary>
        !${form}
      </details>`
    }
    return html`<section class="block">
      <div class="block-head"><h2>${title.replace('收到', '')}</h2></div>
      !${form}
    </section>`
  })
}
