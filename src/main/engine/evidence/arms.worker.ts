import type { ArmEvidence } from '../../../shared/contract/arm-evidence.ts'
import { armsEvidence, type ArmsInput } from '../domain/evidence/arms/arms-evidence.ts'
import { answerOnce } from '../workers/answer-once.ts'

answerOnce<ArmsInput, ArmEvidence[]>(armsEvidence)
