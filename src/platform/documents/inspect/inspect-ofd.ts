// OFD files: words, author, attached files and annotations. What lies under what is not looked at, and that is said.
import { textOfOfd } from '../read/read-ofd.ts'
import type { ZipPackage } from '../read/zip.ts'
import type { Findings } from './findings.ts'
import { partOf } from './inspect-package.ts'
import { textsOf, walkXml } from './xml.ts'

export function inspectOfd(zip: ZipPackage, findings: Findings): void {
  findings.text('正文', textOfOfd(zip))
  const head = partOf(zip, 'OFD.xml', findings)
  for (const author of textsOf(head, 'Author')) findings.property('person', '作者', author)
  walkXml(head, {
    open: (tag) => {
      if (tag.name === 'Signatures' || tag.name === 'Signature') findings.property('signature', '电子签章', '有')
    },
  })
  for (const part of zip.names) {
    if (/(?:^|\/)Attachments\.xml$/i.test(part))
      walkXml(partOf(zip, part, findings), {
        open: (tag) => {
          if (tag.name === 'Attachment') findings.hide('embedded-file', `附件 ${tag.get('Name') ?? ''}`.trim())
        },
      })
    if (/(?:^|\/)Annot(?:ation)?s?\/.*\.xml$/i.test(part)) {
      const remarks = textsOf(partOf(zip, part, findings), 'Remark').filter((text) => text.trim() !== '')
      if (remarks.length > 0) findings.hide('comment', '批注', remarks.join(' '), remarks.length)
      findings.text('批注', remarks.join('\n'), true)
    }
  }
  findings.leave('layers-unchecked')
}
