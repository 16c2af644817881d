// Common phrases of opinions, offered to everybody; each person keeps their own beside them.
export const commonOpinions: readonly string[] = [
  '同意。',
  '同意公开。',
  '经审查，不涉及国家秘密、工作秘密、商业秘密和个人隐私，可以公开。',
  '内容准确，程序完备，同意报请签发。',
  '请核实文中数据后再报。',
  '请删除涉及个人隐私的内容后再报。',
  '请补充公开属性和依据。',
  '请与有关部门会签后再报。',
]
