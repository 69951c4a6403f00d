import {
  measureCoverage,
  type CoverageFound,
  type CoverageWork,
} from '../domain/weighting/coverage.ts'
import { answerOnce } from '../workers/answer-once.ts'

answerOnce<CoverageWork, CoverageFound>(measureCoverage)
