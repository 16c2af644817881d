// The third and the fourth part of the yearly report, counted from the applications and what followed upon them; every figure opens to them.
import { Alert, Select } from 'antd'
import type { ReactNode } from 'react'
import type { AnswerOf } from '../../../src/kernel/contract.ts'
import { getYearlyTable } from '../../../src/modules/requests/http/contract.ts'
import { applicantKindNames, applicantKinds, type ApplicantKind } from '../../../src/modules/requests/law/applicants.ts'
import {
  formLineNames,
  formLines,
  remedyColumnNames,
  remedyColumns,
  remedyRowNames,
  remedyRows,
  type FormLine,
  type RemedyColumn,
  type RemedyRow,
} from '../../../src/modules/requests/law/yearly-form.ts'
import { useAnswer } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { useAddress } from '../../ui/address.ts'
import { OpeningCount } from '../../ui/Board.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { todayText } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Panel } from '../../ui/SheetPage.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'
import { Waiting } from '../../ui/Waiting.tsx'

const columns: readonly (ApplicantKind | 'all')[] = [...applicantKindNames, 'all']
const titleOf = (column: ApplicantKind | 'all'): string => (column === 'all' ? '总计' : applicantKinds[column].title)

function Cell(props: {
  readonly count: number
  readonly line: FormLine
  readonly column: ApplicantKind | 'all'
  readonly year: number
  readonly unitId: string
}): ReactNode {
  const { count, line, column, year, unitId } = props
  const query = new URLSearchParams({ year: String(year), line, ...(column === 'all' ? {} : { kind: column }), ...(unitId ? { unitId } : {}) })
  return (
    <td>
      <OpeningCount count={count} to={`${paths.requests}?${query}`} />
    </td>
  )
}

type Table = AnswerOf<typeof getYearlyTable>['remedies']

function Remedies(props: { readonly table: Table; readonly year: number; readonly unitId: string }): ReactNode {
  const { table, year, unitId } = props
  const pathOf = (row: RemedyRow, column: RemedyColumn): string =>
    `${paths.requestRemedies}?${new URLSearchParams({ year: String(year), row, column, ...(unitId ? { unitId } : {}) })}`
  return (
    <Panel title="政府信息公开行政复议、行政诉讼情况">
      <section className="gk-form-table" aria-label="行政复议、行政诉讼">
        <table>
          <caption className="gk-unseen">{year}年政府信息公开行政复议、行政诉讼情况</caption>
          <thead>
            <tr>
              <th scope="col">（总计为其余各项之和；上年未审结的，计入本年）</th>
              {remedyColumnNames.map((column) => (
                <th scope="col" key={column}>
                  {remedyColumns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {remedyRowNames.map((row) => (
              <tr key={row}>
                <th scope="row">{remedyRows[row].title}</th>
                {remedyColumnNames.map((column) => (
                  <td key={column}>
                    <OpeningCount count={table[row]?.[column] ?? 0} to={pathOf(row, column)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  )
}

export function YearlyTablePage(): ReactNode {
  const [search, set] = useAddress()
  const thisYear = Number(todayText().slice(0, 4))
  const year = Number(search.get('year') ?? thisYear)
  const unitId = search.get('unitId') ?? ''
  const answer = useAnswer(getYearlyTable, { query: { year, ...(unitId ? { unitId } : {}) } }, { keep: true })
  const { data } = answer
  return (
    <>
      <PageHead
        title="申请办理情况统计表"
        note="收到和处理政府信息公开申请情况、行政复议和行政诉讼情况，从办理记录直接得出；点数字查看所计的案件。"
        crumbs={[{ title: '依申请公开', path: paths.requests }, { title: '统计表' }]}
      />
      <Panel>
        <div className="gk-filters">
          <Select
            aria-label="年度"
            value={year}
            options={Array.from({ length: thisYear - 2007 }, (_, at) => ({ value: thisYear - at, label: `${thisYear - at}年` }))}
            onChange={(value) => set({ year: String(value) })}
          />
          <UnitSelect value={unitId} placeholder="全部单位" onChange={(value) => set({ unitId: value })} />
        </div>
        <ErrorNote error={answer.error} />
        {data && data.unbalanced.length > 0 && <Alert type="error" showIcon title="勾稽关系不符：第一项加第二项之和，应当等于第三项加第四项之和。" />}
        {data ? (
          <section className="gk-form-table" aria-label="统计表">
            <table>
              <caption className="gk-unseen">{year}年收到和处理政府信息公开申请情况</caption>
              <thead>
                <tr>
                  <th scope="col">（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</th>
                  {columns.map((column) => (
                    <th scope="col" key={column}>
                      {titleOf(column)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {formLineNames.map((line) => (
                  <tr key={line}>
                    <th scope="row">
                      {formLines[line].no} {formLines[line].title}
                      {formLines[line].group && <span className="gk-cell-sub">{formLines[line].group}</span>}
                    </th>
                    {columns.map((column) => (
                      <Cell key={column} count={data.table[line]?.[column] ?? 0} line={line} column={column} year={year} unitId={unitId} />
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ) : (
          <Waiting />
        )}
      </Panel>
      {data && <Remedies table={data.remedies} year={year} unitId={unitId} />}
    </>
  )
}
