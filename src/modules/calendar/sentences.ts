// What people are told when the calendar refuses.
import { questionSentences } from '../../law/question-words.ts'
import type { Sentences } from '../../platform/http/routes.ts'

export const calendarSentences: Sentences = {
  ...questionSentences,
  'year-too-early': '{first}年以前没有政府信息公开条例，不需要录入。',
  'year-too-late': '只能录入到{last}年：更远的年份还不会有通知。',
  'notice-missing': '请填写通知的名称。',
  'name-missing': '请填写节日名称。',
  'day-outside-year': '{day}不在{year}年（上年12月20日以后的日期也可以），请核对。',
  'range-turned': '“{name}”的起止日期颠倒了：{from}晚于{to}。',
  'range-too-long': '“{name}”放假超过{most}天，请核对起止日期。',
  'day-twice': '{day}重复（已列在“{name}”中）。',
  'worked-not-weekend': '{day}不是周六、周日，本来就上班，不用列为调休上班。',
  'worked-and-off': '{day}既列为“{name}”放假，又列为上班。',
  'holidays-missing': '还缺{names}：一年的安排必须齐全，缺一个节日会使期限算错。',
  'fixed-holiday-missing': '{days}是法定休假日，必须列为放假。',
  'year-before-unknown': '通知涉及{year}年12月的日期，请先录入{year}年的安排。',
  'nothing-changed': '与{year}年现有的安排完全相同，不用保存。',
  'stale-calendar': '他人刚刚更改了放假安排，请重新查看影响后再保存。',
  'term-unknown': '没有这个期限，请从列表中选择。',
}
