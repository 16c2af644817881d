// Pages that say what went wrong, in plain words, with a way on.
import { html } from 'ghtml'
import { href } from '../place.ts'
import type { Page, View } from '../view.ts'

const problems = {
  400: { title: '地址不对', line: '请检查地址，或者从首页重新进入。' },
  404: { title: '没有找到这个页面', line: '地址可能写错了，或者信息已经移动。可以检索标题、文号或者索引号。' },
  429: { title: '操作太频繁', line: '请过一分钟再试。' },
  500: { title: '系统出了问题', line: '我们已经记录下来。请稍后再试；急用时可以打电话联系我们。' },
  503: { title: '系统正忙', line: '请稍后再试。' },
} as const

export type ProblemStatus = keyof typeof problems

export const problemTitle = (status: ProblemStatus): string => problems[status].title

export function problemPage(view: View, status: ProblemStatus): Page {
  const { title, line } = problems[status]
  const telephone = view.site.contact.telephone
  return {
    title,
    unlisted: true,
    body: html`<div class="wide narrow problem">
      <h1>${title}</h1>
      <p>${line}!${status >= 500 && telephone ? html`联系电话：${telephone}。` : ''}</p>
      !${
        status === 404
          ? html`<form class="hero-search" action="${href(view.place, '/search')}" role="search" aria-label="检索">
              <input type="search" name="q" aria-label="检索词" placeholder="标题、正文、文号、索引号" maxlength="100" /><button class="button" type="submit">
                检索
              </button>
            </form>`
          : ''
      }
      <p class="row">
        <a class="button quiet" href="${href(view.place, '/')}">返回首页</a><a class="button quiet" href="${href(view.place, '/site-map')}">网站地图</a
        ><a class="button quiet" href="${href(view.place, '/report-error')}">报告错误</a>
      </p>
    </div>`,
  }
}
