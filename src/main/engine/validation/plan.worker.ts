import type { PeoplePlan } from '../../../shared/contract/people-plan.ts'
import { planPeople, type PlanInput } from '../domain/validation/people-plan.ts'
import { answerOnce } from '../workers/answer-once.ts'

answerOnce<PlanInput, PeoplePlan>(planPeople)
