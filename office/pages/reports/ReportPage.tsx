// One report: its tables and text, what is wrong with it, what can be done now, and all that happened.
import { App, Button, Tabs } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { useParams } from 'react-router'
import { cellsOf, placeOf } from '../../../src/modules/reports/law/forms/cells.ts'
import { forms } from '../../../src/modules/reports/law/forms/forms.ts'
import { getReport, postReportRefill, putReportCells, type ReportAnswer, type ShownReportStep } from '../../../src/modules/reports/http/sheet-contract.ts'
import { roundKinds } from '../../../src/modules/reports/law/states.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { ReportStepDialog } from '../../forms/reports/ReportStepDialog.tsx'
import { SaveCellsDialog, type ChangedCell } from '../../forms/reports/SaveCellsDialog.tsx'
import { paths } from '../../paths.ts'
import { useAddress } from '../../ui/address.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Facts, Panel, SheetPage } from '../../ui/SheetPage.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { StepButtons } from '../../ui/StepButtons.tsx'
import { TimeLine } from '../../ui/TimeLine.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { AskedFigures } from './AskedFigures.tsx'
import { CellPanel } from './CellPanel.tsx'
import { ReportOutput } from './ReportOutput.tsx'
import { cellId, ReportTables, textOf } from './ReportTables.tsx'
import { ReportText } from './ReportText.tsx'
import { SheetFindings } from './SheetFindings.tsx'
import { stateOf } from './report-words.ts'

function State(props: { readonly report: ReportAnswer }): ReactNode {
  const { report } = props
  return (
    <Panel>
      <p className="gk-side-state">
        <StateTag {...stateOf(report.state)} />
      </p>
      <Facts
        narrow
        rows={[
          ...(report.handInBy ? ([['报送期限', <span key="due" className={report.late ? 'gk-figure gk-bad' : 'gk-figure'}>{report.handInBy}{report.late && ' 已逾期'}</span>]] as const) : []),
          ...(report.publishBy ? ([['公布期限', report.publishBy]] as const) : []),
          ...(report.below ? ([['各单位', `${report.below.total}个，未接收${report.below.outstanding}个`]] as const) : []),
          ...(report.signedByName ? ([['签发', `${report.signedByName} ${report.signedOn ?? ''}`]] as const) : []),
          ...(report.sealedOn ? ([['盖章', report.sealedOn]] as const) : []),
          ...(report.origin === 'paper' ? ([['来源', '按纸质报告录入']] as const) : []),
          ...(report.counts.length > 1 ? ([['统计范围', report.counts.map(({ name }) => name).join('、')]] as const) : []),
        ]}
      />
    </Panel>
  )
} // prettier-ignore

function Side(props: { readonly report: ReportAnswer; readonly waiting: number }): ReactNode {
  const { report, waiting } = props
  const { message } = App.useApp()
  const refill = useSend(postReportRefill, { until: getReport })
  const [asked, setAsked] = useState<ShownReportStep | null>(null)
  return (
    <>
      <State report={report} />
      <Panel title="办理">
        {waiting > 0 && <p className="gk-soon">有{waiting}处修改没有保存，保存后再办理。</p>}
        <StepButtons steps={waiting > 0 ? [] : report.steps} busy={null} onTake={setAsked} />
        {report.editable && report.generation !== null && (
          <Button
            block
            className="gk-above"
            loading={refill.isPending}
            onClick={() =>
              refill.mutate(
                { params: { reportId: report.id }, body: { version: report.version } },
                { onSuccess: ({ changed }) => void message.success(changed === 0 ? '数据没有变化。' : `有${changed}项数据更新；手工填写的保持不变。`) },
              )
            }
          >
            {report.scope === 'region' ? '重新汇总' : '重新取数'}
          </Button>
        )}
        <ErrorNote error={refill.error} />
      </Panel>
      <ReportOutput report={report} />
      <ReportStepDialog step={asked} report={report} onClose={() => setAsked(null)} />
    </>
  )
}

/** What was typed and is not saved: it stays when the report is loaded anew, so that nothing typed is lost. */
function useDrafts(report: ReportAnswer): {
  readonly drafts: ReadonlyMap<string, string>
  readonly changed: readonly ChangedCell[]
  readonly type: (key: string, text: string) => void
  readonly clear: () => void
} {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, string>>(new Map())
  const cells = useMemo(() => new Map(report.cells.map((cell) => [cell.key, cell])), [report.cells])
  const form = forms.find(({ generation }) => generation === report.generation)
  const places = useMemo(
    () =>
      new Map<string, string>(
        form ? cellsOf(form, report.year).map((cell) => [cell.key, placeOf(cell)]) : (report.outline?.figures ?? []).map(({ key, title }) => [key, title]),
      ),
    [form, report.year, report.outline],
  )
  return {
    drafts,
    changed: [...drafts].map(([key, text]) => ({
      key,
      text: text.trim(),
      before: textOf(cells.get(key)),
      place: places.get(key) ?? key,
      cell: cells.get(key),
    })),
    type: (key, text) => {
      const next = new Map(drafts)
      if (text.trim() === textOf(cells.get(key))) next.delete(key)
      else next.set(key, text)
      setDrafts(next)
    },
    clear: () => setDrafts(new Map()),
  }
}

