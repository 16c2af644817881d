// Turns a normative document into its story and that of its interpretation (published within three working days of it).
import { day } from '../../../src/kernel/day.ts'
import { units } from '../cast/units.ts'
import type { Story } from '../story.ts'
import type { Measure } from './measure-shape.ts'
import { departmentMeasures } from './measures-departments.ts'
import { governmentMeasures } from './measures-gov.ts'
import { articles, choose, h, p, sections, signed, table, to } from './words.ts'
import { workdayFrom, workdaysAfter } from './workdays.ts'

const receivers = '各镇人民政府、各街道办事处，县政府各部门'

function bodyOf(measure: Measure, lines: readonly string[]): string {
  const issuer = units[measure.unit].name
  return (
    to(measure.unit === 'gov' || measure.unit === 'zfb' ? receivers : '各镇人民政府、各街道办事处，各有关单位') +
    p(`《${measure.title}》已经${measure.head ? '县人民政府常务会议' : '局务会议'}审议通过，现印发给你们，请认真贯彻执行。`) +
    signed(issuer, day(measure.on)) + h(measure.title) + articles(...lines)
  ) // prettier-ignore
}

function documentOf(measure: Measure): Story {
  const draftedOn = workdayFrom(day(measure.on))
  const last = measure.articles.at(-1) ?? ''
  const force = /自(\d+)年(\d+)月(\d+)日起施行/.exec(last)
  const effectiveOn = force ? day(`${force[1]}-${force[2]!.padStart(2, '0')}-${force[3]!.padStart(2, '0')}`) : draftedOn
  const replaced = (text: string): string => (measure.revised?.replace ?? []).reduce((now, [from, into]) => now.replace(from, into), text)
  return {
    key: measure.key, unit: measure.unit, title: `${units[measure.unit].name}关于印发《${measure.title}》的通知`, kind: '通知', theme: measure.theme, number: measure.number, draftedOn, publishedOn: workdaysAfter(draftedOn, 2), effectiveOn,
    expiresOn: day(`${Number(effectiveOn.slice(0, 4)) + measure.years}${effectiveOn.slice(4)}`), columns: ['zhengce', 'fd-regulations', ...measure.columns.filter((column) => column !== 'fd-regulations')],
    keywords: [...measure.keywords, '规范性文件'], important: measure.unit === 'gov',
    summary: `${measure.articles.find((text) => text.startsWith('为'))?.split('，')[0] ?? ''}，制定《${measure.title}》，自${effectiveOn}起施行。`,
    body: bodyOf(measure, measure.articles),
    ...(measure.relations ? { relations: measure.relations } : {}),
    ...(measure.revised ? { revision: { on: day(measure.revised.on), note: measure.revised.note, validity: measure.revised.validity, replacedBy: measure.revised.replacedBy, body: bodyOf(measure, measure.articles.map(replaced)) } } : {}),
  } // prettier-ignore
}

/** Interpretations do not all look alike: questions and answers, a table, or sections. */
function interpretationOf(measure: Measure): Story {
  const source = documentOf(measure)
  const publishedOn = workdaysAfter(source.publishedOn!, 1)
  const shape = choose(measure.key, 'questions', 'table', 'sections')
  const questions = measure.questions.map(([question, answer]) => `<h3>问：${question}</h3>${p(`答：${answer}`)}`).join('')
  const forms: Record<typeof shape, string> = {
    questions: p(`近日，${units[measure.unit].name}印发《${measure.title}》（${measure.number}）。现就群众关心的问题解答如下。`) + questions,
    table:
      p(`《${measure.title}》（${measure.number}）已经公布。为便于理解，把要点列表如下。`) +
      table(['大家关心的', '文件怎么规定'], measure.questions) +
      p('文件全文请在“政策文件”栏目查阅、下载。'),
    sections: sections(
      ['制定背景', `${source.summary}起草过程中征求了有关部门、镇、街道和群众代表意见，并通过了合法性审查。`],
      ['需要说明的问题', ...measure.questions.flatMap(([question, answer]) => [`#${question}`, answer])],
      ['施行时间', `自${source.effectiveOn}起施行，有效期${measure.years}年。`],
    ),
  }
  return {
    key: `${measure.key}-explained`, unit: measure.unit === 'gov' ? 'zfb' : measure.unit, title: `《${measure.title}》政策解读`, kind: '其他', theme: measure.theme, columns: ['jiedu'], keywords: [...measure.keywords, '政策解读'], draftedOn: publishedOn, relations: [{ kind: 'interprets', to: measure.key, form: shape === 'questions' ? 'questions' : shape === 'table' ? 'picture' : 'text' }],
    body: forms[shape] + p(`解读机关：${units[measure.unit === 'gov' ? 'zfb' : measure.unit].name}；咨询电话：${units[measure.unit].phone}。`),
  } // prettier-ignore
}

const all = [...governmentMeasures, ...departmentMeasures]

export const measureStories: readonly Story[] = [...all.map(documentOf), ...all.filter((measure) => measure.questions.length > 0).map(interpretationOf)]
