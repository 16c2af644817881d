// Columns that lists of editions share.
import { Tag } from 'antd'
import { Link } from 'react-router'
import type { EditionRow } from '../../../src/modules/disclosure/http/contract.ts'
import { paths } from '../../paths.ts'
import { stateTones, untitled } from '../../ui/edition-words.ts'
import { whenText } from '../../ui/format.ts'
import type { ListColumn } from '../../ui/ListTable.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { UrgentTag } from '../../ui/UrgentTag.tsx'

export const titleColumn: ListColumn<EditionRow> = {
  title: '标题',
  sort: 'title',
  width: 380,
  render: (row) => (
    <>
      <Link to={paths.edition(row.editionId)}>{row.title || untitled}</Link> {row.important && <Tag color="red">重要</Tag>}
      <UrgentTag row={row} />
      {row.historic && <Tag>历史数据</Tag>}
      {row.errors > 0 && <Tag color="red">错误{row.errors}</Tag>}
      {row.warnings > 0 && <Tag>提醒{row.warnings}</Tag>}
      <span className="gk-cell-sub">{[row.indexNumber, row.documentNumber, row.kind].filter(Boolean).join(' · ')}</span>
    </>
  ),
}

export const unitColumn: ListColumn<EditionRow> = { title: '单位', sort: 'unitName', width: 160, render: (row) => row.unitName }

export const stateColumn: ListColumn<EditionRow> = {
  title: '状态',
  sort: 'state',
  width: 150,
  render: (row) => (
    <>
      <StateTag title={row.stateTitle} tone={stateTones[row.state]} />
      {row.scheduledFor && <span className="gk-cell-sub">定于 {whenText(row.scheduledFor)} 发布</span>}
    </>
  ),
}

export const authorColumn: ListColumn<EditionRow> = { title: '起草人', width: 90, render: (row) => row.authorName }

export const updatedColumn: ListColumn<EditionRow> = {
  title: '最近修改',
  sort: 'updatedAt',
  width: 150,
  render: (row) => <span className="gk-figure">{whenText(row.updatedAt)}</span>,
}

export const publishedColumn: ListColumn<EditionRow> = {
  title: '发布时间',
  sort: 'publishedAt',
  width: 150,
  render: (row) => <span className="gk-figure">{whenText(row.publishedAt)}</span>,
}
