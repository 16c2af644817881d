// The views of the list 转为主动公开: by state, and what waits to be entered into the catalogue.
export const proposalViews = ['open', 'accepted', 'declined', 'entry', 'all'] as const
export type ProposalView = (typeof proposalViews)[number]
