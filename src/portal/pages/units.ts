// Units: all of them by kind, and one with its duties, people, documents and columns (ogi-2019/20 item 2).
import { html } from 'ghtml'
import { partyKind } from '../../law/lines.ts'
import { addDays } from '../../kernel/day.ts'
import type { ListRow } from '../../modules/publication/queries/pages/listing.ts'
import type { ColumnTime, UnitPage, UnitRow } from '../../modules/publication/queries/pages/units.ts'
import { fileHref, href } from '../place.ts'
import { shortDay } from '../time.ts'
import { lastAdded, nextDue, type Page, type View } from '../view.ts'
import { nothing, shortList } from './parts.ts'
import { isAgencyProfile, owesGroup, statutoryGroups, statutoryRoot } from './statutory.ts'

const kindTitles: readonly (readonly [kind: string, title: string])[] = [
  ['government', '人民政府'],
  ['department', '政府部门'],
  ['institution', '事业单位'],
  ['street', '街道'],
  ['town', '乡镇'],
  ['village', '村'],
  ['community', '社区'],
]

export function unitsPage(view: View, units: readonly UnitRow[]): Page {
  const known = new Set(kindTitles.map(([kind]) => kind))
  const groups = [
    ...kindTitles.map(([kind, title]) => ({ title, rows: units.filter((unit) => unit.kind === kind) })),
    { title: '其他机构', rows: units.filter((unit) => !known.has(unit.kind)) },
  ].filter((group) => group.rows.length > 0)
  return {
    title: '机构职能',
    dependsOn: ['units'],
    section: '/units',
    crumbs: [{ title: '机构职能' }],
    body: html`<div class="wide">
      <h1>机构职能</h1>
      <p class="lead">机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名。</p>
      <p><a href="${href(view.place, '/responsible')}">政务公开第一责任人名册</a></p>
      !${groups.length === 0 ? nothing('还没有公布的机构。') : ''}
      !${groups.map(
        (group) =>
          html`<section class="block unit-group">
            <div class="block-head">
              <h2>${group.title}</h2>
              <span class="muted small">${group.rows.length} 个</span>
            </div>
            <ul class="unit-list">
              !${group.rows.map((unit) => html`<li><a href="${href(view.place, `/units/${unit.slug}`)}">${unit.name}</a>!${unit.validUntil ? html`<span class="tag tag-amber">已撤并</span>` : ''}</li>`)}
            </ul>
          </section>`,
      )}
    </div>`,
  }
}

export interface UnitFacts {
  readonly unit: UnitPage
  readonly parent: UnitRow | undefined
  readonly below: readonly UnitRow[]
  readonly latest: readonly ListRow[]
  readonly columnTimes: ReadonlyMap<string, ColumnTime>
}

export function unitPageOf(view: View, { unit, parent, below, latest, columnTimes }: UnitFacts): Page {
  const { profile } = unit
  const path = `/units/${unit.slug}` as const
  const party = unit.kind === partyKind
  const home = party ? ({ title: '党务公开', path: '/party' } as const) : ({ title: '机构职能', path: '/units' } as const)
  return {
    title: unit.name,
    dependsOn: ['units', `unit/${unit.id}`, `of-unit/${unit.id}`],
    section: home.path,
    crumbs: [home, ...(parent ? [{ title: parent.name, path: `/units/${parent.slug}` as const }] : []), { title: unit.name }],
    feeds: [{ title: unit.name, path: `${path}/feed.atom` }],
    body: html`<div class="wide">
      <div class="content-head">
        <h1>${unit.name}</h1>
        <p class="small muted">
          <span class="feeds"
            >订阅 <a href="${fileHref(view.place, `${path}/feed.atom`)}">Atom</a> <a href="${fileHref(view.place, `${path}/feed.json`)}">JSON</a></span
          >
        </p>
      </div>
      !${unit.validUntil ? html`<div class="band"><strong>已撤并</strong><span>自 ${addDays(unit.validUntil, 1)} 起，职责由!${unit.successor ? html`<a href="${href(view.place, `/units/${unit.successor.slug}`)}">${unit.successor.name}</a>` : '其他机构'}承担。原有信息继续公开。</span></div>` : ''}
      <div class="unit-page">
        <div class="unit-main">
          !${profile.duties ? section('机构职能', html`<div class="plain-text">!${profile.duties.split('\n').map((line) => html`<p>${line}</p>`)}</div>`) : ''}
          !${leaders(unit)} !${leadingGroup(unit)} !${sections(unit)}
          !${section(
            '本机关最新公开',
            latest.length > 0
              ? html`!${shortList(view, latest)}
                  <p class="more"><a href="${href(view.place, party ? '/party' : `/latest?unit=${encodeURIComponent(unit.slug)}`)}">${party ? '党务公开' : '本机关公开的全部信息'}</a></p>`
              : nothing('本机关还没有公开的信息。'),
          )}
        </div>
        <aside class="unit-side" aria-label="联系方式和公开栏目">
          !${contact(unit)} !${statutory(view, unit, columnTimes)}
          !${
            below.length > 0
              ? section(
                  '下级机构',
                  html`<ul class="lines compact">
                    !${below.map((one) => html`<li><a href="${href(view.place, `/units/${one.slug}`)}">${one.name}</a></li>`)}
                  </ul>`,
                )
              : ''
          }
        </aside>
      </div>
    </div>`,
  }
}

