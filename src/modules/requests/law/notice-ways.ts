// The ways in which an applicant may be told what happens, besides service: one row each, read by both forms, the identity and the outbox.
export const noticeWays = {
  mail: {
    mark: 'mailNotices',
    title: '邮件通知',
    offer: '办理有进展时发邮件通知我（邮件里不写姓名和申请的内容）',
    counter: '办理有进展时发邮件告知申请人',
    counterHelp: '填写了电子邮箱的，发邮件告知；邮件里不写姓名和申请的内容。申请人不愿意的，取消勾选。',
  },
  text: {
    mark: 'textNotices',
    title: '短信通知',
    offer: '办理有进展时发短信到上面的手机号码（只写编号、进展和最后日期）',
    counter: '办理有进展时发短信告知申请人',
    counterHelp: '申请人愿意的才勾选，并在联系电话填写手机号码。短信只写编号、进展和最后日期；没有设置短信网关的，不发。',
  },
} as const

export type NoticeWay = keyof typeof noticeWays

export const noticeWayNames = Object.keys(noticeWays) as readonly NoticeWay[]
