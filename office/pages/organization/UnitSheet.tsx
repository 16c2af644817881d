// One unit: its facts, leaders and people, leading groups, who answers for disclosure, and what has changed.
import { Alert, Button, Tabs } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { getUnit, getUnitHistory, putUnit } from '../../../src/modules/organization/http/contract.ts'
import { successionKinds } from '../../../src/modules/organization/law/succession-kinds.ts'
import { unitKinds } from '../../../src/modules/organization/law/unit-kinds.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { EndUnitDialog } from '../../forms/organization/EndUnitDialog.tsx'
import { UnitDialog } from '../../forms/organization/UnitDialog.tsx'
import { paths } from '../../paths.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { useListState } from '../../ui/list-state.ts'
import { Facts, Panel } from '../../ui/SheetPage.tsx'
import { TimeLine } from '../../ui/TimeLine.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { LeadingGroups } from './LeadingGroups.tsx'
import type { Unit } from './unit.ts'
import { Posts } from './Posts.tsx'
import { ResponsiblePerson } from './ResponsiblePerson.tsx'

function About(props: { readonly unit: Unit }): ReactNode {
  const { unit } = props
  return (
    <>
      {unit.warnings.map((warning) => (
        <Alert key={warning.field + warning.sentence} className="gk-note" type="warning" showIcon title={warning.sentence} />
      ))}
      <Facts
        rows={[
          ['类别', unitKinds[unit.kind].title],
          ['上级机构', unit.parentName],
          ['统一社会信用代码', unit.creditCode],
          ['组织机构代码', unit.organizationCode],
          ['索引号前段', unit.frontCode],
          ['存续', `${unit.validFrom} 至 ${unit.validUntil ?? '今'}`],
          ['电话', unit.phone],
          ['传真', unit.fax],
          ['电子邮箱', unit.email],
          ['邮政编码', unit.postcode],
          ['办公时间', unit.officeHours],
          ['办公地址', unit.address],
          ['专人', unit.hasOwnStaff ? '有' : '没有，由上级公开工作机构代发'],
          ['空栏目', unit.emptyColumns === 'none-held' ? '注明“本机关无此类信息”' : '不显示'],
          ...(unit.predecessors.length > 0
            ? ([
                [
                  '前身',
                  unit.predecessors.map((one) => (
                    <div key={one.unitId}>
                      <Link to={paths.unit(one.unitId)}>{one.name}</Link>（{one.happenedOn} {successionKinds[one.kind].title}）
                    </div>
                  )),
                ],
              ] as const)
            : []),
          ...(unit.successors.length > 0
            ? ([
                [
                  '承继机构',
                  unit.successors.map((one) => (
                    <div key={one.unitId}>
                      <Link to={paths.unit(one.unitId)}>{one.name}</Link>（{one.happenedOn} {successionKinds[one.kind].title}）
                    </div>
                  )),
                ],
              ] as const)
            : []),
          ...(unit.formerNames.length > 0
            ? ([['曾用名', unit.formerNames.map((one) => <div key={one.validFrom}>{`${one.name}（${one.validFrom} 至 ${one.validUntil}）`}</div>)]] as const)
            : []),
          [
            '职责',
            <span key="duties" className="gk-prewrap">
              {unit.duties}
            </span>,
          ],
        ]}
      />
    </>
  )
}

function History(props: { readonly unitId: string }): ReactNode {
  const state = useListState({ sort: '' })
  const answer = useAnswer(getUnitHistory, { params: { unitId: props.unitId }, query: { page: state.page, size: 100 } })
  if (answer.error) return <ErrorNote error={answer.error} />
  if (!answer.data) return <Waiting />
  if (answer.data.rows.length === 0) return <EmptyNote what="没有变更记录。" />
  return (
    <TimeLine
      happenings={answer.data.rows.map((row) => ({
        key: String(row.id),
        at: row.at,
        title: row.stepTitle,
        who: row.by,
        notes: [row.summary].filter((text) => text !== ''),
      }))}
    />
  )
}

export function UnitSheet(props: { readonly unitId: string; readonly asOf: string }): ReactNode {
  const { unitId, asOf } = props
  const answer = useAnswer(getUnit, { params: { unitId }, query: asOf ? { asOf } : {} })
  const save = useSend(putUnit)
  const [editing, setEditing] = useState(false)
  const [ending, setEnding] = useState(false)
  if (answer.error) return <ErrorNote error={answer.error} again={() => void answer.refetch()} />
  if (!answer.data) return <Waiting />
  const unit = answer.data
  const changeable = unit.mayManage && unit.validUntil === null && !asOf
  return (
    <Panel
      title={unit.name}
      extra={
        changeable && (
          <div className="gk-page-main">
            <Button onClick={() => setEditing(true)}>变更</Button>
            <Button danger onClick={() => setEnding(true)}>
              撤并
            </Button>
          </div>
        )
      }
    >
      {asOf && <Alert className="gk-note" type="info" showIcon title={`这是 ${asOf} 的状况，只能查看。`} />}
      {unit.validUntil && (
        <Alert
          className="gk-note"
          type="warning"
          showIcon
          title={
            <>
              这个机构已于 {unit.validUntil} 撤并{unit.successors.length > 0 && '，由下列机构承继：'}
              {unit.successors.map((one) => (
                <Link key={one.unitId} to={paths.unit(one.unitId)}>
                  {one.name}{' '}
                </Link>
              ))}
            </>
          }
        />
      )}
      <Tabs
        items={[
          { key: 'about', label: '基本情况', children: <About unit={unit} /> },
          { key: 'people', label: `人员（${unit.posts.length}）`, children: <Posts unit={unit} changeable={changeable} /> },
          { key: 'groups', label: '领导小组', children: <LeadingGroups unit={unit} changeable={changeable} /> },
          { key: 'responsible', label: '第一责任人', children: <ResponsiblePerson unit={unit} changeable={changeable} /> },
          { key: 'history', label: '变更记录', children: <History unitId={unitId} /> },
        ]}
      />
      <UnitDialog
        open={editing}
        title={`变更：${unit.name}`}
        okText="保存"
        isNew={false}
        initial={unit}
        onSubmit={async ({ validFrom, kind: _kind, ...values }) => {
          const saved = await save.mutateAsync({ params: { unitId }, body: { ...values, version: unit.version, changedOn: validFrom } })
          return saved.warnings
        }}
        onClose={() => setEditing(false)}
      />
      <EndUnitDialog open={ending} unit={unit} onClose={() => setEnding(false)} />
    </Panel>
  )
}
