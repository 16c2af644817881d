// 机构与人员: the tree of units as it stands today or stood on a day, and one unit beside it.
import { PlusOutlined } from '@ant-design/icons'
import { Button, Switch, Tree, type TreeDataNode } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { AnswerOf } from '../../../src/kernel/contract.ts'
import { getUnits, getUnitsCsv, postUnit } from '../../../src/modules/organization/http/contract.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { emptyUnit, UnitDialog } from '../../forms/organization/UnitDialog.tsx'
import { paths } from '../../paths.ts'
import { useSession } from '../../shell/session.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useListState } from '../../ui/list-state.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Panel } from '../../ui/SheetPage.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { UnitSheet } from './UnitSheet.tsx'

type UnitNode = AnswerOf<typeof getUnits>['rows'][number]

function nodesOf(rows: readonly UnitNode[]): TreeDataNode[] {
  const known = new Set(rows.map((row) => row.id))
  const below = (parentId: string | null): TreeDataNode[] =>
    rows
      .filter((row) => (parentId === null ? row.parentId === null || !known.has(row.parentId) : row.parentId === parentId))
      .toSorted((a, b) => a.position - b.position)
      .map((row) => ({
        key: row.id,
        title: (
          <span className={row.validUntil ? 'gk-muted' : ''}>
            {row.name}
            {row.validUntil && `（至 ${row.validUntil}）`}
          </span>
        ),
        children: below(row.id),
      }))
  return below(null)
}

export function OrganizationLinks(): ReactNode {
  return (
    <p className="gk-page-links">
      <Link to={paths.units}>机构</Link>
      <Link to={paths.people}>人员</Link>
      <Link to={paths.responsiblePeople}>第一责任人名册</Link>
    </p>
  )
}

export function UnitsPage(): ReactNode {
  const { unitId: wanted } = useParams()
  const navigate = useNavigate()
  const { may } = useSession()
  const state = useListState({ sort: '' })
  const asOf = state.value('asOf')
  const ended = state.value('ended') === 'true'
  const query = { ...(asOf ? { asOf } : {}), ended: ended ? 'true' : 'false' } as const
  const answer = useAnswer(getUnits, { query }, { keep: true })
  const create = useSend(postUnit)
  const [adding, setAdding] = useState(false)
  const rows = answer.data?.rows
  const tree = useMemo(() => nodesOf(rows ?? []), [rows])
  // the first unit in sight, until one is chosen
  const unitId = wanted ?? (tree[0] === undefined ? undefined : String(tree[0].key))
  const chosen = rows?.find((row) => row.id === unitId)
  const search = state.filtered('asOf', 'ended') ? window.location.search : ''
  return (
    <>
      <PageHead
        title="机构与人员"
        note={<OrganizationLinks />}
        main={
          <>
            <Button href={addressOf(getUnitsCsv, { query })} download>
              导出 CSV
            </Button>
            {may('unit.manage') && (
              <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
                {chosen ? `在“${chosen.shortName || chosen.name}”下新设` : '新设机构'}
              </Button>
            )}
          </>
        }
      />
      <ErrorNote error={answer.error} again={() => void answer.refetch()} />
      <div className="gk-two">
        <Panel title="机构">
          <div className="gk-tree-filters">
            <DayField label="查看哪一天的机构" value={asOf || null} placeholder="查看某一天的机构" onChange={(day) => state.set({ asOf: day })} />
            <label>
              <Switch size="small" checked={ended} onChange={(on) => state.set({ ended: on ? 'true' : undefined })} /> 含已撤并
            </label>
          </div>
          {!answer.data && !answer.error && <Waiting />}
          {answer.data && tree.length === 0 && <EmptyNote what="这一天没有机构。" how="换一天，或者新设机构。" />}
          {tree.length > 0 && (
            <Tree
              key={`${asOf}-${ended}`}
              blockNode
              showLine
              treeData={tree}
              defaultExpandedKeys={[...tree.map((node) => node.key), ...(unitId ? [unitId] : [])]}
              defaultExpandParent
              selectedKeys={unitId ? [unitId] : []}
              onSelect={(keys) => void navigate(`${keys[0] === undefined ? paths.units : paths.unit(String(keys[0]))}${search}`)}
            />
          )}
        </Panel>
        <div>
          {unitId ? (
            <UnitSheet key={`${unitId}-${asOf}`} unitId={unitId} asOf={asOf} />
          ) : (
            <Panel>
              <EmptyNote what="选择左边的一个机构，查看它的职责、人员、领导小组和变更记录。" />
            </Panel>
          )}
        </div>
      </div>
      <UnitDialog
        open={adding}
        title="新设机构"
        okText="设立"
        isNew
        initial={{ ...emptyUnit, parentId: chosen?.id ?? null, kind: 'department' }}
        onSubmit={async (values) => {
          const made = await create.mutateAsync({ body: values })
          void navigate(paths.unit(made.id))
          return made.warnings
        }}
        onClose={() => setAdding(false)}
      />
    </>
  )
}
