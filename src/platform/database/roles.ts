/**
 * The three roles of the database: the owner migrates and loads, the application serves and owns nothing, the auditor
 * reads.
 */
export const roles = ['neu_guong_owner', 'neu_guong_app', 'neu_guong_auditor'] as const
export type Role = (typeof roles)[number]
