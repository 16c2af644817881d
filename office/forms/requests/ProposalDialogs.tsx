// 转为主动公开: suggested, accepted into a draft without the applicant, declined with a reason, entered into the catalogue.
import { Alert, App, Checkbox, Form, Input, Radio, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { listEntries, listFields } from '../../../src/modules/catalogue/http/contract.ts'
import {
  getProposal,
  postProposal,
  putAcceptance,
  putProposedEntry,
  putRefusal,
  type ProposalSheet,
} from '../../../src/modules/requests/http/proposal-contract.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'

const written = (message: string) => [{ required: true, whitespace: true, min: 2, message }]

/** Which application is asked about, by its id and number. */
export interface Asked {
  readonly id: string
  readonly number: string
}

interface OfOne {
  readonly asked: Asked | null
  readonly onClose: () => void
}

function FieldAndName(): ReactNode {
  const fields = useAnswer(listFields, { query: {} }).data?.rows ?? []
  return (
    <>
      <Form.Item name={['wished', 'field']} label="领域" rules={[{ required: true, whitespace: true, message: '请选择领域' }]}>
        <Select showSearch={{ optionFilterProp: 'label' }} placeholder="选择领域" options={fields.map(({ field }) => ({ value: field, label: field }))} />
      </Form.Item>
      <Form.Item name={['wished', 'name']} label="事项名称" rules={written('请填写事项名称')}>
        <Input maxLength={200} placeholder="例：校车运营补贴标准" />
      </Form.Item>
    </>
  )
}

function EntryFields(props: { readonly unitId: string }): ReactNode {
  const [words, setWords] = useState('')
  const entries = useAnswer(listEntries, { query: { unitId: props.unitId, q: words, size: 50 } }, { keep: true }).data?.rows ?? []
  return (
    <>
      <Form.Item name="under" label="公开目录">
        <Radio.Group
          options={[
            { value: 'entry', label: '已有条目' },
            { value: 'wished', label: '建议新增条目' },
            { value: 'none', label: '暂不归入' },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['under']}>
        {({ getFieldValue }) => {
          const under: unknown = getFieldValue('under')
          if (under === 'wished')
            return (
              <>
                <p className="gk-muted">由公开目录的维护人员录入；您能维护目录的，采纳时直接录入。</p>
                <FieldAndName />
              </>
            )
          if (under === 'none') return null
          return (
            <Form.Item name="entryId" label="目录条目" rules={[{ required: true, message: '请选择条目' }]} extra="信息归入条目的网站栏目。">
              <Select
                showSearch={{ filterOption: false, onSearch: setWords }}
                placeholder="输入事项查找本单位负责的条目"
                options={entries.map((one) => ({
                  value: one.entryId,
                  label: `${[one.item1, one.item2, one.item3].filter(Boolean).join(' / ')}（${one.field}）`,
                }))}
              />
            </Form.Item>
          )
        }}
      </Form.Item>
    </>
  )
}

interface Values {
  readonly title: string
  readonly summary?: string
  readonly text?: string
  readonly under: 'entry' | 'wished' | 'none'
  readonly entryId?: string
  readonly wished?: { readonly field: string; readonly name: string }
  readonly fileIds?: string[]
}

const fileNote = ({ redacted, enclosed }: ProposalSheet['files'][number]): string =>
  [...(redacted ? ['遮盖副本'] : []), ...(enclosed ? ['随答复提供'] : [])].join('，')

export function AcceptDialog(props: OfOne): ReactNode {
  const { asked, onClose } = props
  const { message } = App.useApp()
  const navigate = useNavigate()
  const sheet = useAnswer(getProposal, { params: { id: asked?.id ?? '' } }, { enabled: asked !== null }).data
  const send = useSend(putAcceptance, { until: getProposal })
  const { leftOut = [] } = sheet?.draft ?? {}
  return (
    <FormDialog<Values>
      open={asked !== null && sheet !== undefined}
      title={`转为主动公开：${asked?.number ?? ''}`}
      okText="采纳并起草"
      width={720}
      initial={{
        title: sheet?.draft.title ?? '',
        summary: sheet?.draft.summary ?? '',
        text: sheet?.draft.text ?? '',
        under: 'entry',
        fileIds: sheet?.files.filter(({ redacted, enclosed }) => redacted && enclosed).map(({ fileId }) => fileId) ?? [],
      }}
      note="起草的信息不写申请人和申请编号，以后照常修改、审核、签发。"
      onClose={onClose}
      onSubmit={async ({ title, summary = '', text = '', under, entryId, wished, fileIds = [] }) => {
        const body = {
          title,
          summary,
          text,
          fileIds,
          entryId: under === 'entry' ? (entryId ?? null) : null,
          wished: under === 'wished' ? (wished ?? null) : null,
        }
        const { editionId } = await send.mutateAsync({ params: { id: asked?.id ?? '' }, body })
        void message.success('已采纳，信息已经起草')
        void navigate(paths.edition(editionId))
      }}
    >
      {leftOut.length > 0 && (
        <Alert type="warning" showIcon className="gk-request-note" title={`申请和答复里有${leftOut.join('、')}，已经略去，请核对以下文字。`} />
      )}
      <Form.Item name="title" label="标题" rules={written('请填写标题')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="summary" label="内容概述">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={5000} />
      </Form.Item>
      <Form.Item name="text" label="正文" extra="每段一行；起草后可以继续修改。">
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={20000} />
      </Form.Item>
      {sheet && sheet.files.length > 0 && (
        <Form.Item name="fileIds" label="作为附件公开的文件" extra="文件里有申请人姓名或者个人信息的不能选用。">
          <Checkbox.Group
            className="gk-proposal-files"
            options={sheet.files.map((file) => ({ value: file.fileId, label: `${file.name}${fileNote(file) && `（${fileNote(file)}）`}` }))}
          />
        </Form.Item>
      )}
      {sheet && <EntryFields unitId={sheet.unitId} />}
    </FormDialog>
  )
}

export function DeclineDialog(props: OfOne): ReactNode {
  const { asked, onClose } = props
  const { message } = App.useApp()
  const send = useSend(putRefusal, { until: getProposal })
  return (
    <FormDialog<{ reason: string }>
      open={asked !== null}
      title={`不采纳：${asked?.number ?? ''}`}
      okText="不采纳"
      initial={{}}
      note="理由和办理人记入这件申请，以后可以重新采纳。"
      onClose={onClose}
      onSubmit={async (body) => {
        await send.mutateAsync({ params: { id: asked?.id ?? '' }, body })
        void message.success('已记录不采纳的理由')
      }}
    >
      <Form.Item name="reason" label="理由" rules={written('请写明理由')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} placeholder="例：只涉及申请人一户，不需要社会公众广泛知晓" />
      </Form.Item>
    </FormDialog>
  )
}

export function SuggestDialog(props: OfOne): ReactNode {
  const { asked, onClose } = props
  const { message } = App.useApp()
  const send = useSend(postProposal, { until: getProposal })
  return (
    <FormDialog<{ text: string }>
      open={asked !== null}
      title={`建议转为主动公开：${asked?.number ?? ''}`}
      okText="提出建议"
      initial={{}}
      note="申请人认为涉及公众利益调整、需要公众广泛知晓或者需要公众参与决策的，可以建议纳入主动公开的范围（条例第四十四条）。"
      onClose={onClose}
      onSubmit={async (body) => {
        await send.mutateAsync({ params: { id: asked?.id ?? '' }, body })
        void message.success('已提出建议')
      }}
    >
      <Form.Item name="text" label="由谁建议、理由" rules={written('请写明由谁建议和理由')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} placeholder="例：申请人建议，涉及全县学生家长的利益" />
      </Form.Item>
    </FormDialog>
  )
}

export function EntryDialog(props: OfOne & { readonly wished: { readonly field: string; readonly name: string } | null }): ReactNode {
  const { asked, wished, onClose } = props
  const { message } = App.useApp()
  const send = useSend(putProposedEntry)
  return (
    <FormDialog<{ wished: { field: string; name: string } }>
      open={asked !== null && wished !== null}
      title="录入公开目录"
      okText="录入"
      initial={wished ? { wished } : {}}
      note="责任单位、依据和公开时限自动填写，录入后可以在公开目录里修改。"
      onClose={onClose}
      onSubmit={async (values) => {
        await send.mutateAsync({ params: { id: asked?.id ?? '' }, body: values.wished })
        void message.success('已录入公开目录')
      }}
    >
      <FieldAndName />
    </FormDialog>
  )
}