function Sheet(props: { readonly report: ReportAnswer }): ReactNode {
  const { report } = props
  const { message } = App.useApp()
  const [search, change] = useAddress()
  const tab = search.get('tab') === 'text' ? 'text' : 'data'
  const [chosen, setChosen] = useState<string | null>(null)
  const [saving, setSaving] = useState(false)
  const { drafts, changed, type, clear } = useDrafts(report)
  const restore = useSend(putReportCells, { until: getReport })
  const cells = useMemo(() => new Map(report.cells.map((cell) => [cell.key, cell])), [report.cells])
  const show = (key: string): void => {
    setChosen(key)
    const figure = document.getElementById(cellId(key))
    figure?.scrollIntoView({ block: 'center', inline: 'center' })
    figure?.focus({ preventScroll: true })
  }
  const data = (
    <>
      {report.editable && (
        <div className="gk-report-bar" role="region" aria-label="保存">
          <span className="gk-muted">直接在格子里填写；没有的填0，不涉及的填“/”。上下键换行。</span>
          <Button type="primary" disabled={changed.length === 0} onClick={() => setSaving(true)}>
            {changed.length === 0 ? '没有修改' : `保存${changed.length}处修改`}
          </Button>
          {changed.length > 0 && <Button onClick={clear}>放弃修改</Button>}
        </div>
      )}
      <ErrorNote error={restore.error} />
      {report.generation ? (
        <ReportTables
          generation={report.generation}
          year={report.year}
          cells={cells}
          drafts={drafts}
          findings={report.findings}
          editable={report.editable}
          chosen={chosen}
          onChoose={setChosen}
          onType={type}
        />
      ) : (
        <AskedFigures report={report} cells={cells} drafts={drafts} onType={type} />
      )}
    </>
  )
  return (
    <SheetPage
      head={
        <PageHead
          title={`${report.unitName}${report.scope === 'region' ? '（本地区汇总）' : ''}`}
          note={`${report.roundTitle ?? `${report.year}年${roundKinds[report.kind].title}`}${report.editable ? '' : ' · 现在不能修改'}`}
          crumbs={[
            { title: '报告填报', path: paths.reportRounds },
            ...(report.roundId ? [{ title: report.roundTitle ?? '', path: paths.reportRound(report.roundId) }] : []),
            { title: report.unitName },
          ]}
          main={<Button onClick={() => globalThis.print()}>打印</Button>}
        />
      }
      side={
        <>
          <Side report={report} waiting={changed.length} />
          {chosen !== null && tab === 'data' && (
            <CellPanel
              report={report}
              chosen={chosen}
              cell={cells.get(chosen)}
              editable={report.editable}
              onRestore={(key) =>
                restore.mutate(
                  { params: { reportId: report.id }, body: { version: report.version, cells: [{ key, text: null }] } },
                  { onSuccess: () => void message.success('已恢复为系统统计。') },
                )
              }
            />
          )}
          <SheetFindings findings={report.findings} onChoose={show} />
        </>
      }
      below={
        <Panel title="办理经过">
          <TimeLine happenings={report.happened.map(({ text, ...one }) => ({ ...one, ...(text === '' ? {} : { opinion: text }) }))} />
        </Panel>
      }
    >
      <Tabs
        activeKey={tab}
        onChange={(key) => change({ tab: key === 'text' ? 'text' : undefined })}
        items={[
          { key: 'data', label: '数据', children: data },
          { key: 'text', label: '文字', children: <ReportText reportId={report.id} editable={report.editable} /> },
        ]}
      />
      <SaveCellsDialog open={saving} report={report} changed={changed} onSaved={clear} onClose={() => setSaving(false)} />
    </SheetPage>
  )
}

export function ReportPage(): ReactNode {
  const { reportId = '' } = useParams()
  const answer = useAnswer(getReport, { params: { reportId } })
  if (!answer.data) return answer.error ? <ErrorNote error={answer.error} again={() => void answer.refetch()} /> : <Waiting />
  return <Sheet key={reportId} report={answer.data} />
}
