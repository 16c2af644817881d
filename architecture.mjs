/** Who may call whom. The import check, the drawing in docs/generated and a newcomer all read this table. */
export const mayUse = {
  publication: [],
  access: [],
  organization: ['access', 'publication'],
  notices: ['access', 'organization'],
  catalogue: ['access', 'organization', 'publication', 'notices'],
  calendar: ['access', 'organization', 'notices', 'publication'],
  gate: ['access', 'organization', 'publication'],
  disclosure: ['access', 'organization', 'gate', 'publication', 'notices', 'calendar'],
  channels: ['access', 'organization', 'gate', 'disclosure', 'publication', 'notices'],
  interaction: ['access', 'organization', 'notices', 'publication'],
}
