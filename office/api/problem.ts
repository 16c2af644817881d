// What went wrong with a call, as something a page can show: sentences, the field each belongs to, the article behind it.
import type { Problem } from '../../src/kernel/contract.ts'

export type Reason = Problem['reasons'][number]

/** A refusal of the server, or a failure on the way to it. */
export class CallError extends Error {
  readonly status: number
  readonly code: string
  readonly reasons: readonly Reason[]

  constructor(problem: Pick<Problem, 'status' | 'code' | 'title' | 'reasons'>) {
    super(problem.reasons[0]?.sentence ?? problem.title)
    this.name = 'CallError'
    this.status = problem.status
    this.code = problem.code
    this.reasons = problem.reasons
  }
}

/** No answer came at all. */
export const unreachable = (): CallError => new CallError({ status: 0, code: 'unreachable', title: '连接不上服务器，请检查网络后重试。', reasons: [] })

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && 'reasons' in value && Array.isArray(value.reasons)

const sentenceOf = (status: number): string => {
  if (status === 401) return '登录已失效，请重新登录。'
  if (status === 403) return '您没有这项权限。'
  if (status === 404) return '没有找到，可能已被删除，或者不在您的权限范围内。'
  if (status === 413) return '文件太大，超过了允许的大小。'
  if (status === 429) return '操作太频繁，请稍后再试。'
  return '服务器出错了，请稍后再试；如果一直这样，请联系系统管理员。'
}

/** The error of an answer that is not 2xx, whether or not it is in the shape the API promises. */
export function problemOf(status: number, body: unknown): CallError {
  if (isProblem(body)) return new CallError({ status, code: body.code, title: body.title || sentenceOf(status), reasons: body.reasons })
  return new CallError({ status, code: `http-${status}`, title: sentenceOf(status), reasons: [] })
}

/** Every sentence of any error. */
export function sentencesOf(error: unknown): readonly Reason[] {
  if (error instanceof CallError) return error.reasons.length > 0 ? error.reasons : [{ code: error.code, sentence: error.message }]
  return [{ code: 'unexpected', sentence: '页面出错了，请刷新后重试。' }]
}
