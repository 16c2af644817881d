// The text of a report, part by part, in its editor or to be read: figures are references, what is found stands beside its part.
import { Alert, App, Button } from 'antd'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { putReportParts } from '../../../src/modules/reports/http/sheet-contract.ts'
import { getReportText, type ReportTextAnswer, type TextFinding, type TextLooked } from '../../../src/modules/reports/http/text-contract.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Panel } from '../../ui/SheetPage.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import type { LineMark, ShownReference } from '../../editor/reference-node.ts'
import { AlikeTexts } from './AlikeTexts.tsx'
import { CompiledText } from './CompiledText.tsx'
import { PartEditor, type PartHandle } from './PartEditor.tsx'
import { ReadPart } from './ReadPart.tsx'
import { ReferencePicker } from './ReferencePicker.tsx'
import { StartingText } from './StartingText.tsx'
import { TextFindings } from './TextFindings.tsx'
import { useTextCheck } from './use-text-check.ts'

type Part = ReportTextAnswer['parts'][number]

function shownIn(looked: TextLooked, cells: ReportTextAnswer['cells']): (source: string) => ShownReference | undefined {
  const titles = new Map(cells.map(({ reference, title }) => [reference, title]))
  const values = new Map(looked.lines.flatMap(({ shown }) => shown.map((one) => [one.reference, one])))
  const plain = new Map(cells.map(({ reference, shown }) => [reference, shown]))
  return (source) => {
    const value = values.get(source)
    const title = titles.get(source) ?? `{${source}}`
    if (value) return { text: value.text, flaw: value.flaw, title }
    // chosen a moment ago: the list knows its value
    const known = plain.get(source)
    return known === undefined || known === '' ? undefined : { text: known, flaw: '', title }
  }
}

function Sources(props: { readonly sentences: ReportTextAnswer['sentences']; readonly part: number; readonly body: string }): ReactNode {
  const kept = props.sentences.filter(({ part, said }) => part === props.part && props.body.includes(said))
  const sources = [...new Map(kept.flatMap((one) => one.sources).map((one) => [one.title, one])).values()].filter(({ path }) => path !== '')
  if (sources.length === 0) return null
  return (
    <p className="gk-cell-sub">
      来源：
      {sources.map(({ title, path }, at) => (
        <span key={title}>
          {at > 0 && '、'}
          <Link to={path} target="_blank">
            {title}
          </Link>
        </span>
      ))}
    </p>
  )
}

const without = (findings: readonly TextFinding[]): readonly TextFinding[] => findings.filter(({ part }) => part === null)

