import { workerData } from 'node:worker_threads'
import type { RunEvidence } from '../../../shared/contract/arm-evidence.ts'
import type { EvidenceProgress } from '../../../shared/contract/evidence.ts'
import { openReadOnly } from '../db/open.ts'
import { answerEach } from '../workers/answer-each.ts'
import { startWorkThread } from '../workers/work-thread.ts'
import { createAnalysis, type AnalysisRequest, type CrosstabRequest } from './analysis.ts'
import type { CrosstabOutcome } from './crosstab/crosstab-of.ts'
import type { Contradictions, RunOfTenant } from './find-contradictions.ts'

const path = workerData as string
// On the other core: regular expressions are compiled there while answers are read here.
const checker = startWorkThread<RunOfTenant, Contradictions | undefined>(
  import.meta.url,
  'contradictions',
  path,
)
const analysis = createAnalysis(openReadOnly(path), {
  readsOthers: true,
  findContradictions: (run) => checker.ask(run),
})

answerEach<AnalysisRequest | CrosstabRequest, RunEvidence | CrosstabOutcome, EvidenceProgress>(
  (request, report) =>
    'query' in request ? analysis.crosstab(request, report) : analysis.evidence(request, report),
)
