// What stands where a document was withdrawn: its number, the time and a neutral reason; never its title or text.
import { html } from 'ghtml'
import type { Tombstone } from '../../modules/publication/queries/pages/document-page.ts'
import { withdrawalReasons } from '../../modules/publication/law/withdrawal-reasons.ts'
import { href } from '../place.ts'
import { secondOf } from '../time.ts'
import type { Page, View } from '../view.ts'

const known: Readonly<Record<string, { public: string }>> = withdrawalReasons

export function tombstonePage(view: View, gone: Tombstone): Page {
  return {
    title: '信息已撤下',
    dependsOn: [`document/${gone.documentId}`],
    unlisted: true,
    crumbs: [{ title: '信息已撤下' }],
    body: html`<div class="wide narrow">
      <h1>这条信息已经撤下</h1>
      <dl class="facts">
        <div>
          <dt>索引号</dt>
          <dd class="code">${gone.indexNumber}</dd>
        </div>
        <div>
          <dt>撤下时间</dt>
          <dd>${secondOf(gone.withdrawnAt, view.timeZone)}</dd>
        </div>
        <div>
          <dt>说明</dt>
          <dd>${known[gone.reason]?.public ?? '依法不再公开'}</dd>
        </div>
      </dl>
      <p class="muted">撤下已经记入公开登记簿，索引号不再使用。需要获取这条信息的，可以依法提出申请。</p>
      <p class="row">
        <a class="button" href="${href(view.place, '/apply')}">依申请公开</a
        ><a class="button quiet" href="${href(view.place, `/register?q=${encodeURIComponent(gone.indexNumber)}`)}">查看登记记录</a>
      </p>
    </div>`,
  }
}
