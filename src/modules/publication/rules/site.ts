// What officials set for the whole site: its name, its identifiers, where to apply, and the head and foot of the site it stands in.
import { z } from 'zod'

const line = z.string().trim().max(200).default('')

export const siteSettings = z.object({
  /** 网站名称, e.g. 青岚县人民政府. */
  name: z.string().trim().min(1).max(60).default('政府信息公开'),
  /** Of the site, without a scheme: `www.example.gov.cn`. */
  domain: line,
  /** Home page of the site that this platform is a part of. */
  homeUrl: line.refine((url) => /^(https?:\/\/|\/|$)/.test(url), '门户首页地址应以 http://、https:// 或 / 开头'),
  /** 政府网站标识码: ten digits, or two letters and eight digits. */
  idCode: z
    .string()
    .regex(/^(\d{10}|[a-z]{2}\d{8})?$/)
    .default(''),
  sponsor: line,
  operator: line,
  icp: line,
  /** 公安备案号. */
  publicSecurity: line,
  /** 联系我们. */
  contact: z.object({ telephone: line, email: line, address: line, postcode: line }).default({ telephone: '', email: '', address: '', postcode: '' }),
  /** 依申请公开: where applications are received (ogi-2019/12, ogi-2019/29). */
  application: z
    .object({ office: line, address: line, postcode: line, telephone: line, fax: line, email: line, hours: line })
    .default({ office: '', address: '', postcode: '', telephone: '', fax: '', email: '', hours: '' }),
  /** Whether the public sees, entry by entry, when it was last updated and when it is due. */
  catalogueShown: z.boolean().default(true),
  /** Offered under the search box of the home page. */
  popularWords: z.array(z.string().trim().min(1).max(20)).max(10).default([]),
  /** Hosts that belong to the government itself: links to them need no leaving notice. */
  ownHosts: z.array(z.string().trim().min(1).max(100)).max(50).default([]),
  /** Head and foot of the existing site, printed as they are; empty where the platform shows its own. */
  headerHtml: z.string().max(50_000).default(''),
  footerHtml: z.string().max(50_000).default(''),
})

export type SiteSettings = z.infer<typeof siteSettings>

/** The settings as stored, with what is missing filled by the defaults; a wrong value falls back rather than closing the site. */
export function readSiteSettings(stored: unknown): SiteSettings {
  const whole = siteSettings.safeParse(stored ?? {})
  if (whole.success) return whole.data
  const wrong = new Set(whole.error.issues.map((issue) => String(issue.path[0])))
  const right = Object.fromEntries(Object.entries(Object(stored)).filter(([key]) => !wrong.has(key)))
  return siteSettings.parse(right)
}
