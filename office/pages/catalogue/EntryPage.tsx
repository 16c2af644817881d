// One entry of the catalogue: its columns, who answers for it, and its versions.
import { App, Button, Form, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useParams } from 'react-router'
import { getEntry, putEntryEnd, putEntryVersion, putResponsibilitySection } from '../../../src/modules/catalogue/http/contract.ts'
import { channels, entryKinds, entryModes, fieldTitles, tiers } from '../../../src/modules/catalogue/law/entries.ts'
import { rhythmKinds, rhythmWords } from '../../../src/modules/catalogue/law/rhythms.ts'
import { statutoryItems, type StatutoryItem } from '../../../src/modules/publication/law/statutory-items.ts'
import type { AnswerOf } from '../../../src/kernel/contract.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { EntryDialog } from '../../forms/catalogue/EntryDialog.tsx'
import { paths } from '../../paths.ts'
import { articleText } from '../../ui/article.ts'
import { DayField } from '../../ui/DayField.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { todayText } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Facts, Panel, SheetPage } from '../../ui/SheetPage.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { TimeLine } from '../../ui/TimeLine.tsx'
import { UnitSelect, useUnitNames } from '../../ui/UnitSelect.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { audienceWords, entryTitle } from './entry-words.ts'
import { StandingVersions } from './StandingVersions.tsx'

type Answer = AnswerOf<typeof getEntry>
type Answering = Answer['units'][number]

const items: Readonly<Record<string, StatutoryItem>> = statutoryItems

const multiLine = (text: string): ReactNode => (text === '' ? '' : <span className="gk-lines">{text}</span>)

const factsOf = (entry: Answer['entry']): [string, ReactNode][] => [
  [fieldTitles.kind, entryKinds[entry.kind]],
  [fieldTitles.field, entry.field],
  [fieldTitles.elements, multiLine(entry.elements)],
  [fieldTitles.basis, multiLine(entry.basis)],
  [fieldTitles.limitText, entry.limitText],
  [fieldTitles.rhythm, `${rhythmKinds[entry.rhythm.kind].title}：${rhythmWords(entry.rhythm)}`],
  [fieldTitles.bodyText, entry.bodyText],
  [fieldTitles.channels, [...entry.channels.map((key) => channels[key].title), ...(entry.channelOther ? [entry.channelOther] : [])].join('、')],
  [fieldTitles.audience, audienceWords(entry)],
  [fieldTitles.mode, entryModes[entry.mode]],
  [fieldTitles.tiers, entry.tiers.map((tier) => tiers[tier].title).join('、')],
  [
    fieldTitles.statutoryItem,
    entry.statutoryItem === null ? '' : `${items[entry.statutoryItem]?.column ?? ''}（${articleText(items[entry.statutoryItem]?.article ?? '')}）`,
  ],
]

function Units(props: { readonly units: readonly Answering[] }): ReactNode {
  const [asked, setAsked] = useState<Answering | null>(null)
  const send = useSend(putResponsibilitySection)
  const names = useUnitNames()
  return (
    <Panel title={`责任单位（${props.units.length}）`}>
      {props.units.length === 0 && <p className="gk-soon">没有责任单位，这一条不会产生公开任务。请修改条目，指定责任单位或者单位类别。</p>}
      <ul className="gk-rows">
        {props.units.map((unit) => (
          <li key={unit.responsibilityId}>
            <div className="gk-rows-main">
              {unit.unitName}
              <span className="gk-cell-sub">{unit.sectionName ?? '未指定科室，由本单位信息员办理'}</span>
            </div>
            {unit.mayAssign && (
              <Button size="small" onClick={() => setAsked(unit)} aria-label={`为${unit.unitName}指定科室`}>
                指定科室
              </Button>
            )}
          </li>
        ))}
      </ul>
      <FormDialog<{ sectionId?: string }>
        open={asked !== null}
        title={`${asked?.unitName ?? ''}：责任科室`}
        okText="确定"
        initial={asked?.sectionId ? { sectionId: asked.sectionId } : {}}
        onSubmit={(values) => send.mutateAsync({ params: { responsibilityId: asked?.responsibilityId ?? '' }, body: { sectionId: values.sectionId ?? null } })}
        onClose={() => setAsked(null)}
      >
        <Form.Item name="sectionId" label="科室" extra="不选，就由本单位信息员办理。">
          <UnitSelect
            sections
            only={names.filter((one) => one.parentId === asked?.unitId && one.kind === 'section').map((one) => one.id)}
            placeholder="选择科室"
          />
        </Form.Item>
      </FormDialog>
    </Panel>
  )
}

