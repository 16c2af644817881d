// The configuration with which nginx shows a mirror as the portal shows itself: the same addresses, headers and answers.
import { attachmentEndings, unknownEnding } from './addresses.ts'
import type { MirrorSite } from './state.ts'

export interface NginxParts {
  readonly site: MirrorSite
  /** Absolute path of what the public sees. */
  readonly root: string
  readonly listen: string
  readonly serverName: string
  /** Of the portal, where the mirror stands at its public address: what needs a server is passed on. Else the reader is led to the portal. */
  readonly upstream: string | undefined
}

const types: Readonly<Record<string, string>> = {
  'text/html': 'html',
  'text/css': 'css',
  'text/javascript': 'js',
  'text/plain': 'txt',
  'text/csv': 'csv',
  'application/json': 'json',
  'application/xml': 'xml',
  'application/atom+xml': 'atom',
  'image/svg+xml': 'svg',
  ...attachmentEndings,
}
const withCharset = [
  'text/css',
  'text/javascript',
  'text/plain',
  'text/csv',
  'application/json',
  'application/feed+json',
  'application/xml',
  'application/atom+xml',
]

/** Addresses below the base path that no mirror holds. */
const served = 'search|leave|register|deadline|report-error|correct|apply/online|apply/progress|documents/[0-9a-f-]+/survey'

const forRegex = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
/** In double quotes, as nginx reads it; a dollar would begin a variable. */
const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', String.raw`\"`)}"`

/** Forms of the mirror are sent to the portal, which its own pages need not allow. */
const allowing = (policy: string, portal: string): string => policy.replace(/form-action 'self'/, `form-action 'self' ${portal}`)

export function nginxConfiguration({ site, root, listen, serverName, upstream }: NginxParts): string {
  const { basePath, portal } = site
  const base = forRegex(basePath)
  const headers = Object.entries(site.headers).map(([name, value]) => {
    const text = name === 'content-security-policy' ? allowing(value, portal) : value
    return `  add_header ${name} ${quoted(text)} always;`
  })
  const endings = [...new Set([...Object.values(attachmentEndings), unknownEnding])]
  const toPortal = upstream === undefined ? `return 302 ${portal}$request_uri;` : 'try_files /.none @portal;'
  const lines = [
    '# Made by `npx gongkai mirror nginx`: include it in the http block.',
    'map $uri $gongkai_cache {',
    '  default "public, no-cache";',
    String.raw`  "~^/\.(gone|problems)/" "no-store";`,
    `  "~^${base}assets/" "public, max-age=31536000, immutable";`,
    '}',
    'map $uri $gongkai_disposition {',
    '  default "";',
    String.raw`  "~/documents/[^/]+/attachments/[^/]+\.(png|jpg|gif|webp)$" "inline";`,
    '  "~/documents/[^/]+/attachments/" "attachment";',
    String.raw`  "~/documents/[^/]+\.(docx|pdf)$" "attachment";`,
    '}',
    'map $uri $gongkai_document {',
    '  default "-";',
    `  "~^${base}([a-z-]+/)?documents/(?<gongkai_id>[0-9a-f-]+)" $gongkai_id;`,
    '}',
    'map $uri $gongkai_form {',
    '  default "html";',
    String.raw`  "~\.json$" "json";`,
    '}',
    '',
    'server {',
    `  listen ${listen};`,
    `  server_name ${serverName};`,
    `  root ${quoted(`${root}/site`)};`,
    '  server_tokens off;',
    '  absolute_redirect off;',
    '',
    '  types {',
    ...Object.entries(types).map(([type, ending]) => `    ${type} ${ending};`),
    '  }',
    '  default_type application/octet-stream;',
    '  charset utf-8;',
    `  charset_types ${withCharset.join(' ')};`,
    '  gzip_static on;',
    '  gzip_vary on;',
    '  # With the module ngx_brotli: brotli_static on;',
    '',
    ...headers,
    '  add_header cache-control $gongkai_cache always;',
    '  add_header content-disposition $gongkai_disposition;',
    '',
    '  error_page 404 /.problems/404.html;',
    '  error_page 410 /.gone/$gongkai_document.$gongkai_form;',
    `  location ^~ /.problems/ { internal; alias ${quoted(`${root}/problems/`)}; }`,
    `  location ^~ /.gone/ { internal; alias ${quoted(`${root}/gone/`)}; }`,
    ...(basePath === '/'
      ? []
      : ['  location / { return 404; }', `  location = / { return 301 ${basePath}; }`, `  location = ${basePath.slice(0, -1)} { return 301 ${basePath}; }`]),
    `  location ${basePath} { try_files $uri $uri.html \${uri}index.html $uri/index.html @missing; }`,
    String.raw`  location ~ \.(gz|br)$ { return 404; }`,
    String.raw`  location ~ /feed\.json$ { types { } default_type application/feed+json; try_files $uri @missing; }`,
    `  location ~ "^${base}documents/[0-9a-f-]+/attachments/[0-9a-f-]+$" { try_files ${endings.map((ending) => `$uri.${ending}`).join(' ')} @missing; }`,
    `  location ~ "^${base}([a-z-]+/)?(${served})(/|$)" { ${toPortal} }`,
    '  location @missing {',
    `    if (-f ${quoted(`${root}/gone/$gongkai_document.html`)}) { return 410; }`,
    '    return 404;',
    '  }',
    ...(upstream === undefined
      ? []
      : [
          '  location @portal {',
          `    proxy_pass ${upstream};`,
          '    proxy_set_header Host $host;',
          '    proxy_set_header X-Forwarded-For $remote_addr;',
          '    proxy_set_header X-Forwarded-Proto $scheme;',
          '  }',
        ]),
    '}',
    '',
  ]
  return lines.join('\n')
}
