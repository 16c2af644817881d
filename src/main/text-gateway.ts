// The settings of the gateway for text messages: their shapes, and what they mean together.
import { z } from 'zod'
import type { TextGateway } from '../platform/text-messages/gateway.ts'
import { isTemplate } from '../platform/text-messages/template.ts'

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Numbers go over the net closed, or not at all. */
function isGatewayUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username } = new URL(text)
  return username === '' && (protocol === 'https:' || (protocol === 'http:' && loopback.has(hostname)))
}

const headers = z.record(z.string(), z.string())

function headersIn(text: string): Record<string, string> | undefined {
  try {
    const read = headers.parse(JSON.parse(text))
    return [...new Headers(read).keys()].length === Object.keys(read).length ? read : undefined
  } catch {
    return undefined
  }
}

const successRule = /^([^\s=.]+(?:\.[^\s=.]+)*)=(\S+)$/

export const textGatewaySettings = {
  GONGKAI_SMS_URL: {
    schema: z.string().refine(isGatewayUrl).optional(),
    chinese: '短信网关的地址，以 https:// 开头（本机可用 http://），不含用户名和密码',
    english: 'address of the gateway for text messages, https:// (http:// on this machine alone), without user and password',
  },
  GONGKAI_SMS_METHOD: { schema: z.enum(['POST', 'PUT', 'GET']).default('POST'), chinese: 'POST、PUT、GET 之一', english: 'one of POST, PUT, GET' },
  GONGKAI_SMS_HEADERS: {
    schema: z
      .string()
      .refine((text) => headersIn(text) !== undefined)
      .optional(),
    chinese: '请求头，JSON 对象，例如 {"Authorization":"Bearer 密钥"}',
    english: 'headers as a JSON object, e.g. {"Authorization":"Bearer key"}',
  },
  GONGKAI_SMS_BODY: {
    schema: z.string().refine(isTemplate).optional(),
    chinese: '请求内容的模板，JSON 或者表单，含 {number} 和 {text}，例如 {"mobile":"{number}","content":"{text}"}',
    english: 'template of the body, JSON or a form, with {number} and {text}, e.g. {"mobile":"{number}","content":"{text}"}',
  },
  GONGKAI_SMS_SUCCESS: {
    schema: z.string().regex(successRule).optional(),
    chinese: '成功时答复 JSON 里的字段和值，例如 code=0 或 data.status=ok',
    english: 'field and value in the JSON of the answer that mean success, e.g. code=0 or data.status=ok',
  },
} as const

interface Given {
  readonly GONGKAI_SMS_URL?: string | undefined
  readonly GONGKAI_SMS_METHOD: TextGateway['method']
  readonly GONGKAI_SMS_HEADERS?: string | undefined
  readonly GONGKAI_SMS_BODY?: string | undefined
  readonly GONGKAI_SMS_SUCCESS?: string | undefined
}

/** Undefined where there is no gateway; address and template go together. */
export function textGatewayOf(given: Given): TextGateway | undefined {
  const { GONGKAI_SMS_URL: url, GONGKAI_SMS_BODY: template } = given
  if (url === undefined || template === undefined) return undefined
  const [, path = '', value = ''] = successRule.exec(given.GONGKAI_SMS_SUCCESS ?? '') ?? []
  return {
    url,
    method: given.GONGKAI_SMS_METHOD,
    headers: headersIn(given.GONGKAI_SMS_HEADERS ?? '{}') ?? {},
    template,
    success: path === '' ? undefined : { path: path.split('.'), value },
  }
}
