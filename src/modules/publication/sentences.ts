// What each refusal of this module means, and what to do.
export const publicationSentences: Readonly<Record<string, string>> = {
  'verdict-missing': '尚未通过发布前检查，请先完成检查再发布。',
  'verdict-of-other-content': '内容在检查之后有改动，请重新检查后再发布。',
  'verdict-failed': '发布前检查未通过，请按检查结果修改后再发布。',
  'index-number-taken': '索引号 {indexNumber} 已被其他信息使用，请核对原索引号。',
  'index-serial-exhausted': '{frontCode} 在 {year} 年的索引号流水已用完（99999 个），请联系系统管理员。',
  'withdrawn-before': '该信息已经撤下，不能再次发布，请新建一条信息。',
  'column-unknown': '有 {count} 个栏目已不存在，请重新选择栏目。',
  'column-of-other-line': '政务信息和党务信息分开公开，不能放进这些栏目：{columns}。请改选栏目。',
  'front-code-malformed': '发布机构没有合格的组织机构代码或统一社会信用代码，请先在机构信息中补全。',
  'not-published': '该信息没有发布，无需撤下。',
  'slug-taken': '栏目路径已被使用，请换一个。',
  'column-below-itself': '不能把栏目移到它自己的下级。',
  'column-has-children': '该栏目还有下级栏目，请先移走或删除下级栏目。',
  'column-has-documents': '该栏目还有 {count} 条信息，请先把它们移到其他栏目。',
  'document-not-in-column': '该信息不在这个栏目内，请刷新后重试。',
}
