// Which events does an act of the public register mean?
import type { ColumnKind } from '../../publication/law/column-kinds.ts'
import type { RelationKindName } from '../../publication/law/relation-kinds.ts'
import { triggerEventKinds, triggerEvents, type EventRow, type TriggerEventKind } from '../law/events.ts'

export interface RegisterAct {
  readonly act: 'publish' | 'revise' | 'withdraw'
  readonly title: string
  /** Old stock that came by an import happened long ago. */
  readonly historic: boolean
  readonly columnKinds: readonly ColumnKind[]
  /** Kinds of relations that lead from it. */
  readonly relations: readonly RelationKindName[]
  readonly validity: string | null
  readonly validityBefore: string | null
  /** A document that amends it came out since the text before. */
  readonly amendedSince: boolean
}

function means(event: EventRow, act: RegisterAct): boolean {
  if (event.raisedBy !== act.act || event.notTitled?.test(act.title)) return false
  const standsSo = event.columns?.some((one) => act.columnKinds.includes(one)) === true
  const belongsSo = event.relation !== undefined && act.relations.includes(event.relation)
  if ((event.columns || event.relation) && !standsSo && !belongsSo) return false
  if (event.validity === undefined) return true
  return act.validity === event.validity && (act.validityBefore !== event.validity || (event.validity === 'amended' && act.amendedSince))
}

export const eventsOf = (act: RegisterAct): TriggerEventKind[] => (act.historic ? [] : triggerEventKinds.filter((kind) => means(triggerEvents[kind], act)))

const longest = 200

/** 政策文件印发：《…》（青政发〔2026〕3号） */
export function eventWords(kind: TriggerEventKind, title: string, documentNumber: string | null): string {
  const name = title.startsWith('《') ? title : `《${title}》`
  return `${triggerEvents[kind].title}：${name}${documentNumber ? `（${documentNumber}）` : ''}`.slice(0, longest)
}
