import { answerOnce } from '../workers/answer-once.ts'
import { rake } from '../domain/weighting/rake.ts'
import { InfeasibleMarginError } from '../domain/weighting/rake-margin.ts'
import type { RakeAnswer, RakeWork } from './rake-away.ts'

answerOnce<RakeWork, RakeAnswer>(({ base, margins, options }) => {
  try {
    return { result: rake(base, margins, options) }
  } catch (error) {
    // An error's class does not survive the way back.
    if (!(error instanceof InfeasibleMarginError)) throw error
    return { infeasible: { margin: error.margin, message: error.message } }
  }
})
