// What the public may know of a unit (ogi-2019/20 item 2): duties, address, hours, people who answer for it.
import { z } from 'zod'

const line = z.string().max(300).default('')

const member = z.object({
  /** 组长, 副组长, 成员. */
  role: z.string(),
  name: z.string(),
  post: line,
})

export const unitProfile = z.object({
  /** 机构职能, paragraphs separated by line feeds. */
  duties: z.string().default(''),
  address: line,
  postcode: line,
  hours: line,
  telephone: line,
  fax: line,
  email: line,
  /** 内设机构. */
  sections: z.array(z.object({ name: z.string(), duties: z.string().default(''), telephone: line })).default([]),
  /** 机关负责人, in the order of rank. */
  leaders: z.array(z.object({ name: z.string(), post: line, duties: z.string().default('') })).default([]),
  /** 政务公开第一责任人, and whom to ask. */
  responsiblePerson: z.object({ name: z.string(), post: line, contact: line, telephone: line }).nullable().default(null),
  /** 政务公开领导小组 and its office. */
  leadingGroup: z
    .object({
      name: z.string(),
      members: z.array(member).default([]),
      office: z.object({ name: line, head: line, telephone: line }).nullable().default(null),
    })
    .nullable()
    .default(null),
})

export type UnitProfile = z.infer<typeof unitProfile>

/** A stored profile, with what is missing filled in; nothing of it is trusted to be complete. */
export function readUnitProfile(stored: unknown): UnitProfile {
  const parsed = unitProfile.safeParse(stored ?? {})
  return parsed.success ? parsed.data : unitProfile.parse({})
}
