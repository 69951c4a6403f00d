import { createOfflineEmbedding } from '../models/offline-embedding.ts'
import { answerEach } from '../workers/answer-each.ts'
import {
  preparePersonas,
  type PersonasToPrepare,
  type PreparedPersonas,
} from './prepare-personas.ts'

const embedding = createOfflineEmbedding()

answerEach<PersonasToPrepare, PreparedPersonas>((work) => preparePersonas(embedding, work))
