// Redacts one file of an application: passages are marked with the ground on which they are withheld; the checked copy stands beside the original.
import { App, Button, Form, Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useNavigate, useParams } from 'react-router'
import { getRedaction, postRedaction, type RedactionSheet } from '../../../../src/modules/requests/http/file-contract.ts'
import { redactionBounds } from '../../../../src/modules/requests/law/files.ts'
import { outcomes, withholdingGrounds, type WithholdingGround } from '../../../../src/modules/requests/law/outcomes.ts'
import { useAnswer, useSend } from '../../../api/hooks.ts'
import { paths } from '../../../paths.ts'
import { articleText } from '../../../ui/article.ts'
import { ErrorNote } from '../../../ui/ErrorNote.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { Panel, SheetPage } from '../../../ui/SheetPage.tsx'
import { Waiting } from '../../../ui/Waiting.tsx'
import type { Marked } from './marking.ts'
import { PageMarks } from './PageMarks.tsx'
import { ParagraphMarks } from './ParagraphMarks.tsx'

const grounds = (Object.keys(withholdingGrounds) as WithholdingGround[]).map((value) => ({
  value,
  label: outcomes[value].title,
  title: articleText(withholdingGrounds[value]),
}))

interface ListProps {
  readonly marked: readonly Marked[]
  readonly onGround: (key: string, ground: WithholdingGround) => void
  readonly onRemove: (key: string) => void
}

function MarkedList({ marked, onGround, onRemove }: ListProps): ReactNode {
  if (marked.length === 0) return <p className="gk-muted">还没有标出内容。</p>
  return (
    <ul className="gk-rows gk-redact-list">
      {marked.map(({ key, words, ground }) => (
        <li key={key}>
          <div className="gk-rows-main">
            <span className="gk-redact-words">{words}</span>
            <Select size="small" aria-label={`“${words}”的理由`} value={ground} options={grounds} onChange={(next) => onGround(key, next)} />
          </div>
          <Button size="small" onClick={() => onRemove(key)}>
            撤去
          </Button>
        </li>
      ))}
    </ul>
  )
}

function placesText(sheet: RedactionSheet, places: readonly number[]): string {
  const shown = places.slice(0, 3).map((place) => (sheet.pages.length > 0 ? `第${place + 1}页` : `第${place + 1}段`))
  return `${shown.join('、')}${places.length > shown.length ? `等${places.length}处` : ''}`
}

function Suggestions(props: {
  readonly sheet: RedactionSheet
  readonly marked: readonly Marked[]
  readonly onTake: (texts: readonly string[]) => void
}): ReactNode {
  const { sheet, marked } = props
  const open = sheet.suggestions.filter(({ text }) => !marked.some(({ mark, words }) => mark === null && words === text))
  if (sheet.suggestions.length === 0) return <p className="gk-muted">没有发现身份证号、个人电话、银行卡号和家庭住址；姓名等其他内容请自行标出。</p>
  if (open.length === 0) return <p className="gk-muted">发现的个人信息都已标出；姓名等其他内容请自行标出。</p>
  return (
    <>
      <ul className="gk-rows gk-redact-list">
        {open.map(({ text, what, places }) => (
          <li key={text}>
            <div className="gk-rows-main">
              <span className="gk-redact-words">{text}</span>
              <span className="gk-cell-sub">
                {what} · {placesText(sheet, places)}
              </span>
            </div>
            <Button size="small" onClick={() => props.onTake([text])}>
              遮盖
            </Button>
          </li>
        ))}
      </ul>
      {open.length > 1 && (
        <Button block onClick={() => props.onTake(open.map(({ text }) => text))}>
          全部遮盖（{open.length}）
        </Button>
      )}
    </>
  )
}

