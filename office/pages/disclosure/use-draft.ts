// A draft while it is being written: what is typed, what is saved, and what to do when somebody else has saved meanwhile.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { getEdition, putEdition, type EditionAnswer, type EditionContent } from '../../../src/modules/disclosure/http/contract.ts'
import { call } from '../../api/client.ts'
import { CallError } from '../../api/problem.ts'
import { mergeContents, type Conflict, type Field } from '../../editor/merge.ts'
import { asEdited, paragraphsOf } from '../../editor/paragraphs.ts'
import { dropBackup, keepBackup, type Backup } from './draft-backup.ts'

export type SaveState =
  | { readonly kind: 'saved'; readonly at: string | null }
  | { readonly kind: 'dirty' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly error: unknown }

export interface Draft {
  readonly content: EditionContent
  readonly saveState: SaveState
  readonly change: (patch: Partial<EditionContent>) => void
  /** Saves now; true where everything typed stands in the database. */
  readonly flush: () => Promise<boolean>
  /** Fields that both changed: shown until a person has chosen. */
  readonly conflicts: readonly Conflict[]
  readonly settle: (choices: Partial<EditionContent>) => void
  /** Takes over what somebody else saved, where nothing of mine stands against it. */
  readonly catchUp: (version: number) => void
  readonly restore: (backup: Backup) => void
  readonly findings: readonly { readonly code: string; readonly sentence: string; readonly field?: string | undefined }[]
  readonly version: number
}

const fields = [
  'title', 'kind', 'theme', 'columnIds', 'keywords', 'summary', 'documentNumber', 'draftedOn', 'effectiveOn', 'expiresOn', 'validity', 'replacedBy', 'disclosureMode',
  'modeReason', 'modeArticle', 'responsibleDepartment', 'source', 'sourceUrl', 'important', 'changeNote', 'bodyHtml',
] as const satisfies readonly Field[] // prettier-ignore

export const contentOf = (edition: EditionContent): EditionContent =>
  Object.fromEntries(fields.map((field) => [field, edition[field]])) as unknown as EditionContent

const editedContentOf = (edition: EditionContent): EditionContent => ({ ...contentOf(edition), bodyHtml: asEdited(edition.bodyHtml) })

const quietTime = 2_000

export function useDraft(
  edition: EditionAnswer,
  accountId: string,
  onBody: (html: string) => void,
  onMerged: (by: string, taken: readonly Field[]) => void,
): Draft {
  const { editionId } = edition
  const first = useMemo(() => editedContentOf(edition), [edition])
  const [content, setContent] = useState(first)
  const [saveState, setSaveState] = useState<SaveState>({ kind: 'saved', at: null })
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([])
  const [findings, setFindings] = useState<Draft['findings']>(edition.findings)
  // what I hold, what I held when last saved, what was stored then, and under which version
  const now = useRef(first)
  const sent = useRef(first)
  const stored = useRef(first)
  const version = useRef(edition.version)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const running = useRef<Promise<boolean> | null>(null)
  const blocked = useRef(false)
  const said = useRef({ onBody, onMerged })
  useEffect(() => {
    said.current = { onBody, onMerged }
  })

  const isDirty = useCallback(() => JSON.stringify(now.current) !== JSON.stringify(sent.current), [])
  const put = useCallback((next: EditionContent) => {
    if (next.bodyHtml !== now.current.bodyHtml) said.current.onBody(next.bodyHtml)
    now.current = next
    setContent(next)
  }, [])

  /** Joins with what is stored now; false where a person has to choose first. */
  const join = useCallback(async (): Promise<boolean> => {
    const theirs = await call(getEdition, { params: { editionId } })
    if (theirs.version === version.current) return true
    const theirContent = editedContentOf(theirs)
    const merged = mergeContents({ mine: now.current, mineBefore: sent.current, theirs: theirContent, theirsBefore: stored.current, paragraphsOf })
    version.current = theirs.version
    stored.current = theirContent
    sent.current = theirContent
    put(merged.content)
    setFindings(theirs.findings)
    if (merged.taken.length > 0) said.current.onMerged(theirs.updatedByName, merged.taken)
    if (merged.conflicts.length === 0) return true
    blocked.current = true
    setConflicts(merged.conflicts)
    return false
  }, [editionId, put])

  const save = useCallback(async (): Promise<boolean> => {
    for (let attempt = 0; attempt < 4; attempt += 1) {
      if (blocked.current) return false
      if (!isDirty()) return true
      const sending = now.current
      setSaveState({ kind: 'saving' })
      try {
        const answer = await call(putEdition, { params: { editionId }, body: { version: version.current, content: sending } })
        version.current = answer.version
        sent.current = sending
        stored.current = { ...sending, bodyHtml: asEdited(answer.bodyHtml), documentNumber: answer.documentNumber }
        if (now.current.documentNumber === sending.documentNumber && answer.documentNumber !== sending.documentNumber) {
          sent.current = { ...sent.current, documentNumber: answer.documentNumber }
          put({ ...now.current, documentNumber: answer.documentNumber })
        }
        setFindings(answer.findings)
        setSaveState(isDirty() ? { kind: 'dirty' } : { kind: 'saved', at: answer.savedAt })
        if (!isDirty()) dropBackup(editionId)
      } catch (error) {
        if (!(error instanceof CallError) || error.code !== 'stale-version') {
          setSaveState({ kind: 'failed', error })
          return false
        }
        if (!(await join().catch(() => false))) {
          setSaveState({ kind: 'dirty' })
          return false
        }
      }
    }
    return !isDirty()
  }, [editionId, isDirty, join, put])

  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current)
    while (running.current) await running.current
    running.current = save()
    try {
      return await running.current
    } finally {
      running.current = null
    }
  }, [save])

  const later = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void flush(), quietTime)
  }, [flush])

  const change = useCallback(
    (patch: Partial<EditionContent>) => {
      now.current = { ...now.current, ...patch }
      setContent(now.current)
      if (!isDirty()) return
      setSaveState({ kind: 'dirty' })
      keepBackup({ editionId, accountId, version: version.current, before: sent.current, content: now.current })
      later()
    },
    [accountId, editionId, isDirty, later],
  )

  const settle = useCallback(
    (choices: Partial<EditionContent>) => {
      blocked.current = false
      setConflicts([])
      put({ ...now.current, ...choices })
      void flush()
    },
    [flush, put],
  )

  const catchUp = useCallback(
    (seen: number) => {
      if (seen <= version.current || blocked.current || running.current) return
      void join().then(
        () => {
          if (isDirty()) later()
        },
        () => undefined,
      )
    },
    [isDirty, join, later],
  )

  const restore = useCallback(
    (backup: Backup) => {
      sent.current = backup.before
      stored.current = backup.before
      version.current = backup.version
      put(backup.content)
      setSaveState({ kind: 'dirty' })
      void flush()
    },
    [flush, put],
  )

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (isDirty()) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => {
      window.removeEventListener('beforeunload', warn)
      clearTimeout(timer.current)
      if (isDirty() && !blocked.current) void save()
    }
  }, [isDirty, save])

  return { content, saveState, change, flush, conflicts, settle, catchUp, restore, findings, version: version.current }
}
