// What a citizen is told when the form on the public site is not filled in rightly: what to do, in one sentence.
const sentences: Readonly<Record<string, string>> = {
  'online-unit': '请选择向哪个机关申请。',
  'online-kind': '请选择申请人类型。',
  'online-too-long': '内容太长，请缩短到 {most} 字以内。',
  'online-subject': '请写明所需信息的名称，不少于 2 个字。',
  'online-description': '请写清所需信息的文号或者其他特征，不少于 4 个字。',
  'online-choose': '请选择一项。',
  'online-email': '电子邮箱的写法不对，例如 name@example.com。',
  'online-email-missing': '选择电子邮件或者电子送达的，请填写电子邮箱。',
  'online-address': '选择邮寄的，请填写通信地址。',
  'online-document': '请选择与申请人类型相符的证件。',
  'applicant-name-missing': '请填写申请人姓名或者名称。',
  'document-missing': '请填写证件号码。',
  'contact-person-missing': '法人或者其他组织请填写联系人。',
  'contact-missing': '地址、电话、电子邮箱至少填写一项，以便与您确认。',
  'proof-file-missing': '请选择证件复印件的文件。',
  'proof-file-large': '文件太大，不超过 2MB；可以降低照片的清晰度后再选择。',
  'proof-file-kind': '只收 JPG、PNG 图片或者 PDF 文件，请另选文件。',
  'file-too-large': '文件太大，不超过 2MB；可以降低照片的清晰度后再选择。',
  'upload-too-large': '文件太大，不超过 2MB；可以降低照片的清晰度后再选择。',
  'too-many-files': '只能附一个文件；有多页的，请合成一个 PDF。',
  'media-type': '文件没有传完整，请重新选择后提交。',
  'upload-broken': '文件没有传完整，请重新选择后提交。',
  'address-wrong': '请填写完整的电子邮箱，例如 name@example.com。',
  'words-missing': '请填写，2 至 2000 字。',
}

export const onlineSentence = (code: string, facts: Readonly<Record<string, string | number>> = {}): string =>
  (sentences[code] ?? '请检查这一项。').replaceAll(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))