const section = (title: string, content: string): string =>
  html`<section class="block">
    <div class="block-head"><h2>${title}</h2></div>
    !${content}
  </section>`

function contact({ profile }: UnitPage): string {
  const rows = (
    [
      ['办公地址', profile.address],
      ['邮政编码', profile.postcode],
      ['办公时间', profile.hours],
      ['联系电话', profile.telephone],
      ['传真', profile.fax],
      ['电子邮箱', profile.email],
      ['政务公开第一责任人', profile.responsiblePerson ? `${profile.responsiblePerson.name}（${profile.responsiblePerson.post}）` : ''],
      ['政务公开联系人', [profile.responsiblePerson?.contact, profile.responsiblePerson?.telephone].filter(Boolean).join('，')],
    ] as const
  ).filter(([, value]) => value !== '')
  if (rows.length === 0) return ''
  return section(
    '联系方式',
    html`<dl class="facts">
      !${rows.map(
        ([label, value]) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>`,
  )
}

function leaders({ profile }: UnitPage): string {
  if (profile.leaders.length === 0) return ''
  return section(
    '机关负责人',
    html`<ul class="people">
      !${profile.leaders.map((leader) => html`<li><strong>${leader.name}</strong><span class="post">${leader.post}</span>!${leader.duties ? html`<p>${leader.duties}</p>` : ''}</li>`)}
    </ul>`,
  )
}

function leadingGroup({ profile }: UnitPage): string {
  const group = profile.leadingGroup
  if (!group) return ''
  const roles = [...new Set(group.members.map((member) => member.role))]
  return section(
    group.name,
    html`<dl class="facts">
      !${roles.map(
        (role) =>
          html`<div>
            <dt>${role}</dt>
            <dd>
              !${group.members.filter((member) => member.role === role).map((member) => html`<span class="member">${member.name}!${member.post ? html`<small>${member.post}</small>` : ''}</span>`)}
            </dd>
          </div>`,
      )}
      !${
        group.office
          ? html`<div>
              <dt>办公室</dt>
              <dd>${[group.office.name, group.office.head && `主任 ${group.office.head}`, group.office.telephone].filter(Boolean).join('，')}</dd>
            </div>`
          : ''
      }
    </dl>`,
  )
}

function sections({ profile }: UnitPage): string {
  if (profile.sections.length === 0) return ''
  return section(
    '内设机构',
    html`<dl class="facts">
      !${profile.sections.map(
        (one) =>
          html`<div>
            <dt>${one.name}</dt>
            <dd>${one.duties}!${one.telephone ? html`<span class="member muted">电话 ${one.telephone}</span>` : ''}</dd>
          </div>`,
      )}
    </dl>`,
  )
}

/** What must be public by law, as this unit has it: an empty column says so, or stays away, as the unit decides. */
function statutory(view: View, unit: UnitPage, times: ReadonlyMap<string, ColumnTime>): string {
  const root = statutoryRoot(view)
  if (!root || unit.kind === partyKind) return ''
  const own = view.columns.map((one) => ({ ...one, lastListedAt: times.get(one.id)?.listedAt ?? null, dueOn: times.get(one.id)?.dueOn ?? null }))
  const rows = statutoryGroups({ ...view, columns: own }).flatMap((group) =>
    group.columns
      .map((column) => ({ column, last: lastAdded(own, column) ?? (isAgencyProfile(column) ? unit.publishedAt : null), due: nextDue(own, column) }))
      .filter(({ last }) => last !== null || (unit.emptyColumns === 'none-held' && owesGroup(unit.kind, group.owedBy))),
  )
  if (rows.length === 0) return ''
  return section(
    root.name,
    html`<ul class="lines compact">
      !${rows.map(({ column, last, due }) => html`<li>!${last ? html`<a href="${href(view.place, isAgencyProfile(column) ? `/units/${unit.slug}` : `/columns/${column.slug}?unit=${encodeURIComponent(unit.slug)}`)}">${column.name}</a><span class="line-days"><time datetime="${shortDay(last, view.timeZone)}">${shortDay(last, view.timeZone)}</time>!${due ? html`<span class="muted small">下次公开 ${due}</span>` : ''}</span>` : html`<span>${column.name}</span><span class="muted small">${due ? `下次公开 ${due}` : '本机关无此类信息'}</span>`}</li>`)}
    </ul>`,
  )
}
