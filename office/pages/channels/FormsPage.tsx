// 一稿多发: the article, the micro-blog, the lines, the wall sheet and the script that are made of a published text, to be changed, copied and entered.
import { Alert, Button, Input, Select, Tabs } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { getDocumentChannels } from '../../../src/modules/channels/http/contract.ts'
import { getForms, getWallSheet } from '../../../src/modules/channels/http/forms-contract.ts'
import { channels, type EnteredChannel } from '../../../src/modules/channels/law/channels.ts'
import { blogLimits, screens, showings, wallPapers } from '../../../src/modules/channels/law/forms.ts'
import type { AnswerOf } from '../../../src/kernel/contract.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer } from '../../api/hooks.ts'
import { EnterDialog } from '../../forms/channels/EnterDialog.tsx'
import { paths } from '../../paths.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { optionsOf } from '../../ui/edition-words.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Panel } from '../../ui/SheetPage.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { CopyButton, SaveButton } from './CopyButton.tsx'

type Forms = AnswerOf<typeof getForms>

/** The slot of a channel in the ledger: what is entered already, and the way to enter more. */
function Slot(props: { readonly documentId: string; readonly title: string; readonly channel: EnteredChannel }): ReactNode {
  const { documentId, title, channel } = props
  const answer = useAnswer(getDocumentChannels, { params: { documentId } })
  const [entering, setEntering] = useState(false)
  const there = (answer.data?.entries ?? []).filter((entry) => entry.channel === channel && entry.struckAt === null)
  const name = channels[channel].title
  return (
    <div className="gk-slot">
      <span>
        {there.length === 0 ? `还没有登记在${name}公开。` : `已登记在${name}公开：${there.map((entry) => `${entry.shownOn} ${entry.place}`).join('；')}。`}
      </span>
      {answer.data?.mayEnter && <Button onClick={() => setEntering(true)}>已在{name}公开，登记</Button>}
      <EnterDialog open={entering} document={{ value: documentId, label: title }} first={{ channel }} onClose={() => setEntering(false)} />
    </div>
  )
}

/** A text that begins as it was made and may be changed; made anew, it begins anew. */
function TextForm(props: {
  readonly label: string
  readonly text: string
  readonly fileName: string
  readonly limit?: number
  readonly rows: number
  readonly narrow?: number
}): ReactNode {
  const [changed, setChanged] = useState<{ readonly from: string; readonly text: string } | null>(null)
  const text = changed && changed.from === props.text ? changed.text : props.text
  const length = [...text].length
  return (
    <>
      <Input.TextArea
        aria-label={props.label}
        className="gk-form-text"
        value={text}
        autoSize={{ minRows: props.rows, maxRows: 24 }}
        {...(props.narrow === undefined ? {} : { style: { maxWidth: `${props.narrow + 4}em` } })}
        onChange={(event) => setChanged({ from: props.text, text: event.target.value })}
      />
      <p className={props.limit !== undefined && length > props.limit ? 'gk-form-count gk-bad' : 'gk-form-count gk-muted'}>
        {props.limit === undefined ? `${length}字` : `${length} / ${props.limit}字`}
        {props.limit !== undefined && length > props.limit && '，超出限制，请缩短'}
      </p>
      <div className="gk-form-tools">
        <CopyButton label="复制" text={() => text} />
        <SaveButton label="下载" name={props.fileName} text={() => `${text}\n`} />
        {text !== props.text && <Button onClick={() => setChanged(null)}>恢复原样</Button>}
      </div>
    </>
  )
}

function Wechat(props: { readonly forms: Forms }): ReactNode {
  const { wechat, title } = props.forms
  const article = useRef<HTMLDivElement>(null)
  const html = (): string => article.current?.innerHTML ?? wechat.html
  return (
    <>
      <p className="gk-muted">文章可以直接在下面修改；复制后粘贴到公众号编辑器，格式随文。</p>
      <h3 className="gk-form-label">封面标题</h3>
      <TextForm label="封面标题" text={wechat.title} fileName={`${title}-标题.txt`} rows={1} limit={64} />
      <h3 className="gk-form-label">摘要</h3>
      <TextForm label="摘要" text={wechat.digest} fileName={`${title}-摘要.txt`} rows={2} limit={120} />
      <h3 className="gk-form-label">正文</h3>
      <div
        ref={article}
        className="gk-article"
        role="textbox"
        aria-multiline="true"
        aria-label="微信文章正文"
        tabIndex={0}
        contentEditable
        suppressContentEditableWarning
        dangerouslySetInnerHTML={{ __html: wechat.html }}
      />
      <div className="gk-form-tools">
        <CopyButton label="复制正文" text={() => article.current?.innerText ?? ''} html={html} />
        <SaveButton label="下载 HTML" name={`${title}.html`} text={html} mediaType="text/html;charset=utf-8" />
      </div>
    </>
  )
}

