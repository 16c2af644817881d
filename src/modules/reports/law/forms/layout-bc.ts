// The three tables of the forms of 2019 and 2021 as the notices print them (fact sheet 2.3, 2.4).
import { formLines, type FormLine } from '../../../requests/law/yearly-form.ts'
import { formB } from './form-b.ts'
import { formC } from './form-c.ts'
import { columnHead, plainWords, rowHead, sectionHead, type Layout, type PrintedCell, type PrintedTable } from './layout.ts'
import { requestColumns } from './requests-table.ts'
import { keyOf, type Form, type FormRow } from './shape.ts'

const tableOf = (form: Form, key: string): Form['tables'][number] => {
  const found = form.tables.find((one) => one.key === key)
  if (!found) throw new Error(`form ${form.generation} has no table ${key}`)
  return found
}

/** What is said under which item of Article 20, with the head of the columns where it is not their title. */
interface Item {
  readonly item: string
  readonly rows: readonly string[]
  readonly heads?: readonly string[]
}

const itemsC: readonly Item[] = [
  { item: '第二十条第（一）项', rows: ['rules', 'documents'] },
  { item: '第二十条第（五）项', rows: ['licences'] },
  { item: '第二十条第（六）项', rows: ['penalties', 'coercions'] },
  { item: '第二十条第（八）项', rows: ['fees'], heads: ['本年收费金额（单位：万元）'] },
]

const itemsB: readonly Item[] = [
  { item: '第二十条第（一）项', rows: ['rules', 'documents'] },
  { item: '第二十条第（五）项', rows: ['licences', 'services'] },
  { item: '第二十条第（六）项', rows: ['penalties', 'coercions'] },
  { item: '第二十条第（八）项', rows: ['fees'] },
  { item: '第二十条第（九）项', rows: ['purchases'], heads: ['采购项目数量', '采购总金额（单位：万元）'] },
]

const width = 3

/** The last of fewer columns reaches to the edge. */
const spread = <T>(cells: readonly T[], cellOf: (one: T, across: number) => PrintedCell): PrintedCell[] =>
  cells.map((one, at) => cellOf(one, at === cells.length - 1 ? width - at : 1))

function proactive(form: Form, items: readonly Item[]): PrintedTable {
  const { rows } = tableOf(form, 'proactive')
  const named = (key: string): FormRow[] => rows.filter((row) => row.key === key)
  return {
    key: 'proactive',
    widths: [31, 23, 23, 23],
    headRows: 0,
    rows: items.flatMap(({ item, rows: keys, heads }) => {
      const own = keys.flatMap(named)
      const titles = heads ?? own[0]?.columns.map(({ title }) => title) ?? []
      return [
        [sectionHead(item, width + 1)],
        [columnHead('信息内容'), ...spread(titles, (title, across) => columnHead(title, across))],
        ...own.map((row) => [rowHead(row.title), ...spread(row.columns, (column, across): PrintedCell => ({ key: keyOf(row, column), across }))]),
      ]
    }),
  }
}

interface Result {
  readonly row: FormRow
  readonly group: string | null
  readonly label: string
}

/** 三（三）1 属于国家秘密 is printed as 1.属于国家秘密 behind its group, 三（一）予以公开 as （一）予以公开. */
function resultOf(row: FormRow): Result {
  if (row.counts === undefined) return { row, group: null, label: `（六）${row.title}` }
  const { no, title, group } = formLines[row.counts]
  const inner = /）(\d)$/.exec(no)?.[1]
  return { row, group, label: inner === undefined ? `${no.replace('三', '')}${title}` : `${inner}.${title}` }
}

function requests(form: Form): PrintedTable {
  const { rows } = tableOf(form, 'requests')
  const cells = (row: FormRow): PrintedCell[] => row.columns.map((column) => ({ key: keyOf(row, column) }))
  const named = (key: string): FormRow[] => rows.filter((row) => row.key === key)
  const whole = (no: string, key: string): PrintedCell[][] =>
    named(key).map((row) => [rowHead(`${no}、${formLines[row.counts as FormLine].title}`, 3), ...cells(row)])
  const results = rows.filter((row) => !['newReceived', 'carriedOver', 'carriedForward'].includes(row.key)).map(resultOf)
  const [person = '', ...organizations] = requestColumns.map(({ title }) => title)
  const total = organizations.pop() ?? ''
  return {
    key: 'requests',
    widths: [5, 14, 28, 7, 7, 7, 8, 8, 7, 9],
    headRows: 3,
    rows: [
      [plainWords('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', 3, 3), columnHead('申请人情况', 7)],
      [columnHead(person, 1, 2), columnHead('法人或其他组织', organizations.length), columnHead(total, 1, 2)],
      organizations.map((title) => columnHead(title)),
      ...whole('一', 'newReceived'),
      ...whole('二', 'carriedOver'),
      ...results.map(({ row, group, label }, at): PrintedCell[] => {
        const opens = group !== null && results[at - 1]?.group !== group
        return [
          ...(at === 0 ? [rowHead('三、本年度办理结果', 1, results.length)] : []),
          ...(opens ? [rowHead(group, 1, results.filter((one) => one.group === group).length)] : []),
          group === null ? rowHead(label, 2) : rowHead(label),
          ...cells(row),
        ]
      }),
      ...whole('四', 'carriedForward'),
    ],
  }
}

function remedies(form: Form): PrintedTable {
  const { rows } = tableOf(form, 'remedies')
  const titles = rows[0]?.columns.map(({ title }) => title) ?? []
  return {
    key: 'remedies',
    widths: Array.from({ length: 15 }, () => 1),
    headRows: 3,
    rows: [
      [columnHead('行政复议', 5), columnHead('行政诉讼', 10)],
      [...titles.map((title) => columnHead(title, 1, 2)), columnHead('未经复议直接起诉', 5), columnHead('复议后起诉', 5)],
      [...titles, ...titles].map((title) => columnHead(title)),
      rows.flatMap((row) => row.columns.map((column): PrintedCell => ({ key: keyOf(row, column) }))),
    ],
  }
}

const layoutOf = (form: Form, items: readonly Item[]): Layout => ({
  generation: form.generation,
  tables: [
    { part: 2, table: proactive(form, items) },
    { part: 3, table: requests(form) },
    { part: 4, table: remedies(form) },
  ],
  footer: [],
})

export const layoutB = layoutOf(formB, itemsB)
export const layoutC = layoutOf(formC, itemsC)
