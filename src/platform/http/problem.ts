// Refusals, wrong shapes and faults as problem details (RFC 9457), in sentences that a person can follow.
import type { ZodError } from 'zod'
import type { Problem } from '../../kernel/contract.ts'
import type { Refusal } from '../../kernel/ruling.ts'
import type { Sentences } from './routes.ts'

/** Sentences of the codes that the platform itself refuses with. */
const platformSentences: Sentences = {
  'not-found': '没有找到该内容，它可能已被删除，或者不在您的权限范围内。',
  'not-signed-in': '您还没有登录，或者登录已超时，请重新登录。',
  'second-factor-owed': '请先输入动态口令完成登录。',
  'password-change-owed': '请先修改初始密码，再进行其他操作。',
  'totp-owed': '请先绑定动态口令，再进行其他操作。',
  'not-allowed': '您没有此项操作的权限，如需办理请联系安全管理员分配角色。',
  'cross-site': '页面已过期或请求来源不明，请刷新页面后重试。',
  'wrong-shape': '填写的内容有误，请按提示修改。',
  'not-readable': '提交的内容无法识别，请刷新页面后重试。',
  'media-type': '不支持这种提交格式。',
  'body-too-large': '提交的内容超过大小限制，请精简后重试。',
  'file-too-large': '文件“{name}”超过{limit}的限制，请压缩或拆分后重新上传。',
  'too-many-files': '一次最多上传{limit}个文件，请分批上传。',
  'upload-too-large': '一次上传的文件合计不能超过{limit}，请分批上传。',
  'upload-broken': '文件没有传完整，请重新上传。',
  'too-many-calls': '操作过于频繁，请{seconds}秒后再试。',
  'busy-try-again': '他人正在办理同一事项，请稍后重试。',
  unavailable: '系统正在维护或重新启动，您的操作没有保存，请稍后重试。',
  fault: '系统出现故障，您的操作没有保存。请稍后重试；如仍不成功，请将故障编号{incident}告知系统管理员。',
}

const statuses: Readonly<Record<string, number>> = {
  'not-found': 404,
  'not-signed-in': 401,
  'second-factor-owed': 401,
  'wrong-login': 401,
  'not-allowed': 403,
  'password-change-owed': 403,
  'totp-owed': 403,
  'cross-site': 403,
  'stale-version': 409,
  'busy-try-again': 409,
  'body-too-large': 413,
  'file-too-large': 413,
  'upload-too-large': 413,
  'media-type': 415,
  'not-readable': 400,
  'upload-broken': 400,
  'too-many-calls': 429,
  unavailable: 503,
  fault: 500,
}

/** The status of a refusal code: `…-not-found` 404, `stale-…` and `already-…` 409, what is not listed 422. */
function statusOf(code: string): number {
  if (statuses[code]) return statuses[code]
  if (code.endsWith('-not-found')) return 404
  if (code.startsWith('stale-') || code.startsWith('already-')) return 409
  return 422
}

const worstFirst = [500, 503, 401, 404, 403, 429, 413, 415, 409, 400, 422]

/** The sentence of one refusal, with its facts filled in. */
export function sentenceOf(refusal: Refusal, sentences: Sentences): string {
  const sentence = sentences[refusal.code] ?? platformSentences[refusal.code] ?? `不能办理（${refusal.code}）。`
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(refusal.facts?.[name] ?? whole))
}

/** Refusals as one problem; its status is that of the weightiest reason. */
export function problemOf(refusals: readonly Refusal[], sentences: Sentences): Problem {
  const reasons = refusals.map((refusal) => ({
    code: refusal.code,
    sentence: sentenceOf(refusal, sentences),
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
    ...(refusal.article === undefined ? {} : { article: refusal.article }),
    ...(refusal.facts === undefined ? {} : { facts: refusal.facts }),
  }))
  const weights = refusals.map((refusal) => statusOf(refusal.code))
  const status = worstFirst.find((one) => weights.includes(one)) ?? 422
  const first = reasons[weights.indexOf(status)]
  return { type: 'about:blank', status, title: first?.sentence ?? '不能办理。', code: first?.code ?? 'refused', reasons }
}

/** What did not fit a contract's schema as one problem, a reason for every field. */
export function shapeProblem(error: ZodError): Problem {
  const reasons = error.issues.map((issue) => ({
    code: `wrong-shape-${issue.code.replaceAll('_', '-')}`,
    sentence: issue.message,
    field: issue.path.join('.'),
  }))
  return { type: 'about:blank', status: 422, title: platformSentences['wrong-shape'] ?? '', code: 'wrong-shape', reasons }
}
