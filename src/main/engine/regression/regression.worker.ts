import type { Regression } from '../../../shared/contract/regression.ts'
import { computeRegression, type RegressionInput } from '../domain/regression/regression.ts'
import { answerOnce } from '../workers/answer-once.ts'

answerOnce<RegressionInput, Regression>(computeRegression)
