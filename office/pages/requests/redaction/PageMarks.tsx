// The pages of a PDF as pictures: a rectangle is drawn over what is to be covered.
import { Button, Pagination } from 'antd'
import { useState, type PointerEvent, type ReactNode } from 'react'
import { getPagePicture, type RedactionSheet } from '../../../../src/modules/requests/http/file-contract.ts'
import { addressOf } from '../../../api/client.ts'
import type { Mark, Marked } from './marking.ts'

type Area = Extract<Mark, { in: 'area' }>
type Box = Pick<Area, 'x0' | 'y0' | 'x1' | 'y1'>

interface Props {
  readonly sheet: RedactionSheet
  readonly params: { readonly id: string; readonly fileId: string }
  readonly marked: readonly Marked[]
  readonly onArea: (area: Area) => void
}

/** Less than this is a slip of the hand, in points of the page. */
const least = 3

export function PageMarks({ sheet, params, marked, onArea }: Props): ReactNode {
  const [page, setPage] = useState(0)
  const [drawing, setDrawing] = useState<Box | null>(null)
  const [lost, setLost] = useState(false)
  const { width = 1, height = 1, hasText = false } = sheet.pages[page] ?? {}
  const pointOf = (event: PointerEvent<HTMLDivElement>): readonly [x: number, y: number] => {
    const { left, top, width: wide, height: high } = event.currentTarget.getBoundingClientRect()
    const within = (value: number, most: number): number => Math.min(most, Math.max(0, value))
    return [within(((event.clientX - left) / wide) * width, width), within(((event.clientY - top) / high) * height, height)]
  }
  const styleOf = ({ x0, y0, x1, y1 }: Box): { left: string; top: string; width: string; height: string } => ({
    left: `${(Math.min(x0, x1) / width) * 100}%`,
    top: `${(Math.min(y0, y1) / height) * 100}%`,
    width: `${(Math.abs(x1 - x0) / width) * 100}%`,
    height: `${(Math.abs(y1 - y0) / height) * 100}%`,
  })
  const finish = (): void => {
    setDrawing(null)
    if (!drawing) return
    const area: Area = {
      in: 'area',
      page,
      x0: Math.min(drawing.x0, drawing.x1),
      y0: Math.min(drawing.y0, drawing.y1),
      x1: Math.max(drawing.x0, drawing.x1),
      y1: Math.max(drawing.y0, drawing.y1),
    }
    if (area.x1 - area.x0 >= least && area.y1 - area.y0 >= least) onArea(area)
  }
  const own = marked.flatMap(({ key, mark }) => (mark?.in === 'area' && mark.page === page ? [{ key, mark }] : []))
  return (
    <>
      <div className="gk-redact-bar gk-redact-bar-top">
        <Pagination simple size="small" pageSize={1} current={page + 1} total={sheet.pages.length} onChange={(next) => (setPage(next - 1), setLost(false))} />
        <Button size="small" onClick={() => onArea({ in: 'area', page, x0: 0, y0: 0, x1: width, y1: height })}>
          遮盖整页
        </Button>
      </div>
      <p className="gk-muted gk-request-note">
        在页面上按住拖动，框出要遮盖的内容；框内的文字在全文一并遮盖。
        {!hasText && '这一页没有文字层，按字句遮盖对它不起作用，请逐处框出。'}
      </p>
      {lost ? (
        <p role="alert">这一页显示不出来，请刷新页面后再试。</p>
      ) : (
        <div
          className="gk-redact-page"
          style={{ aspectRatio: `${width} / ${height}` }}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId)
            const [x, y] = pointOf(event)
            setDrawing({ x0: x, y0: y, x1: x, y1: y })
          }}
          onPointerMove={(event) => {
            if (!drawing) return
            const [x1, y1] = pointOf(event)
            setDrawing({ ...drawing, x1, y1 })
          }}
          onPointerUp={finish}
          onPointerCancel={() => setDrawing(null)}
        >
          <img src={addressOf(getPagePicture, { params: { ...params, page } })} alt={`第${page + 1}页`} draggable={false} onError={() => setLost(true)} />
          {own.map(({ key, mark }) => (
            <span key={key} className="gk-redact-box" style={styleOf(mark)} />
          ))}
          {drawing && <span className="gk-redact-box gk-redact-drawing" style={styleOf(drawing)} />}
        </div>
      )}
    </>
  )
}
