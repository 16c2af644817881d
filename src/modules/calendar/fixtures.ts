// For tests of the calendar: the notice of 2027 as it might be, and a keeper whose open terms stand in a table of the test's own.
import { sql } from 'kysely'
import { dueDay } from '../../kernel/term.ts'
import { day } from '../../kernel/day.ts'
import { terms } from '../../law/terms.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { MovedTerm, TermKeeper } from './term-keeper.ts'
import type { YearEntry } from './rules/year-entry.ts'

/** Invented: the real notice of 2027 comes late in 2026. */
export const noticeOf2027 = `国务院办公厅关于2027年部分节假日安排的通知
国办发明电〔2026〕8号
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月20日（周六）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。5月8日（周六）上班。
五、端午节：6月9日（周三）放假1天。
六、中秋节：9月15日（周三）放假1天。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。`

export const of2027: YearEntry = {
  year: 2027,
  notice: '国务院办公厅关于2027年部分节假日安排的通知（国办发明电〔2026〕8号）',
  off: [
    { name: '元旦', from: '2027-01-01', to: '2027-01-03' },
    { name: '春节', from: '2027-02-05', to: '2027-02-11' },
    { name: '清明节', from: '2027-04-03', to: '2027-04-05' },
    { name: '劳动节', from: '2027-05-01', to: '2027-05-05' },
    { name: '端午节', from: '2027-06-09', to: '2027-06-09' },
    { name: '中秋节', from: '2027-09-15', to: '2027-09-15' },
    { name: '国庆节', from: '2027-10-01', to: '2027-10-07' },
  ],
  worked: ['2027-01-31', '2027-02-20', '2027-05-08', '2027-09-26', '2027-10-09'],
}

interface OpenTerm {
  readonly name: string
  readonly began: string
  readonly due: string
}

const openTerms = async (tx: Tx): Promise<readonly OpenTerm[]> =>
  (await sql<OpenTerm>`select name, began, due from public.open_term order by due, name`.execute(tx)).rows

/** Replies to applications, as `requests` will keep them. */
export const keeperOfReplies: TermKeeper = {
  title: '依申请公开答复',
  async effectOf(tx, after, limit) {
    const rows = (await openTerms(tx)).flatMap(({ name, began, due }): MovedTerm[] => {
      const answer = dueDay(terms.reply, { from: day(began) }, after)
      return answer.due === due ? [] : [{ what: name, unitName: '县教育局', from: day(due), to: answer.due }]
    })
    return { count: rows.length, rows: rows.slice(0, limit) }
  },
  async apply(tx, after) {
    let moved = 0
    for (const { name, began, due } of await openTerms(tx)) {
      const answer = dueDay(terms.reply, { from: day(began) }, after)
      if (answer.due !== due) moved += 1
      await sql`
        update public.open_term set due = ${answer.due}, version = ${after.version} where name = ${name}`.execute(tx)
    }
    return moved
  },
}

export async function layOpenTerms(tx: Tx): Promise<void> {
  await sql`create table public.open_term (name text primary key, began date not null, due date not null, version text not null)`.execute(tx)
  await sql`
    insert into public.open_term values
    ('王某的申请', '2026-12-21', '2027-01-18', 'old'), ('李某的申请', '2026-12-28', '2027-01-25', 'old'), ('张某的申请', '2026-11-02', '2026-11-30', 'old')`.execute(
    tx,
  )
}
