// The text of a micro-blog: title, as many sentences as fit, and where the whole stands.
import { runningText, type PublishedText } from './published-text.ts'
import { clipped, lengthOf } from './sentences.ts'

export interface MicroBlog {
  readonly text: string
  readonly length: number
  /** Even title and address alone are longer than the limit: the official must shorten by hand. */
  readonly tooLong: boolean
}

export function microBlogOf(of: PublishedText, limit: number): MicroBlog {
  const head = `【${of.title}】`
  const tail = `全文：${of.address}`
  const room = limit - lengthOf(head) - lengthOf(tail)
  const body = room > 0 ? clipped(of.summary || runningText(of), room) : ''
  const text = `${head}${body}${tail}`
  return { text, length: lengthOf(text), tooLong: lengthOf(text) > limit }
}
