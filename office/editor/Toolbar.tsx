// The tools of the editor, grouped; every one has a name for the ear and a key where Office users know one.
import {
  AlignCenterOutlined,
  AlignLeftOutlined,
  AlignRightOutlined,
  BoldOutlined,
  ClearOutlined,
  FormatPainterOutlined,
  LinkOutlined,
  OrderedListOutlined,
  PictureOutlined,
  RedoOutlined,
  TableOutlined,
  UnderlineOutlined,
  UndoOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { Button, Dropdown, Input, Popover, Select, Tooltip } from 'antd'
import { useRef, useState, type ReactNode } from 'react'

const tableTools: readonly (readonly [title: string, run: (editor: Editor) => void])[] = [
  ['在上方插入行', (editor) => editor.chain().focus().addRowBefore().run()],
  ['在下方插入行', (editor) => editor.chain().focus().addRowAfter().run()],
  ['在左侧插入列', (editor) => editor.chain().focus().addColumnBefore().run()],
  ['在右侧插入列', (editor) => editor.chain().focus().addColumnAfter().run()],
  ['合并或拆分单元格', (editor) => editor.chain().focus().mergeOrSplit().run()],
  ['首行设为表头', (editor) => editor.chain().focus().toggleHeaderRow().run()],
  ['删除本行', (editor) => editor.chain().focus().deleteRow().run()],
  ['删除本列', (editor) => editor.chain().focus().deleteColumn().run()],
  ['删除表格', (editor) => editor.chain().focus().deleteTable().run()],
]

function Tool(props: { readonly title: string; readonly icon: ReactNode; readonly on?: boolean; readonly off?: boolean; readonly run: () => void }): ReactNode {
  return (
    <Tooltip title={props.title} mouseEnterDelay={0.5}>
      <Button
        type="text"
        size="small"
        className={props.on ? 'gk-tool gk-tool-on' : 'gk-tool'}
        icon={props.icon}
        aria-label={props.title}
        aria-pressed={props.on}
        disabled={props.off ?? false}
        onMouseDown={(event) => event.preventDefault()}
        onClick={props.run}
      />
    </Tooltip>
  )
}

function LinkTool(props: { readonly editor: Editor; readonly on: boolean }): ReactNode {
  const { editor } = props
  const [open, setOpen] = useState(false)
  const [address, setAddress] = useState('')
  const put = (): void => {
    const href = address.trim()
    if (href === '') editor.chain().focus().extendMarkRange('link').unsetLink().run()
    else {
      const whole = /^(?:https?:|mailto:|tel:|\/)/i.test(href) ? href : `https://${href}`
      if (editor.state.selection.empty && !props.on)
        editor
          .chain()
          .focus()
          .insertContent([{ type: 'text', text: href, marks: [{ type: 'link', attrs: { href: whole } }] }])
          .run()
      else editor.chain().focus().extendMarkRange('link').setLink({ href: whole }).run()
    }
    setOpen(false)
  }
  return (
    <Popover
      open={open}
      trigger="click"
      onOpenChange={(next) => {
        setOpen(next)
        if (next) setAddress(String(editor.getAttributes('link')['href'] ?? ''))
      }}
      content={
        <form
          className="gk-link-form"
          onSubmit={(event) => {
            event.preventDefault()
            put()
          }}
        >
          <Input value={address} autoFocus placeholder="https://" aria-label="链接地址" onChange={(event) => setAddress(event.target.value)} />
          <Button htmlType="submit" type="primary">
            确定
          </Button>
          {props.on && (
            <Button
              onClick={() => {
                editor.chain().focus().extendMarkRange('link').unsetLink().run()
                setOpen(false)
              }}
            >
              取消链接
            </Button>
          )}
        </form>
      }
    >
      <Button type="text" size="small" className={props.on ? 'gk-tool gk-tool-on' : 'gk-tool'} icon={<LinkOutlined />} aria-label="链接" />
    </Popover>
  )
}

const levels = [0, 2, 3, 4] as const

const styles: readonly { readonly value: (typeof levels)[number]; readonly label: string }[] = [
  { value: 0, label: '正文' },
  { value: 2, label: '一级标题' },
  { value: 3, label: '二级标题' },
  { value: 4, label: '三级标题' },
]

export function Toolbar(props: {
  readonly editor: Editor
  readonly onPictures: (files: readonly File[]) => void
  readonly onLayout: () => void
  readonly layoutBusy: boolean
}): ReactNode {
  const { editor } = props
  const pictures = useRef<HTMLInputElement>(null)
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      level: levels.find((level) => level !== 0 && now.isActive('heading', { level })) ?? 0,
      bold: now.isActive('bold'),
      underline: now.isActive('underline'),
      bullet: now.isActive('bulletList'),
      ordered: now.isActive('orderedList'),
      centre: now.isActive({ textAlign: 'center' }),
      right: now.isActive({ textAlign: 'right' }),
      link: now.isActive('link'),
      table: now.isActive('table'),
      undo: now.can().undo(),
      redo: now.can().redo(),
    }),
  })
  return (
    <div className="gk-toolbar" role="toolbar" aria-label="排版工具">
      <Tool title="撤销（Ctrl+Z）" icon={<UndoOutlined />} off={!on.undo} run={() => editor.chain().focus().undo().run()} />
      <Tool title="重做（Ctrl+Y）" icon={<RedoOutlined />} off={!on.redo} run={() => editor.chain().focus().redo().run()} />
      <span className="gk-tool-gap" />
      <Select
        size="small"
        variant="borderless"
        className="gk-tool-style"
        aria-label="段落样式"
        value={on.level}
        options={[...styles]}
        onChange={(level: (typeof levels)[number]) =>
          level === 0 ? editor.chain().focus().setParagraph().run() : editor.chain().focus().setHeading({ level }).run()
        }
      />
      <span className="gk-tool-gap" />
      <Tool title="加粗（Ctrl+B）" icon={<BoldOutlined />} on={on.bold} run={() => editor.chain().focus().toggleBold().run()} />
      <Tool title="下划线（Ctrl+U）" icon={<UnderlineOutlined />} on={on.underline} run={() => editor.chain().focus().toggleUnderline().run()} />
      <Tool title="上标" icon={<span className="gk-tool-text">x²</span>} run={() => editor.chain().focus().toggleMark('sup').run()} />
      <Tool title="下标" icon={<span className="gk-tool-text">x₂</span>} run={() => editor.chain().focus().toggleMark('sub').run()} />
      <span className="gk-tool-gap" />
      <Tool title="左对齐" icon={<AlignLeftOutlined />} run={() => editor.chain().focus().unsetTextAlign().run()} />
      <Tool title="居中" icon={<AlignCenterOutlined />} on={on.centre} run={() => editor.chain().focus().setTextAlign('center').run()} />
      <Tool title="右对齐（落款）" icon={<AlignRightOutlined />} on={on.right} run={() => editor.chain().focus().setTextAlign('right').run()} />
      <span className="gk-tool-gap" />
      <Tool title="项目符号" icon={<UnorderedListOutlined />} on={on.bullet} run={() => editor.chain().focus().toggleBulletList().run()} />
      <Tool title="编号列表" icon={<OrderedListOutlined />} on={on.ordered} run={() => editor.chain().focus().toggleOrderedList().run()} />
      {on.table ? (
        <Dropdown trigger={['click']} menu={{ items: tableTools.map(([title, run]) => ({ key: title, label: title, onClick: () => run(editor) })) }}>
          <Button type="text" size="small" className="gk-tool gk-tool-on" icon={<TableOutlined />} aria-label="表格工具" />
        </Dropdown>
      ) : (
        <Tool title="插入表格" icon={<TableOutlined />} run={() => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()} />
      )}
      <Tool title="插入图片" icon={<PictureOutlined />} run={() => pictures.current?.click()} />
      <LinkTool editor={editor} on={on.link} />
      <Tool title="清除格式" icon={<ClearOutlined />} run={() => editor.chain().focus().unsetAllMarks().unsetTextAlign().clearNodes().run()} />
      <span className="gk-tool-gap" />
      <Button size="small" icon={<FormatPainterOutlined />} loading={props.layoutBusy} onClick={props.onLayout}>
        一键排版
      </Button>
      <input
        ref={pictures}
        type="file"
        accept="image/png,image/jpeg,image/gif,image/webp"
        multiple
        hidden
        aria-label="选择图片"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          if (files.length > 0) props.onPictures(files)
        }}
      />
    </div>
  )
}
