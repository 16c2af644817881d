// Pictures of a text are files of its edition; their address names both.
/** What `src` of a picture holds while the text is in the office. */
export const pictureSrc = (editionId: string, attachmentId: string): string => `/api/editions/${editionId}/attachments/${attachmentId}`

/** The text with its pictures leading to the copies of another edition. */
export function repointed(bodyHtml: string, editions: { readonly from: string; readonly to: string }, files: ReadonlyMap<string, string>): string {
  let text = bodyHtml.replaceAll(editions.from, editions.to)
  for (const [old, copy] of files) text = text.replaceAll(old, copy)
  return text
}
