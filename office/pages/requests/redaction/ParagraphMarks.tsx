// The paragraphs of a text or Word file: what is selected can be marked, what is marked is shown as it will be covered.
import { Button } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { RedactionSheet } from '../../../../src/modules/requests/http/file-contract.ts'
import { chosenIn, rangesIn, type Chosen, type Marked } from './marking.ts'

function Pieces(props: { readonly text: string; readonly ranges: readonly { readonly from: number; readonly to: number }[] }): ReactNode {
  const { text, ranges } = props
  return (
    <>
      {ranges.map(({ from, to }, at) => (
        <span key={from}>
          {text.slice(ranges[at - 1]?.to ?? 0, from)}
          <mark className="gk-redacted">{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(ranges.at(-1)?.to ?? 0)}
    </>
  )
}

interface Props {
  readonly sheet: RedactionSheet
  readonly marked: readonly Marked[]
  readonly onMark: (chosen: readonly Chosen[]) => void
  readonly onPicture: (picture: number) => void
}

export function ParagraphMarks({ sheet, marked, onMark, onPicture }: Props): ReactNode {
  const root = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<readonly Chosen[]>([])
  useEffect(() => {
    const look = (): void => setChosen(root.current ? chosenIn(root.current) : [])
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [])
  const words = chosen.map((one) => one.words.trim()).join(' … ')
  return (
    <>
      <div ref={root} className="gk-redact-text" aria-label="文件的文字">
        {sheet.paragraphs.map(
          ({ place, text }, at) =>
            text.trim() !== '' && (
              <p key={at} data-paragraph={at} {...(place === '正文' ? {} : { title: place })}>
                <Pieces text={text} ranges={rangesIn(text, at, marked)} />
              </p>
            ),
        )}
      </div>
      {sheet.pictures > 0 && (
        <div className="gk-letter-make">
          {Array.from({ length: sheet.pictures }, (_, at) => (
            <Button key={at} size="small" disabled={marked.some(({ mark }) => mark?.in === 'picture' && mark.picture === at)} onClick={() => onPicture(at)}>
              遮盖第{at + 1}张图片
            </Button>
          ))}
        </div>
      )}
      <div className="gk-redact-bar">
        <span className="gk-redact-chosen">{words === '' ? '选择文字后遮盖；同样的文字在全文一并遮盖。' : `已选：${words}`}</span>
        <Button
          type="primary"
          disabled={chosen.length === 0}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            onMark(chosen)
            document.getSelection()?.removeAllRanges()
          }}
        >
          遮盖所选文字
        </Button>
      </div>
    </>
  )
}
