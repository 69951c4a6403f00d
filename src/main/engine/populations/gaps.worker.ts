import { findGaps, type GapsFound } from '../domain/weighting/find-gaps.ts'
import type { GapMargin } from '../domain/weighting/gap-cells.ts'
import { answerOnce } from '../workers/answer-once.ts'

answerOnce<readonly GapMargin[], GapsFound>(findGaps)
