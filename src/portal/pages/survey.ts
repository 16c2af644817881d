// 实施效果调查: what readers are asked some months after a result was published, and what came of it.
import { html } from 'ghtml'
import { questions, surveyLimits, type Question, type QuestionName } from '../../modules/followup/law/questions.ts'
import { isOpen } from '../../modules/followup/rules/survey.ts'
import type { Connections, PublicSurvey } from '../../modules/publication/queries/pages/connections.ts'
import { documentPath, href } from '../place.ts'
import { longDay } from '../time.ts'
import type { Page, View } from '../view.ts'
import { rootCrumb } from './tree.ts'

const all = Object.entries(questions) as [QuestionName, Question][]

export interface SurveyForm {
  /** Of this one filling in: sent twice, it counts once. */
  readonly id: string
  readonly choices: Readonly<Record<string, string>>
  readonly words: string
}

export interface SurveyFault {
  readonly field: string
  readonly sentence: string
}

/** On the document's page: the way in while it is open, what was said when it is over, nothing before. */
export function surveyOnPage(view: View, documentId: string, { survey }: Connections): string {
  if (!survey) return ''
  if (isOpen(survey, view.today)) {
    return html`<section class="survey" aria-labelledby="survey-head">
      <h2 id="survey-head">实施效果调查</h2>
      <p>这项工作落实得怎么样？请您评价，${longDay(survey.closesOn)}截止，约需一分钟，不用填写姓名。</p>
      <p class="row"><a class="button" href="${href(view.place, `${documentPath(documentId)}/survey`)}">参加调查</a></p>
    </section>`
  }
  if (survey.answers === null) return ''
  return html`<section class="survey" aria-labelledby="survey-head">
    <h2 id="survey-head">实施效果调查结果</h2>
    <p class="muted small">${longDay(survey.opensOn)}至${longDay(survey.closesOn)}，收到 ${survey.answers} 份。</p>
    !${results(survey)}
  </section>`
}

function results({ answers, counts }: PublicSurvey): string {
  if (counts === null) return html`<p>收到的答卷较少，不公布各项结果。</p>`
  const total = answers ?? 0
  return html`<div class="survey-results">
    !${all.map(
      ([name, { title, options }]) =>
        html`<table>
          <caption>
            ${title}
          </caption>
          <tbody>
            !${Object.entries(options).map(([option, label]) => {
              const count = counts[name]?.[option] ?? 0
              const share = total === 0 ? 0 : Math.round((count * 100) / total)
              return html`<tr>
                <th scope="row">${label}</th>
                <td><progress max="${total}" value="${count}" aria-label="${label}"></progress></td>
                <td class="survey-count">${count} 份，${share}%</td>
              </tr>`
            })}
          </tbody>
        </table>`,
    )}
  </div>`
}

export function surveyFormPage(
  view: View,
  document: { id: string; title: string; columnIds: readonly string[] },
  survey: PublicSurvey,
  form: SurveyForm,
  faults: readonly SurveyFault[],
): Page {
  const fault = (field: string): string => {
    const one = faults.find((each) => each.field === field)
    return one ? html`<p class="fault" id="survey-${field}-fault">${one.sentence}</p>` : ''
  }
  return {
    title: '实施效果调查',
    unlisted: true,
    crumbs: [
      rootCrumb(view.columns.find((column) => document.columnIds.includes(column.id))),
      { title: '正文', path: documentPath(document.id) },
      { title: '实施效果调查' },
    ],
    body: html`<div class="wide narrow">
      <h1>实施效果调查</h1>
      <p class="lead">
        请评价《<a href="${href(view.place, documentPath(document.id))}">${document.title}</a>》公布的事项。${longDay(survey.closesOn)}截止，不用填写姓名，也请不要写个人信息。
      </p>
      !${
        faults.length > 0
          ? html`<div class="faults" role="alert">
              <h2>请先改正</h2>
              <ul>
                !${faults.map((one) => html`<li><a href="#survey-${one.field}">${one.sentence}</a></li>`)}
              </ul>
            </div>`
          : ''
      }
      <form class="form" method="post" action="${href(view.place, `${documentPath(document.id)}/survey`)}">
        <input type="hidden" name="id" value="${form.id}" />
        !${all.map(
          ([name, { title, options }]) =>
            html`<fieldset class="field" id="survey-${name}">
              <legend>${title}</legend>
              !${fault(name)}
              <div class="choices">
                !${Object.entries(options).map(([option, label]) => html`<label><input type="radio" name="${name}" value="${option}" required !${form.choices[name] === option ? 'checked' : ''} /> ${label}</label>`)}
              </div>
            </fieldset>`,
        )}
        <div class="field">
          <label for="survey-words">意见和建议（可以不填）</label>
          <p class="help">不超过 ${surveyLimits.words} 字，只供发布单位改进工作，不公开。</p>
          !${fault('words')}
          <textarea id="survey-words" name="words" rows="4" maxlength="${surveyLimits.words}">${form.words}</textarea>
        </div>
        <div class="trap" aria-hidden="true">
          <label for="website">请勿填写</label><input type="text" id="website" name="website" tabindex="-1" autocomplete="off" />
        </div>
        <p class="row"><button class="button" type="submit">提交</button></p>
      </form>
    </div>`,
  }
}

export const surveyThanksPage = (view: View, documentId: string, closesOn: string): Page => ({
  title: '已经收到',
  unlisted: true,
  crumbs: [{ title: '正文', path: documentPath(documentId) }, { title: '实施效果调查' }],
  body: html`<div class="wide narrow">
    <h1>已经收到，谢谢您</h1>
    <p role="status">调查${longDay(closesOn)}截止，结果附在信息页面上。</p>
    <p class="row"><a class="button quiet" href="${href(view.place, documentPath(documentId))}">返回信息</a></p>
  </div>`,
})
