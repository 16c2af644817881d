// Sends files with progress; fetch cannot tell how far an upload is.
import type { AnswerOf, Contract } from '../../src/kernel/contract.ts'
import { addressOf, refusalOf, writeHeaders, type AskOf } from './client.ts'
import { unreachable } from './problem.ts'

export interface Upload<C extends Contract> {
  readonly answer: Promise<AnswerOf<C>>
  readonly stop: () => void
}

/** Sends `files` (and the fields of the form) to a `multipart` contract; `onProgress` is told the part sent, 0 to 1. */
export function upload<C extends Contract>(
  contract: C,
  ask: Pick<AskOf<C>, 'params' | 'query'>,
  files: readonly File[],
  fields: Readonly<Record<string, string>>,
  onProgress: (part: number) => void,
): Upload<C> {
  const request = new XMLHttpRequest()
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const file of files) form.append('file', file, file.name)
  const answer = new Promise<AnswerOf<C>>((resolve, reject) => {
    request.upload.addEventListener('progress', (event) => onProgress(event.lengthComputable ? event.loaded / event.total : 0))
    request.addEventListener('load', () => {
      const body: unknown = request.response
      if (request.status >= 200 && request.status < 300) resolve(body as AnswerOf<C>)
      else reject(refusalOf(contract, request.status, body))
    })
    request.addEventListener('error', () => reject(unreachable()))
    request.addEventListener('abort', () => reject(unreachable()))
    request.open('POST', addressOf(contract, ask))
    request.responseType = 'json'
    for (const [name, value] of Object.entries(writeHeaders(contract))) request.setRequestHeader(name, value)
    request.send(form)
  })
  return { answer, stop: () => request.abort() }
}
