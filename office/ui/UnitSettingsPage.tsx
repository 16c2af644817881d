// Settings that each unit has of its own: the unit is chosen first, one's own stands there already, and it is kept in the address.
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { useOwnUnit } from '../shell/session.tsx'
import { EmptyNote } from './EmptyNote.tsx'
import { PageHead } from './PageHead.tsx'
import { UnitSelect } from './UnitSelect.tsx'

export function UnitSettingsPage(props: {
  readonly title: string
  readonly note: string
  /** The page above it. */
  readonly under: { readonly title: string; readonly path: string }
  /** Said while no unit is chosen. */
  readonly how: string
  readonly settings: (unitId: string) => ReactNode
}): ReactNode {
  const { title, note, under, how, settings } = props
  const [search, setSearch] = useSearchParams()
  const ownUnitId = useOwnUnit()
  const unitId = search.get('unitId') ?? ownUnitId
  return (
    <>
      <PageHead title={title} note={note} crumbs={[under, { title }]} />
      <div className="gk-filters">
        <UnitSelect
          value={unitId}
          placeholder="选择单位"
          allowClear={false}
          onChange={(value) => setSearch(value ? { unitId: value } : {}, { replace: true })}
        />
      </div>
      {unitId ? settings(unitId) : <EmptyNote what="请先选择单位。" how={how} />}
    </>
  )
}
