// The description of the office API (OpenAPI 3.1), made from the very contracts that the server checks calls against.
import { z, type ZodType } from 'zod'
import type { Contract } from '../../kernel/contract.ts'
import type { OfficeRoute } from './routes.ts'

type Schema = Record<string, unknown>

export interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly tags: readonly string[]
  readonly 'x-may': string
  readonly parameters: readonly { name: string; in: 'path' | 'query' | 'header'; required: boolean; schema: Schema; description?: string }[]
  readonly requestBody?: { required: boolean; content: Record<string, { schema: Schema }> }
  readonly responses: Record<string, unknown>
  readonly security: readonly Record<string, readonly string[]>[]
}

export interface OpenApi {
  readonly openapi: '3.1.0'
  readonly info: { title: string; version: string; description: string }
  readonly servers: readonly { url: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: Record<string, unknown>
}

function schemaOf(schema: ZodType, io: 'input' | 'output'): Schema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' }) as Schema
  return rest
}

function parametersOf(schema: ZodType | undefined, where: 'path' | 'query'): Operation['parameters'] {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as { properties?: Record<string, Schema>; required?: string[] }
  return Object.entries(properties).map(([name, of]) => ({ name, in: where, required: where === 'path' || required.includes(name), schema: of }))
}

const csrfHeader = {
  name: 'x-csrf-token',
  in: 'header',
  required: true,
  schema: { type: 'string' },
  description: '取自 GET /api/session 的 csrfToken',
} as const

function bodyOf({ body, takes }: Contract): Operation['requestBody'] {
  if (takes === 'multipart') {
    const fields = body ? (schemaOf(body, 'input') as { properties?: Record<string, Schema> }).properties : {}
    const files = { type: 'array', items: { type: 'string', format: 'binary' } }
    return { required: true, content: { 'multipart/form-data': { schema: { type: 'object', properties: { ...fields, files } } } } }
  }
  return body ? { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } } : undefined
}

function operationOf(contract: Contract): Operation {
  const words = contract.path.split('/').filter(Boolean)
  const answered =
    contract.answer === 'file'
      ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
      : { 'application/json': { schema: schemaOf(contract.answer, 'output') } }
  const requestBody = bodyOf(contract)
  return {
    operationId: [contract.method.toLowerCase(), ...words.map((word) => word.replace(':', 'by-').replaceAll('.', '-'))].join('-'),
    summary: contract.title,
    tags: [words[0] ?? ''],
    'x-may': contract.may,
    parameters: [...parametersOf(contract.params, 'path'), ...parametersOf(contract.query, 'query'), ...(contract.method === 'GET' ? [] : [csrfHeader])],
    ...(requestBody ? { requestBody } : {}),
    responses: { '200': { description: '成功', content: answered }, default: { $ref: '#/components/responses/Problem' } },
    security: contract.may === 'anyone' ? [] : [{ session: [] }],
  }
}

const problem = {
  type: 'object',
  required: ['type', 'status', 'title', 'code', 'reasons'],
  properties: {
    type: { const: 'about:blank' },
    status: { type: 'integer' },
    title: { type: 'string' },
    code: { type: 'string' },
    reasons: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'sentence'],
        properties: { code: { type: 'string' }, sentence: { type: 'string' }, field: { type: 'string' }, article: { type: 'string' } },
      },
    },
  },
}

/** The whole document; also the source of the page at `/api/docs`. */
export function openApiOf(routes: readonly OfficeRoute[], version: string): OpenApi {
  const paths: Record<string, Record<string, Operation>> = {}
  for (const { contract } of routes) {
    const path = contract.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [contract.method.toLowerCase()]: operationOf(contract) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '政府信息公开办公系统接口',
      version,
      description:
        '所有写操作须带 x-csrf-token 请求头；PUT 和 DELETE 也可以用 POST 加 x-http-method-override 请求头（或 _method 参数）发送。办理不成时返回 RFC 9457 格式的原因。',
    },
    servers: [{ url: '/api' }],
    paths,
    components: {
      schemas: { Problem: problem },
      responses: {
        Problem: { description: '不能办理：代码、原因和依据', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
      },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'gongkai_session' } },
    },
  }
}
