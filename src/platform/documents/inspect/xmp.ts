// XMP: the properties that programs write as XML into PDFs and pictures.
import type { Findings } from './findings.ts'
import type { PropertyKind } from '../../../kernel/file-inspection.ts'
import { walkXml } from './xml.ts'

const telling: Readonly<Record<string, readonly [PropertyKind, string]>> = {
  creator: ['person', '作者'],
  Author: ['person', '作者'],
  AuthorsPosition: ['person', '作者职务'],
  CaptionWriter: ['person', '说明撰写人'],
  OwnerName: ['person', '相机所有者'],
  CameraOwnerName: ['person', '相机所有者'],
  SerialNumber: ['device', '相机序列号'],
  BodySerialNumber: ['device', '相机序列号'],
  GPSLatitude: ['place', '拍摄地点'],
  Company: ['organisation', '单位'],
  Manager: ['person', '负责人'],
  UserComment: ['note', '备注'],
}
const longest = 2_000_000

export function tellXmp(xml: string, findings: Findings, place?: string): void {
  const path: string[] = []
  walkXml(xml.slice(0, longest), {
    open: (tag) => {
      for (const [name, [kind, title]] of Object.entries(telling)) findings.property(kind, title, tag.get(name), place)
      if (!tag.empty) path.push(tag.name)
    },
    close: (tag) => {
      if (!tag.empty) path.pop()
    },
    text: (text) => {
      for (const name of path.slice(-3)) {
        const [kind, title] = Object.hasOwn(telling, name) ? (telling[name] ?? []) : []
        if (kind && title) findings.property(kind, title, text, place)
      }
    },
  })
}