function Desk(props: { readonly sheet: RedactionSheet; readonly id: string; readonly fileId: string }): ReactNode {
  const { sheet, id, fileId } = props
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [form] = Form.useForm<{ text: string }>()
  const send = useSend(postRedaction)
  const [ground, setGround] = useState<WithholdingGround>('third-party-rights')
  const [marked, setMarked] = useState<readonly Marked[]>([])
  const add = (more: readonly Pick<Marked, 'words' | 'mark'>[], because = ground): void =>
    setMarked((before) => [...before, ...more.map((one) => ({ ...one, ground: because, key: crypto.randomUUID() }))])
  const addTexts = (texts: readonly string[], because = ground): void =>
    add(
      texts.filter((text) => !marked.some(({ mark, words }) => mark === null && words === text)).map((words) => ({ words, mark: null })),
      because,
    )
  const make = (): void => {
    const marks = marked.flatMap((one) => (one.mark === null ? [] : [{ mark: one.mark, ground: one.ground }]))
    const texts = marked.flatMap((one) => (one.mark === null ? [{ text: one.words, ground: one.ground }] : []))
    send.mutate(
      { params: { id, fileId }, body: { marks, texts } },
      {
        onSuccess: () => {
          void message.success('遮盖副本已经生成并核验')
          void navigate(paths.request(id))
        },
      },
    )
  }
  const side = (
    <>
      <Panel title="生成副本">
        <p className="gk-muted gk-request-note">每处遮盖为同样宽度的黑块，遮盖的文字从副本里去除，并重新读取核验；原件保留。核验不通过的，不生成副本。</p>
        <ErrorNote error={send.error} />
        <Button type="primary" block loading={send.isPending} disabled={marked.length === 0} onClick={make}>
          生成遮盖副本（{marked.length} 项）
        </Button>
      </Panel>
      <Panel title="不予公开的理由">
        <Select className="gk-redact-ground" aria-label="不予公开的理由" value={ground} options={grounds} onChange={setGround} />
        <p className="gk-muted gk-request-note">{articleText(withholdingGrounds[ground])}；以后标出的内容按这个理由，标出后可以逐项更改。</p>
        <Form
          form={form}
          layout="vertical"
          onFinish={({ text }) => {
            addTexts([text.trim()])
            form.resetFields()
          }}
        >
          <Form.Item name="text" label="按字句遮盖全文" rules={[{ required: true, whitespace: true, message: '请输入要遮盖的字句' }]}>
            <Input maxLength={redactionBounds.textLength} placeholder="例：姓名、单位名称" />
          </Form.Item>
          <Button htmlType="submit">加入</Button>
        </Form>
      </Panel>
      <Panel title="发现的个人信息">
        <Suggestions sheet={sheet} marked={marked} onTake={(texts) => addTexts(texts, 'third-party-rights')} />
      </Panel>
      <Panel title={`已标出（${marked.length}）`}>
        <MarkedList
          marked={marked}
          onGround={(key, next) => setMarked((before) => before.map((one) => (one.key === key ? { ...one, ground: next } : one)))}
          onRemove={(key) => setMarked((before) => before.filter((one) => one.key !== key))}
        />
      </Panel>
    </>
  )
  const crumbs = [{ title: '依申请公开', path: paths.requests }, { title: sheet.number, path: paths.request(id) }, { title: '遮盖' }]
  return (
    <SheetPage head={<PageHead title={`遮盖：${sheet.name}`} crumbs={crumbs} />} side={side}>
      <Panel title={sheet.pages.length > 0 ? '页面' : '文字'}>
        {sheet.pages.length > 0 ? (
          <PageMarks sheet={sheet} params={{ id, fileId }} marked={marked} onArea={(mark) => add([{ mark, words: `第${mark.page + 1}页的一处` }])} />
        ) : (
          <ParagraphMarks
            sheet={sheet}
            marked={marked}
            onMark={(chosen) => add(chosen.map(({ words, paragraph, from, to }) => ({ words, mark: { in: 'paragraph', paragraph, from, to } })))}
            onPicture={(picture) => add([{ mark: { in: 'picture', picture }, words: `第${picture + 1}张图片` }])}
          />
        )}
      </Panel>
    </SheetPage>
  )
}

export function RedactionPage(): ReactNode {
  const { requestId = '', fileId = '' } = useParams()
  const answer = useAnswer(getRedaction, { params: { id: requestId, fileId } })
  if (answer.error) return <ErrorNote error={answer.error} again={() => void answer.refetch()} />
  if (!answer.data) return <Waiting />
  return <Desk key={fileId} sheet={answer.data} id={requestId} fileId={fileId} />
}
