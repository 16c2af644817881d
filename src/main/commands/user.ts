// `gongkai user …`: accounts, for whoever has a shell on the server. What is changed is audited.
import { Command } from 'commander'

export function userCommand(): Command {
  return new Command('user').description('账号（在服务器上使用） accounts, at the server')
}
