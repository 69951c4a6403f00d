import type { RobustnessReport } from '../../../../shared/contract/robustness.ts'
import {
  robustnessMeasures,
  type RobustnessInput,
} from '../../domain/studies/robustness/robustness-report.ts'
import { answerOnce } from '../../workers/answer-once.ts'

answerOnce<RobustnessInput, RobustnessReport['measures']>(robustnessMeasures)
