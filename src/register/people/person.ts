/** What is known of a person; empty where it is not known. Days are ISO days. */
export type PersonText = { full_name: string; birth_date: string; gender: string; ethnicity: string }

export const genders = ['female', 'male'] as const
export const membership_kinds = ['party-member', 'probationary-member', 'cadre'] as const
export const leave_reasons = ['moved-away', 'retired', 'asked-to-leave', 'excluded', 'died'] as const
export type MembershipKind = (typeof membership_kinds)[number]
export type LeaveReason = (typeof leave_reasons)[number]
