// In which surroundings the name of a unit does not mean that the text touches the unit. Words, not law: extended as false hits are met.

/** Before a short name (县教育局): only these let it be our own; any other character begins the name of somebody else's bureau. */
export const mayStandBefore =
  '由和与及经向对请同报至到在以为被将是从给按据如并或本我县且即让使令会是：；，。、！？（）《》“”"\'()<>:;,.!?—…·　 \t\n\r0123456789０１２３４５６７８９'

/** After a name: a place or a house that is called after the unit. */
export const placesAfter = [
  '家属', '小区', '宿舍', '大楼', '大厦', '路口', '公交站', '站台', '附属', '幼儿园', '门口', '门前', '东侧', '西侧', '南侧', '北侧', '对面', '旁边', '巷', '大院',
] as const // prettier-ignore

/** After the name of a government: the rest of a longer name that the register does not hold. */
export const longerAfterGovernment =
  /^(网站|网|公报|门户|(?![和与及、，；关对将的在为以并或等会负组研同决统已还应要可][\u4e00-\u9fa5])[\u4e00-\u9fa5]{1,8}?(局|委员会|委|办公室|办|中心|医院|学院|学校|厂|公司|银行))/u

/** Before a superior: the text acts under it, it does not speak of it. */
export const underAuthority = /(经|报|报经|报请|根据|按照|依据|依照|遵照|贯彻|落实|受|按|呈|由)[\u4e00-\u9fa5]{0,2}$/u

/** A line that names addressees. */
export const addresseeLine = /^\s*(主送|抄送|抄报|分送|报|送)[：:]/u
