// Files of a multipart call: read in order, counted and weighed while they arrive, refused in words.
import type { FastifyRequest } from 'fastify'
import { granted, refused, type Ruling } from '../../kernel/ruling.ts'
import type { UploadedFile } from './routes.ts'

export interface UploadLimits {
  readonly fileBytes: number
  readonly totalBytes: number
  readonly files: number
}

export const usualUploadLimits: UploadLimits = { fileBytes: 50 * 1024 * 1024, totalBytes: 200 * 1024 * 1024, files: 50 }

export interface Upload {
  readonly files: readonly UploadedFile[]
  readonly fields: Readonly<Record<string, string | string[]>>
}

const weight = (bytes: number): string => (bytes < 1024 * 1024 ? `${Math.floor(bytes / 1024)}KB` : `${Math.floor(bytes / 1024 / 102.4) / 10}MB`)

/** The file's own name, without the folders some browsers send along. */
const bareName = (name: string): string => (name.split(/[/\\]/).at(-1) ?? '').slice(-200) || '未命名文件'

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** Reads all parts; what is too much is refused before it is held in memory. */
export async function readUpload(request: FastifyRequest, limits: UploadLimits): Promise<Ruling<Upload>> {
  const files: UploadedFile[] = []
  const fields = new Map<string, string | string[]>()
  let total = 0
  let name = ''
  try {
    const parts = request.parts({ limits: { fileSize: limits.fileBytes, files: limits.files, fields: 100, fieldSize: 1024 * 1024, parts: limits.files + 100 } })
    for await (const part of parts) {
      if (part.type === 'field') {
        const before = fields.get(part.fieldname)
        const value = String(part.value)
        fields.set(part.fieldname, before === undefined ? value : [before, value].flat())
        continue
      }
      name = bareName(part.filename)
      const bytes = await part.toBuffer()
      total += bytes.byteLength
      if (total > limits.totalBytes) return refused({ code: 'upload-too-large', facts: { limit: weight(limits.totalBytes) } })
      files.push({ field: part.fieldname, name, bytes })
    }
  } catch (error) {
    switch (codeOf(error)) {
      case 'FST_REQ_FILE_TOO_LARGE':
        return refused({ code: 'file-too-large', facts: { name, limit: weight(limits.fileBytes) } })
      case 'FST_FILES_LIMIT':
      case 'FST_PARTS_LIMIT':
        return refused({ code: 'too-many-files', facts: { limit: limits.files } })
      case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
        return refused('media-type')
      default:
        return refused('upload-broken')
    }
  }
  return granted({ files, fields: Object.fromEntries(fields) })
}
