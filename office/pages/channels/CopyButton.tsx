// Copies what stands there, as text or as the formatted text of an article; says so, and what to do where the browser refuses.
import { App, Button } from 'antd'
import { useRef, type ReactNode } from 'react'

export function CopyButton(props: { readonly label: string; readonly text: () => string; readonly html?: () => string }): ReactNode {
  const { message } = App.useApp()
  const busy = useRef(false)
  const copy = async (): Promise<void> => {
    if (busy.current) return
    busy.current = true
    try {
      const plain = new Blob([props.text()], { type: 'text/plain' })
      if (props.html)
        await navigator.clipboard.write([new ClipboardItem({ 'text/html': new Blob([props.html()], { type: 'text/html' }), 'text/plain': plain })])
      else await navigator.clipboard.writeText(props.text())
      void message.success('已复制')
    } catch {
      void message.warning('浏览器不允许复制：请选中文字，按 Ctrl+C。')
    } finally {
      busy.current = false
    }
  }
  return (
    <Button type="primary" onClick={() => void copy()}>
      {props.label}
    </Button>
  )
}

/** Saves a text as a file. */
export function SaveButton(props: { readonly label: string; readonly name: string; readonly text: () => string; readonly mediaType?: string }): ReactNode {
  const save = (): void => {
    const address = URL.createObjectURL(new Blob([props.text()], { type: props.mediaType ?? 'text/plain;charset=utf-8' }))
    const link = document.createElement('a')
    link.href = address
    link.download = props.name
    link.click()
    URL.revokeObjectURL(address)
  }
  return <Button onClick={save}>{props.label}</Button>
}
