// 登记发布渠道: one document on several channels, several on one, or a piece that stands on no website.
import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Radio } from 'antd'
import dayjs from 'dayjs'
import { useState, type ReactNode } from 'react'
import { postEntries, postOfflinePiece, type AppearanceBody } from '../../../src/modules/channels/http/contract.ts'
import { useSend } from '../../api/hooks.ts'
import { DocumentsSelect, type ChosenDocument } from './DocumentsSelect.tsx'
import { AppearanceList } from './AppearanceFields.tsx'
import { EvidencePicker, sendEvidence } from './EvidencePicker.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'

interface Values {
  readonly kind: 'document' | 'offline'
  readonly documents?: readonly ChosenDocument[]
  readonly unitId?: string
  readonly title?: string
  readonly text?: string
  readonly appearances: readonly AppearanceBody[]
}

export function EnterDialog(props: {
  readonly open: boolean
  /** Where the document is known already; otherwise it is chosen. */
  readonly document?: ChosenDocument
  readonly first?: Partial<AppearanceBody>
  readonly unitId?: string | undefined
  readonly onClose: () => void
}): ReactNode {
  const { modal, message } = App.useApp()
  const enter = useSend(postEntries, { quiet: true })
  const enterOffline = useSend(postOfflinePiece, { quiet: true })
  const [files, setFiles] = useState<readonly File[]>([])
  const client = useQueryClient()
  const today = dayjs().format('YYYY-MM-DD')
  const submit = async (values: Values): Promise<void> => {
    const appearances = values.appearances.map((one) => ({ ...one, place: one.place ?? '', address: one.address ?? '', note: one.note ?? '' }))
    const pieceIds = props.document ? [props.document.value] : (values.documents ?? []).map((one) => one.value)
    const entered =
      values.kind === 'offline'
        ? await enterOffline.mutateAsync({ body: { unitId: values.unitId ?? '', title: values.title ?? '', text: values.text ?? '', appearances } })
        : await enter.mutateAsync({ body: { pieceIds, appearances } })
    const lost = [...entered.refused.map((one) => `${one.title ? `《${one.title}》：` : ''}${one.sentence}`), ...(await sendEvidence(entered.entryIds, files))]
    if (lost.length > 0) {
      void modal.warning({
        title: `已登记 ${entered.entryIds.length} 条，下面这些没有登记：`,
        content: (
          <ul className="gk-plain-list">
            {lost.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        ),
      })
    } else void message.success(`已登记 ${entered.entryIds.length} 条`)
    setFiles([])
  }
  return (
    <FormDialog<Values>
      open={props.open}
      title="登记发布渠道"
      okText="登记"
      width={720}
      initial={{
        kind: 'document',
        appearances: [{ shownOn: today, ...props.first } as AppearanceBody],
        ...(props.unitId === undefined ? {} : { unitId: props.unitId }),
      }}
      note={props.document ? `《${props.document.label}》` : undefined}
      onSubmit={(values) => submit(values).then(() => client.invalidateQueries())}
      onClose={() => (setFiles([]), props.onClose())}
    >
      {(form) => (
        <>
          {!props.document && (
            <>
              <Form.Item name="kind" label="信息">
                <Radio.Group
                  options={[
                    { value: 'document', label: '网站上已发布的信息' },
                    { value: 'offline', label: '没有上网站的信息' },
                  ]}
                />
              </Form.Item>
              <Form.Item noStyle shouldUpdate={(before: Values, after: Values) => before.kind !== after.kind}>
                {() =>
                  form.getFieldValue('kind') === 'offline' ? (
                    <>
                      <Form.Item name="unitId" label="公开单位" rules={[{ required: true, message: '请选择单位' }]}>
                        <UnitSelect label="公开单位" />
                      </Form.Item>
                      <Form.Item name="title" label="信息名称" rules={[{ required: true, whitespace: true, message: '请填写信息名称' }]}>
                        <Input maxLength={300} />
                      </Form.Item>
                      <Form.Item name="text" label="内容" extra="可以只写要点；系统用它比对是否与别的信息相同。">
                        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={20_000} />
                      </Form.Item>
                    </>
                  ) : (
                    <Form.Item name="documents" label="哪些信息" rules={[{ required: true, type: 'array', min: 1, message: '请选择信息' }]}>
                      <DocumentsSelect />
                    </Form.Item>
                  )
                }
              </Form.Item>
            </>
          )}
          <AppearanceList today={today} />
          <Form.Item label="佐证" className="gk-note-above">
            <EvidencePicker files={files} onChange={setFiles} />
          </Form.Item>
        </>
      )}
    </FormDialog>
  )
}