const limitOptions = blogLimits.map((value) => ({ value, label: `${value}字以内` }))
const screenOptions = screens.map(({ columns, title }) => ({ value: columns, label: title }))
const showingOptions = showings.map((value) => ({ value, label: `每次显示${value}字以内` }))

export function FormsPage(): ReactNode {
  const { documentId = '' } = useParams()
  const [blogLimit, setBlogLimit] = useState<number>(140)
  const [columns, setColumns] = useState<number>(16)
  const [most, setMost] = useState<number>(120)
  const [paper, setPaper] = useState<'a3' | 'a2'>('a3')
  const answer = useAnswer(getForms, { params: { documentId }, query: { blogLimit, columns, most } }, { keep: true })
  if (answer.error) return <ErrorNote error={answer.error} again={() => void answer.refetch()} />
  if (!answer.data) return <Waiting />
  const forms = answer.data
  const { title } = forms
  const slot = (channel: EnteredChannel): ReactNode => <Slot documentId={documentId} title={title} channel={channel} />
  const tabs = [
    {
      key: 'wechat',
      label: '微信文章',
      children: (
        <>
          {<Wechat key={forms.wechat.html} forms={forms} />}
          {slot('wechat')}
        </>
      ),
    },
    {
      key: 'micro-blog',
      label: '微博',
      children: (
        <>
          <div className="gk-form-tools">
            <Select aria-label="字数限制" value={blogLimit} options={limitOptions} onChange={setBlogLimit} />
          </div>
          {forms.microBlog.tooLong && <Alert className="gk-note" type="warning" showIcon title="标题和网址已经超过字数限制，请手工缩短标题。" />}
          <TextForm label="微博正文" text={forms.microBlog.text} fileName={`${title}-微博.txt`} rows={5} limit={blogLimit} />
          {slot('micro-blog')}
        </>
      ),
    },
    {
      key: 'led',
      label: '电子屏',
      children: (
        <>
          <div className="gk-form-tools">
            <Select aria-label="屏幕宽度" value={columns} options={screenOptions} onChange={setColumns} />
            <Select aria-label="显示字数" value={most} options={showingOptions} onChange={setMost} />
          </div>
          <TextForm label="电子屏文字" text={forms.led.lines.join('\n')} fileName={`${title}-电子屏.txt`} rows={6} narrow={columns} />
          {slot('led')}
        </>
      ),
    },
    {
      key: 'wall',
      label: '张贴页',
      children: (
        <>
          <p className="gk-muted">按纸张排到最大的字，一页放得下就排一页；页脚有原文二维码和登记回执。</p>
          <div className="gk-form-tools">
            <Select aria-label="纸张" value={paper} options={optionsOf(wallPapers)} onChange={setPaper} />
            <Button type="primary" href={addressOf(getWallSheet, { params: { documentId }, query: { paper } })} download>
              下载 {wallPapers[paper]} 张贴页（PDF）
            </Button>
          </div>
          {slot('notice-board')}
          {slot('village-board')}
        </>
      ),
    },
    {
      key: 'script',
      label: '宣读稿',
      children: (
        <>
          <p className="gk-muted">数字、日期、文号和单位已经改成口语说法；停顿处有标记。请先读一遍再播。</p>
          <TextForm label="宣读稿" text={forms.script.text} fileName={`${title}-宣读稿.txt`} rows={12} />
          {slot('radio')}
          {slot('broadcast')}
        </>
      ),
    },
  ]
  return (
    <>
      <PageHead
        title="一稿多发"
        crumbs={[{ title: '渠道台账', path: paths.channels }, { title: '一稿多发' }]}
        note={
          <>
            {forms.editionId ? <Link to={paths.edition(forms.editionId)}>{title}</Link> : title}（{forms.indexNumber}
            ）。内容都取自网站上公开的文本，只在句子处缩短，不添加。
          </>
        }
      />
      <Panel>
        <Tabs items={tabs} destroyOnHidden />
      </Panel>
    </>
  )
}
