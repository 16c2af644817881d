// Makes a letter: the text comes filled from the case, may still be worded, and is numbered when it is issued.
import { Alert, App, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { getRequest, type RequestSheet } from '../../../src/modules/requests/http/contract.ts'
import { postLetter, postLetterDraft, type LetterDraft, type OpenLetter } from '../../../src/modules/requests/http/letter-contract.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { Waiting } from '../../ui/Waiting.tsx'

interface Props {
  readonly letter: OpenLetter | null
  readonly sheet: RequestSheet
  /** A letter of the kind was issued before: this one takes its place. */
  readonly again: boolean
  readonly onClose: () => void
}

export function LetterDialog(props: Props): ReactNode {
  const { letter, sheet, again } = props
  const { message } = App.useApp()
  const send = useSend(postLetter, { until: getRequest })
  const ask = letter ?? { kind: 'receipt' as const, about: 0 }
  const draft = useAnswer(postLetterDraft, { params: { id: sheet.id }, body: { kind: ask.kind, about: ask.about } }, { enabled: letter !== null })
  const ready = letter !== null && draft.data !== undefined && !draft.isFetching
  return (
    <>
      {letter !== null && draft.error && <ErrorNote error={draft.error} again={() => void draft.refetch()} />}
      <FormDialog<{ text: string }>
        open={ready}
        title={letter ? `${again ? '更换' : '制发'}：${letter.title}` : ''}
        okText="制发"
        width={760}
        initial={{ text: draft.data?.body ?? '' }}
        note={again ? '制发后成为新的版本，文号不变；原来的版本保留。' : '制发时自动编号。制发后内容不能再改，只能制发新的版本。'}
        onClose={props.onClose}
        onSubmit={async ({ text }) => {
          if (!letter) return
          const made = await send.mutateAsync({
            params: { id: sheet.id },
            body: { letterId: crypto.randomUUID(), kind: letter.kind, about: letter.about, text },
          })
          void message.success(`已制发，文号 ${made.number}`)
        }}
      >
        {draft.data ? <Text draft={draft.data} /> : <Waiting />}
      </FormDialog>
    </>
  )
}

function Text({ draft }: { readonly draft: LetterDraft }): ReactNode {
  return (
    <>
      {draft.missing.length > 0 && (
        <Alert type="warning" showIcon className="gk-request-note" title={`请先写明标有“待填”的内容：${draft.missing.join('、')}`} />
      )}
      {draft.channelMissing && (
        <Alert
          type="warning"
          showIcon
          className="gk-request-note"
          title="以电子方式送达的答复须告知网上申请行政复议的渠道，请政务公开主管部门先在“文书用语”里为本单位填写。"
        />
      )}
      <p>{draft.addressee}：</p>
      <Form.Item name="text" label="正文" rules={[{ required: true, whitespace: true, min: 10, message: '请填写正文' }]}>
        <Input.TextArea autoSize={{ minRows: 8, maxRows: 18 }} maxLength={20_000} />
      </Form.Item>
      {draft.remedy ? (
        <>
          <h3 className="gk-request-head">救济途径（按条款、机关和日期自动写明，不能改动）</h3>
          <p>{draft.remedy}</p>
        </>
      ) : (
        <p className="gk-muted">这种文书不告知救济途径。联系方式、落款和日期自动写明。</p>
      )}
    </>
  )
}
