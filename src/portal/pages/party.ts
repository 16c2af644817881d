// 党务公开: what organs of the party disclose on the same site, apart from government information and its figures.
import { html } from 'ghtml'
import type { CatalogueRow } from '../../modules/publication/queries/pages/catalogue.ts'
import type { ListRow } from '../../modules/publication/queries/pages/listing.ts'
import type { UnitRow } from '../../modules/publication/queries/pages/units.ts'
import { href } from '../place.ts'
import type { Page, View } from '../view.ts'
import { entryBlocks } from './catalogue.ts'
import { nothing, select, shortList } from './parts.ts'
import { columnTable, partyColumns, tree } from './tree.ts'

export interface PartyFacts {
  readonly units: readonly UnitRow[]
  /** Ids of units that have entries in the catalogue. */
  readonly having: ReadonlySet<string>
  readonly shown: UnitRow | undefined
  readonly entries: readonly CatalogueRow[]
  readonly latest: readonly ListRow[]
}

export function partyPage(view: View, facts: PartyFacts): Page {
  const columns = partyColumns(view)
  return {
    title: '党务公开',
    dependsOn: ['catalogue', 'units', 'documents'],
    section: '/party',
    crumbs: [{ title: '党务公开' }],
    body: html`<div class="wide with-tree">
      !${tree(view, undefined, 'party')}
      <div class="content">
        <h1>党务公开</h1>
        <p class="lead">
          党的组织公开的党务信息。党务信息不是政府信息，不列入<a href="${href(view.place, '/disclosure')}">政府信息公开</a>的目录和统计。
        </p>
        <section class="block">
          <div class="block-head"><h2>最新公开</h2></div>
          !${facts.latest.length > 0 ? shortList(view, facts.latest) : nothing('还没有公开的党务信息。')}
        </section>
        !${columns.length > 0 ? html`<section class="block"><div class="block-head"><h2>栏目</h2></div>!${columnTable(view, columns)}</section>` : ''} !${catalogue(view, facts)}
        !${organs(view, facts.units)}
      </div>
    </div>`,
  }
}

function catalogue(view: View, { units, having, shown, entries }: PartyFacts): string {
  const choices = units.filter((unit) => having.has(unit.id))
  if (!shown || choices.length === 0) return ''
  return html`<section class="block">
      <div class="block-head"><h2>党务公开目录</h2></div>
      <form class="filters" method="get" action="${href(view.place, '/party')}">
        !${select(
          'unit',
          '党组织',
          shown.slug,
          choices.map((one) => [one.slug, one.name] as const),
        )}
        <button class="button quiet" type="submit">查看</button>
      </form>
    </section>
    !${entries.length > 0 ? entryBlocks(view, entries) : nothing('这个党组织没有向社会公开的事项。')}`
}

const organs = (view: View, units: readonly UnitRow[]): string =>
  units.length === 0
    ? ''
    : html`<section class="block">
        <div class="block-head"><h2>党的机构</h2></div>
        <ul class="unit-list">
          !${units.map((unit) => html`<li><a href="${href(view.place, `/units/${unit.slug}`)}">${unit.name}</a></li>`)}
        </ul>
      </section>`
