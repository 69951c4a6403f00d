import {
  ImportReport,
  PersonaAnswer,
  type CreatePersonaRequest,
} from '../../../../shared/contract/personas.ts'
import { request } from '../../lib/api.ts'

export function importPersonas(file: File): Promise<ImportReport> {
  const isCsv = /\.csv$/i.test(file.name)
  return request('POST', '/personas/import', {
    answer: ImportReport,
    raw: { data: file, type: isCsv ? 'text/csv' : 'application/x-ndjson' },
  })
}

export async function createPersona(body: CreatePersonaRequest) {
  const { persona } = await request('POST', '/personas', { answer: PersonaAnswer, body })
  return persona
}
