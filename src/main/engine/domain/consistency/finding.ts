import type { ConsistencyIssue } from '../../../../shared/contract/consistency.ts'

/** An issue as a check finds it; whether somebody dismissed it is not the check's business. */
export type Finding = Omit<ConsistencyIssue, 'dismissedAt'>
