import type { ScaleEvidence } from '../../../shared/contract/scales.ts'
import { computeScale, type ScaleInput } from '../domain/scales/scale-evidence.ts'
import { answerOnce } from '../workers/answer-once.ts'

answerOnce<ScaleInput, ScaleEvidence>(computeScale)
