// What an edition has on paper: the photographs that prove it, and what was signed by pen on them.
import { Button, Form, Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { getPaper, postPens, type PaperAnswer } from '../../../../src/modules/disclosure/http/paper-contract.ts'
import { useAnswer, useSend } from '../../../api/hooks.ts'
import { DayField } from '../../../ui/DayField.tsx'
import { ErrorNote } from '../../../ui/ErrorNote.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { todayText, whenText } from '../../../ui/format.ts'
import { Panel } from '../../../ui/SheetPage.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'

type Level = PaperAnswer['levels'][number]['level']

interface PenValues {
  readonly attachmentId: string
  readonly pens: Readonly<Partial<Record<Level, { readonly signer?: string; readonly day?: string }>>>
}

/** Levels that were filled in; the others were not signed on this sheet. */
const pensOf = ({ pens }: PenValues): { level: Level; signer: string; day: string }[] =>
  Object.entries(pens).flatMap(([level, pen]) => (pen?.signer?.trim() ? [{ level: level as Level, signer: pen.signer, day: pen.day ?? todayText() }] : []))

function PenDialog(props: { readonly editionId: string; readonly paper: PaperAnswer; readonly open: boolean; readonly onClose: () => void }): ReactNode {
  const { paper, editionId } = props
  const send = useSend(postPens)
  const current = paper.photos.filter((photo) => photo.stand === 'current')
  const newest = current.at(-1)?.attachmentId
  const initial: Partial<PenValues> = newest === undefined ? {} : { attachmentId: newest }
  return (
    <FormDialog<PenValues>
      open={props.open}
      title="按照片登记手签"
      okText="登记"
      initial={initial}
      note="照片上哪一级有亲笔签字，就填哪一级；没有签字的留空。登记的是纸上已有的签字，不代替系统中的审核、签发。"
      onSubmit={(values) => send.mutateAsync({ params: { editionId }, body: { attachmentId: values.attachmentId, pens: pensOf(values) } })}
      onClose={props.onClose}
    >
      <Form.Item name="attachmentId" label="照片" rules={[{ required: true, message: '请选择照片' }]}>
        <Select
          options={current.map((photo) => ({ value: photo.attachmentId, label: `${photo.name}（${photo.filedByName ?? ''}，${whenText(photo.filedAt)}）` }))}
        />
      </Form.Item>
      {paper.levels.map(({ level, title }) => (
        <div className="gk-pen" key={level}>
          <Form.Item name={['pens', level, 'signer']} label={`${title}：签字人`}>
            <Input maxLength={60} placeholder="未签的留空" />
          </Form.Item>
          <Form.Item name={['pens', level, 'day']} label={`${title}：签字日期`} initialValue={todayText()}>
            <DayField />
          </Form.Item>
        </div>
      ))}
    </FormDialog>
  )
}

export function PaperPanel(props: { readonly editionId: string }): ReactNode {
  const { editionId } = props
  const answer = useAnswer(getPaper, { params: { editionId } })
  const [open, setOpen] = useState(false)
  if (answer.error) return <ErrorNote error={answer.error} again={() => void answer.refetch()} />
  const paper = answer.data
  if (!paper || paper.photos.length === 0) return null
  const enters = paper.mayEnter && paper.photos.some((photo) => photo.stand === 'current')
  return (
    <Panel
      title="纸质审查表"
      extra={
        enters && (
          <Button size="small" onClick={() => setOpen(true)}>
            登记手签
          </Button>
        )
      }
    >
      <ul className="gk-rows">
        {paper.photos.map((photo) => (
          <li key={photo.photoId}>
            <div className="gk-rows-main">
              <a className="gk-photo" href={photo.src} target="_blank" rel="noreferrer">
                {photo.mediaType === 'application/pdf' ? (
                  <span className="gk-photo-thumb">PDF</span>
                ) : (
                  <img className="gk-photo-thumb" src={photo.src} alt="" loading="lazy" />
                )}
                <span className="gk-photo-name">{photo.name}</span>
              </a>
              <span className="gk-cell-sub">
                {photo.addedByName} {whenText(photo.addedAt)}上传，{photo.how === 'code' ? '按编号归入' : `${photo.filedByName ?? ''}人工归入`}
              </span>
              <span className="gk-cell-sub gk-hash">SHA-256 {photo.sha256}</span>
            </div>
            {photo.standTitle && <StateTag title={photo.standTitle} tone={photo.stand === 'current' ? 'good' : 'soon'} />}
          </li>
        ))}
        {paper.pens.map((pen) => (
          <li key={`${pen.level} ${pen.at}`}>
            <div className="gk-rows-main">
              {pen.levelTitle}：{pen.signer}
              <span className="gk-cell-sub">
                {pen.signedOn}签字，{pen.recordedByName} {whenText(pen.at)}登记
              </span>
            </div>
            <StateTag title={pen.holds ? '手签' : '已更正'} tone={pen.holds ? 'good' : 'neutral'} />
          </li>
        ))}
      </ul>
      <PenDialog editionId={editionId} paper={paper} open={open} onClose={() => setOpen(false)} />
    </Panel>
  )
}
