// May this file be kept, go out with the answer, or be deleted? And where a passage stood, for the record of a redaction.
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import { attachmentTypes, type AttachmentType } from '../../disclosure/law/attachment-types.ts'
import { enclosingStates, fileBounds, redactableEndings, servedStates } from '../law/files.ts'
import type { WithholdingGround } from '../law/outcomes.ts'
import { states, type State } from '../law/states.ts'

export interface OfferedFile {
  readonly name: string
  readonly bytes: number
  /** What the content proves to be; undefined where it proves nothing we know. */
  readonly proof: string | undefined
}

const endingOf = (name: string): string => /\.([A-Za-z0-9]+)$/.exec(name.trim())?.[1]?.toLowerCase() ?? ''

export const isRedactable = (name: string): boolean => redactableEndings.includes(endingOf(name))

export function checkFile({ name, bytes, proof }: OfferedFile, there: number): Ruling<AttachmentType> {
  const ending = endingOf(name)
  const type = Object.hasOwn(attachmentTypes, ending) ? (attachmentTypes as Readonly<Record<string, AttachmentType>>)[ending] : undefined
  if (there >= fileBounds.files) return refused({ code: 'files-too-many', facts: { most: fileBounds.files } })
  if (bytes === 0) return refused({ code: 'request-file-empty', facts: { name } })
  if (bytes > fileBounds.bytes) return refused({ code: 'request-file-too-large', facts: { name } })
  if (!type) return refused({ code: 'request-file-kind', facts: { name } })
  return (type.proofs as readonly string[]).includes(proof ?? '') ? granted(type) : refused({ code: 'request-file-disguised', facts: { name } })
}

/** What may be said of a file that goes out or stays. */
export interface FileFacts {
  readonly redacted: boolean
  readonly toLookAt: readonly string[]
  readonly copies: number
  readonly enclosed: boolean
}

const fixed = (state: State): Refusal[] => (enclosingStates.includes(state) ? [] : [{ code: 'enclosures-fixed', facts: { state: states[state].title } }])

export function reasonsAgainstEnclosing(state: State, { toLookAt }: FileFacts, looked: boolean): Refusal[] {
  return [...fixed(state), ...(toLookAt.length > 0 && !looked ? [{ code: 'copy-not-looked-at', field: 'looked', facts: { what: toLookAt.join('、') } }] : [])]
}

export const reasonsAgainstTakingBack = fixed

export function reasonsAgainstDeleting(state: State, { copies, enclosed }: FileFacts): Refusal[] {
  return [
    ...(servedStates.includes(state) ? [{ code: 'request-file-served' }] : []),
    ...(enclosed ? [{ code: 'request-file-enclosed' }] : []),
    ...(copies > 0 ? [{ code: 'request-file-has-copy' }] : []),
  ]
}

/** Told apart from its original wherever it is kept. */
export function copyName(name: string): string {
  const ending = /\.[A-Za-z0-9]+$/.exec(name)?.[0] ?? ''
  const stem = name.slice(0, name.length - ending.length)
  return stem.endsWith('（遮盖）') ? name : `${stem}（遮盖）${ending}`
}

/** A passage in the shapes that the screen can mark. */
export type Mark =
  | { readonly in: 'paragraph'; readonly paragraph: number; readonly from: number; readonly to: number }
  | { readonly in: 'area'; readonly page: number; readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }
  | { readonly in: 'picture'; readonly picture: number }

export interface RedactionAsked {
  readonly marks: readonly { readonly mark: Mark; readonly ground: WithholdingGround }[]
  /** Removed wherever they stand. */
  readonly texts: readonly { readonly text: string; readonly ground: WithholdingGround }[]
}

export interface Passage {
  readonly place: string
  readonly ground: WithholdingGround
}

function placeOf(mark: Mark): string {
  if (mark.in === 'paragraph') return `第${mark.paragraph + 1}段`
  return mark.in === 'area' ? `第${mark.page + 1}页` : `第${mark.picture + 1}张图片`
}

/** Where and why, without the words. */
export const passagesOf = ({ marks, texts }: RedactionAsked): Passage[] => [
  ...marks.map(({ mark, ground }) => ({ place: placeOf(mark), ground })),
  ...texts.map(({ ground }) => ({ place: '全文', ground })),
]
