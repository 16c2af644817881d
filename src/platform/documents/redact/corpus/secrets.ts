// What has to be gone from every file of the corpus, and what has to stay. All of it is made up.
export const secrets = { name: '李晓棠', latin: 'LiXiaotang', identity: '440524188001010014', phone: '13800138000' } as const

export const stays = '同意公开其余内容'

/** How a file of the corpus may end. */
export interface HostileFile {
  readonly name: string
  readonly bytes: () => Buffer | Promise<Buffer>
  /** A word of why it cannot be served; without it the result must be served, and clean. */
  readonly refusedAs?: string
  /** Words that have to be there still. */
  readonly stays?: string
}