export function EntryPage(): ReactNode {
  const { entryId = '' } = useParams()
  const answer = useAnswer(getEntry, { params: { entryId } })
  const change = useSend(putEntryVersion)
  const end = useSend(putEntryEnd)
  const { message } = App.useApp()
  const [open, setOpen] = useState<'change' | 'end' | null>(null)
  if (answer.error && !answer.data) return <ErrorNote error={answer.error} again={() => void answer.refetch()} />
  if (!answer.data) return <Waiting />
  const { entry, versions, units, mayKeep, standing } = answer.data
  const { entryId: _id, number, beginsOn: _begins, endsOn, limit: _limit, note: _note, madeByName: _by, madeAt: _at, ...content } = entry
  const title = entryTitle(entry)
  return (
    <>
      <SheetPage
        head={<PageHead title={title} crumbs={[{ title: '公开目录', path: paths.catalogue }, { title: entry.field }]} />}
        side={
          <Panel title="现行版本">
            <p>
              {endsOn === null ? (
                <StateTag title={`第${number}版，自${entry.beginsOn}起`} tone="good" />
              ) : (
                <StateTag title={`已于${endsOn}终止`} tone="neutral" />
              )}
            </p>
            {mayKeep && endsOn === null && (
              <div className="gk-stack">
                <Button type="primary" block onClick={() => setOpen('change')}>
                  修改（新版本）
                </Button>
                <Button danger block onClick={() => setOpen('end')}>
                  终止条目
                </Button>
              </div>
            )}
          </Panel>
        }
        below={
          <Panel title="版本">
            <TimeLine
              happenings={versions.map((version) => ({
                key: String(version.number),
                at: version.madeAt,
                title: `第${version.number}版：${version.beginsOn} 至 ${version.versionEndsOn ?? '今'}`,
                who: version.madeByName,
                opinion: version.note,
                notes: [`${version.limitText}；${version.bodyText || '没有写明公开主体'}`],
              }))}
            />
          </Panel>
        }
      >
        <Panel title="目录内容">
          <Facts rows={factsOf(entry)} narrow />
        </Panel>
        <Units units={units} />
        {standing && <StandingVersions rows={standing} />}
      </SheetPage>
      <EntryDialog
        open={open === 'change'}
        title={`修改：“${title}”`}
        okText="存为新版本"
        fields={[entry.field]}
        initial={{ content, begins: todayText(), note: '' }}
        onSubmit={async ({ content: next, begins, note }) => {
          await change.mutateAsync({ params: { entryId }, body: { content: next, number, begins, note } })
          void message.success('已存为新版本')
        }}
        onClose={() => setOpen(null)}
      />
      <FormDialog<{ lastDay: string; note: string }>
        open={open === 'end'}
        title={`终止“${title}”？`}
        okText="终止"
        danger
        initial={{ lastDay: todayText() }}
        note={`终止后，${units.length}个单位不再对这一条负责，不再产生新的公开任务；已经公开的信息不受影响。`}
        onSubmit={async (values) => {
          await end.mutateAsync({ params: { entryId }, body: values })
          void message.success('已终止')
        }}
        onClose={() => setOpen(null)}
      >
        <Form.Item name="lastDay" label="最后一日" rules={[{ required: true, message: '请选择日期' }]}>
          <DayField allowClear={false} />
        </Form.Item>
        <Form.Item name="note" label="理由" rules={[{ required: true, whitespace: true, message: '请写明理由' }]}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
        </Form.Item>
      </FormDialog>
    </>
  )
}
