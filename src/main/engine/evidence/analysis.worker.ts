import { workerData } from 'node:worker_threads'
import type { RunEvidence } from '../../../shared/contract/arm-evidence.ts'
import type { EvidenceProgress } from '../../../shared/contract/evidence.ts'
import { openReadOnly } from '../db/open.ts'
import { answerEach } from '../workers/answer-each.ts'
import { createAnalysis, type AnalysisRequest, type CrosstabRequest } from './analysis.ts'
import type { CrosstabOutcome } from './crosstab/crosstab-of.ts'

const analysis = createAnalysis(openReadOnly(workerData as string), { readsOthers: true })

answerEach<AnalysisRequest | CrosstabRequest, RunEvidence | CrosstabOutcome, EvidenceProgress>(
  (request, report) =>
    'query' in request ? analysis.crosstab(request, report) : analysis.evidence(request, report),
)
