// The yearly reports of one unit: where each year comes from, and every figure through the years.
import { Button, Segmented } from 'antd'
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import type { AnswerOf } from '../../../src/kernel/contract.ts'
import { exportReportYears, getReportYears, getTakenOverFile } from '../../../src/modules/reports/http/history-contract.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { useAddress } from '../../ui/address.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { whenText } from '../../ui/format.ts'
import { ListTable } from '../../ui/ListTable.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Panel } from '../../ui/SheetPage.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { originTitles } from './report-words.ts'

type Years = AnswerOf<typeof getReportYears>
type Year = Years['years'][number]
type Row = Years['rows'][number]

const scopes = [
  { value: 'own', label: '本单位' },
  { value: 'region', label: '本地区汇总' },
] as const

const formTitles = { A: '2018年以前的格式', B: '2019、2020年格式', C: '2021年起的格式' } as const

function OfYear(props: { readonly year: Year; readonly labels: ReadonlyMap<string, string> }): ReactNode {
  const { year, labels } = props
  const { origin, generation, reportId, file, corrected } = year
  return (
    <li>
      <div className="gk-rows-main">
        {origin === 'taken-over' ? <b>{year.year}年</b> : <Link to={paths.report(reportId)}>{year.year}年</Link>} {originTitles[origin]}
        <span className="gk-cell-sub">
          {formTitles[generation]}
          {file && ` · ${file.byName} ${whenText(file.at)} 转入`}
        </span>
        {corrected.length > 0 && (
          <details>
            <summary>{corrected.length}项写明了原因或者来源</summary>
            <ul>
              {corrected.map(({ key, reason, byName }) => (
                <li key={key}>
                  {labels.get(key) ?? key}：{reason} <span className="gk-muted">{byName}</span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      {file && (
        <Button size="small" href={addressOf(getTakenOverFile, { params: { reportId } })} download title={file.name}>
          下载原文件
        </Button>
      )}
    </li>
  )
}

function Figures(props: { readonly data: Years }): ReactNode {
  const { years, rows } = props.data
  const tables = [...new Set(rows.map(({ table }) => table))]
  return tables.map((table) => (
    <Panel key={table} title={table}>
      <ListTable<Row>
        label={table}
        answer={{ data: { rows: rows.filter((row) => row.table === table) }, error: null, isFetching: false, refetch: () => undefined }}
        rowKey={({ key, label }) => `${key} ${label}`}
        width={200 + years.length * 100}
        columns={[
          { title: '项目', width: 200, render: ({ label }) => label },
          ...years.map(({ year, corrected }, at) => ({
            title: `${year}年`,
            width: 84,
            align: 'right' as const,
            render: ({ key, figures }: Row) => {
              const why = corrected.find((one) => one.key === key)
              return (
                <span className="gk-figure" {...(why ? { title: `${why.byName}：${why.reason}` } : {})}>
                  {figures[at]}
                  {why && '*'}
                </span>
              )
            },
          })),
        ]}
        empty={null}
      />
    </Panel>
  ))
}

export function UnitYearsPage(): ReactNode {
  const { unitId = '' } = useParams()
  const [search, change] = useAddress()
  const scope = search.get('scope') === 'region' ? 'region' : 'own'
  const ask = { params: { unitId }, query: { scope } } as const
  const { data, error, refetch } = useAnswer(getReportYears, ask)
  if (error && !data) return <ErrorNote error={error} again={() => void refetch()} />
  if (!data) return <Waiting />
  const labels = new Map(data.rows.map(({ key, label }) => [key, label]))
  return (
    <>
      <PageHead
        title={`${data.unitName}历年年报`}
        note="“—”是当年的格式没有这一项；空白是当年没有填写；带“*”的写明了原因或者来源。"
        crumbs={[{ title: '历年年报', path: paths.reportHistory }, { title: data.unitName }]}
        main={
          data.years.length > 0 && (
            <Button href={addressOf(exportReportYears, ask)} download>
              导出 CSV
            </Button>
          )
        }
      />
      <Panel title="各年的报告" extra={<Segmented aria-label="范围" options={[...scopes]} value={scope} onChange={(next) => change({ scope: next })} />}>
        {data.years.length === 0 ? (
          <EmptyNote what="没有已经签发或者转入的年度报告。" how="往年的报告可以在报告检查里读取，核对后作为历年数据保存。" />
        ) : (
          <ul className="gk-rows">
            {data.years.map((year) => (
              <OfYear key={year.reportId} year={year} labels={labels} />
            ))}
          </ul>
        )}
      </Panel>
      <Figures data={data} />
    </>
  )
}
