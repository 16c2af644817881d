/** Who may call whom. The import check, the drawing in docs/generated and a newcomer all read this table. */
export const mayUse = {
  publication: [],
  access: [],
  organization: ['access', 'publication'],
  notices: ['access', 'organization'],
  calendar: ['access', 'organization', 'notices', 'publication'],
  catalogue: ['access', 'organization', 'publication', 'notices', 'calendar'],
  gate: ['access', 'organization', 'publication'],
  disclosure: ['access', 'organization', 'catalogue', 'gate', 'publication', 'notices', 'calendar'],
  channels: ['access', 'organization', 'gate', 'disclosure', 'publication', 'notices'],
  requests: ['access', 'organization', 'catalogue', 'disclosure', 'gate', 'calendar', 'publication', 'notices'],
  followup: ['access', 'organization', 'publication', 'notices'],
  guide: ['access', 'organization', 'catalogue', 'disclosure', 'requests', 'publication', 'notices'],
  interaction: ['access', 'organization', 'notices', 'publication'],
  reports: ['access', 'organization', 'catalogue', 'channels', 'gate', 'disclosure', 'requests', 'interaction', 'calendar', 'publication', 'notices'],
}