function Written(props: { readonly reportId: string; readonly answer: ReportTextAnswer; readonly editable: boolean }): ReactNode {
  const { reportId, answer, editable } = props
  const { message } = App.useApp()
  const send = useSend(putReportParts)
  const [bodies, setBodies] = useState<ReadonlyMap<number, string>>(new Map())
  const [picking, setPicking] = useState<number | null>(null)
  const [drawing, setDrawing] = useState<'starting' | 'compiled' | null>(null)
  const handles = useRef(new Map<number, PartHandle>())
  const changed = useMemo(
    () =>
      answer.parts
        .filter(({ ordinal, body }) => bodies.has(ordinal) && bodies.get(ordinal) !== body)
        .map(({ ordinal }) => ({ ordinal, body: bodies.get(ordinal) ?? '' })),
    [answer.parts, bodies],
  )
  const dirty = changed.length > 0
  const toCheck = useMemo(() => (dirty ? changed : undefined), [dirty, changed])
  const looked = useTextCheck(reportId, answer, toCheck)
  const shown = useMemo(() => shownIn(looked, answer.cells), [looked, answer.cells])
  const marks = useMemo(() => {
    const own = new Map<number, LineMark[]>(answer.parts.map(({ ordinal }) => [ordinal, []]))
    for (const { part, line, severity } of looked.findings) if (part !== null && line !== null) own.get(part)?.push({ line, severity })
    return own
  }, [answer.parts, looked.findings])
  useEffect(() => {
    if (!dirty) return undefined
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [dirty])

  const save = async (): Promise<void> => {
    await send.mutateAsync({ params: { reportId }, body: { version: answer.version, parts: changed } })
    setBodies(new Map())
    void message.success('文字已保存。')
  }
  const replace = ({ part, line, replacement }: TextFinding): void => {
    if (part === null || line === null || !replacement) return
    if (!handles.current.get(part)?.replaceLine(line, replacement.was, replacement.becomes)) void message.info('这一段刚刚改过，请稍等核对后再试。')
  }
  const taken = (): void => {
    setDrawing(null)
    void message.success('已写入，请核对并补充。')
  }
  const bodyOf = ({ ordinal, body }: Part): string => bodies.get(ordinal) ?? body
  const close = (): void => {
    const part = picking
    setPicking(null)
    if (part !== null) requestAnimationFrame(() => handles.current.get(part)?.focus())
  }
  const put = (act: (handle: PartHandle) => void): void => {
    const part = picking
    setPicking(null)
    // the dialog gives the focus back first
    if (part !== null)
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          const handle = handles.current.get(part)
          if (handle) act(handle)
        }),
      )
  }
  return (
    <>
      {editable && (
        <div className="gk-text-bar">
          <Button type="primary" disabled={!dirty} loading={send.isPending} onClick={() => void save().catch(() => undefined)}>
            保存文字
          </Button>
          <Button disabled={dirty} onClick={() => setDrawing('starting')}>
            按本年记录生成文字
          </Button>
          {answer.collects && (
            <Button disabled={dirty} onClick={() => setDrawing('compiled')}>
              汇编各单位文字
            </Button>
          )}
          <span className="gk-muted" role="status">
            {dirty ? '有修改没有保存' : '文字里按“{”引用表格的数字'}
          </span>
        </div>
      )}
      <ErrorNote error={send.error} />
      {without(looked.findings).length > 0 && (
        <Panel title="表格和全文">
          <TextFindings findings={without(looked.findings)} onShow={null} onReplace={null} />
        </Panel>
      )}
      {answer.parts.map((part) => {
        const own = looked.findings.filter((one) => one.part === part.ordinal)
        return (
          <Panel
            key={part.ordinal}
            title={part.title}
            extra={
              editable && (
                <Button size="small" onClick={() => setPicking(part.ordinal)}>
                  引用数字
                </Button>
              )
            }
          >
            <div className="gk-text-part">
              <div>
                {editable ? (
                  <PartEditor
                    title={part.title}
                    initial={part.body}
                    shown={shown}
                    marks={marks.get(part.ordinal) ?? []}
                    onReady={(handle) => handles.current.set(part.ordinal, handle)}
                    onChange={(body) => setBodies((before) => new Map(before).set(part.ordinal, body))}
                    onBrace={() => setPicking(part.ordinal)}
                  />
                ) : (
                  <ReadPart lines={looked.lines.filter((one) => one.part === part.ordinal)} />
                )}
                {part.table && <p className="gk-cell-sub">这一部分是表格，印在文字之后；可以不写文字。</p>}
                <Sources sentences={answer.sentences} part={part.ordinal} body={bodyOf(part)} />
              </div>
              <TextFindings
                findings={own}
                onShow={editable ? (line) => handles.current.get(part.ordinal)?.showLine(line) : null}
                onReplace={editable ? replace : null}
              />
            </div>
          </Panel>
        )
      })}
      <AlikeTexts reportId={reportId} titles={new Map(answer.parts.map(({ ordinal, title }) => [ordinal, title]))} />
      <ReferencePicker
        open={picking !== null}
        cells={answer.cells}
        onChoose={(source) => put((handle) => handle.insert(source))}
        onBrace={() => put((handle) => handle.insertBrace())}
        onClose={close}
      />
      {drawing === 'starting' && <StartingText reportId={reportId} version={answer.version} onClose={() => setDrawing(null)} onTaken={taken} />}
      {drawing === 'compiled' && <CompiledText reportId={reportId} version={answer.version} onClose={() => setDrawing(null)} onTaken={taken} />}
    </>
  )
}

export interface ReportTextProps {
  readonly reportId: string
  /** Whether the caller may change it now. */
  readonly editable: boolean
}

export function ReportText(props: ReportTextProps): ReactNode {
  const { reportId, editable } = props
  const answer = useAnswer(getReportText, { params: { reportId } })
  if (answer.isPending) return <Waiting />
  if (!answer.data) return <ErrorNote error={answer.error} again={() => void answer.refetch()} />
  const { parts, version } = answer.data
  if (parts.length === 0) return <Alert type="info" showIcon title="这份报告没有文字部分。" />
  // what was saved elsewhere comes in anew; whoever types keeps their text until they save
  return <Written key={`${reportId}-${version}`} reportId={reportId} answer={answer.data} editable={editable && answer.data.editable} />
}
