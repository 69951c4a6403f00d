import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { PersonaId } from '../../shared/contract/ids.ts'
import type { ImportReport, PersonaList } from '../../shared/contract/personas.ts'
import type { PromptAnswer } from '../../shared/contract/prompts.ts'
import { connect, type Client } from './client.ts'
import { CommandError } from './command-error.ts'
import { existingWorkspace } from './paths.ts'

type Options = { workspace: string }

export async function importPersonasFile(path: string, { workspace }: Options): Promise<void> {
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw new CommandError(`Cannot read ${path}: ${error.message}`)
  })
  const type = /\.(jsonl|ndjson)$/i.test(path) ? 'application/x-ndjson' : 'text/csv'
  await withClient(resolve(workspace), async (client) => {
    const answer = await client.text('POST', '/personas/import', { type, text })
    const { imported, failed, errors } = JSON.parse(answer) as ImportReport
    console.log(`${imported} imported, ${failed} failed`)
    for (const { line, path: field, message } of errors)
      console.error(`line ${line}: ${field ? `${field}: ` : ''}${message}`)
    if (failed > 0) process.exitCode = 1
  })
}

export async function listPersonasOf({ workspace }: Options, q?: string): Promise<void> {
  await withClient(existingWorkspace(workspace), async (client) => {
    let cursor: string | null = ''
    while (cursor !== null) {
      const query = new URLSearchParams({
        limit: '200',
        ...(q ? { q } : {}),
        ...(cursor ? { cursor } : {}),
      })
      const page: PersonaList = await client.json('GET', `/personas?${query}`)
      for (const { id, firstName, lastName, age, baseOccupation, location } of page.personas)
        console.log(`${id}  ${firstName} ${lastName}, ${age}, ${baseOccupation}, ${location}`)
      cursor = page.nextCursor
    }
  })
}

/** Asks one persona, by id or by a name that only one has. */
export async function askPersona(
  who: string,
  question: string,
  { workspace }: Options,
): Promise<void> {
  await withClient(existingWorkspace(workspace), async (client) => {
    const personaId = PersonaId.safeParse(who).success ? who : await findByName(client, who)
    const body = { personaId, userPrompt: question }
    const answer = await client.json<PromptAnswer>('POST', '/personas/prompt', body)
    console.log(answer.response)
    if (answer.rehearsal)
      console.error('\nRehearsal: the built-in model answered, not evidence about people.')
  })
}

async function findByName(client: Client, name: string): Promise<string> {
  const query = new URLSearchParams({ q: name, limit: '5' })
  const { personas, total } = await client.json<PersonaList>('GET', `/personas?${query}`)
  const exact = personas.filter(
    ({ firstName, lastName }) => `${firstName} ${lastName}`.toLowerCase() === name.toLowerCase(),
  )
  if (exact.length === 1) return exact[0]!.id
  if (total === 1) return personas[0]!.id
  if (total === 0) throw new CommandError(`Nobody is called "${name}"`)
  throw new CommandError(`${total} personas match "${name}"; use the id that "persona list" shows`)
}

async function withClient(
  workspace: string,
  use: (client: Client) => Promise<void>,
): Promise<void> {
  const client = await connect(workspace)
  try {
    await use(client)
  } finally {
    await client.close()
  }
}
