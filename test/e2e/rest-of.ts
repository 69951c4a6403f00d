import { execFileSync } from 'node:child_process'
import type { NewTimelineEntry, TimelineEntry } from '../../src/shared/contract/timeline.ts'
import type { Workbench } from './fixtures.ts'

/** Calls of a script, with a key as a user would make it. */
export function restOf({ url, workspace }: Workbench) {
  const made = execFileSync(
    process.execPath,
    ['bin/workbench.cjs', 'keys', 'create', '--workspace', workspace, '--profile', 'research'],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const key = /pk_\S+/.exec(made)![0]
  async function send(path: string, body?: unknown) {
    const response = await fetch(url + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'x-api-key': key, 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }
  return {
    async createPersona(): Promise<string> {
      const seed = { firstName: 'Ada', lastName: 'Lind', age: 48, location: 'Lyon' }
      const { persona } = (await send('/personas', {
        seed: { ...seed, baseOccupation: 'Nurse' },
      })) as { persona: { id: string } }
      return persona.id
    },
    /** Runs a study file to its end. */
    async runStudyFile(file: string): Promise<{ studyName: string; runId: string }> {
      const { study } = (await send('/study-files', { file })) as {
        study: { id: string; name: string }
      }
      type Launched = { run: { id: string; status: string } }
      let { run } = (await send(`/studies/${study.id}/runs`, {})) as Launched
      while (['queued', 'running'].includes(run.status)) {
        // A key has 120 requests a minute, and a busy machine takes longer than that over a run.
        await new Promise((done) => setTimeout(done, 600))
        ;({ run } = (await send(`/runs/${run.id}`)) as Launched)
      }
      return { studyName: study.name, runId: run.id }
    },
    async createSkill(body: object): Promise<string> {
      const { skill } = (await send('/skills', body)) as { skill: { id: string } }
      return skill.id
    },
    /** A thousand at a time. */
    async append(
      personaId: string,
      entries: readonly NewTimelineEntry[],
    ): Promise<TimelineEntry[]> {
      const appended: TimelineEntry[] = []
      for (let start = 0; start < entries.length; start += 1000) {
        const answer = (await send(`/personas/${personaId}/timeline`, {
          entries: entries.slice(start, start + 1000),
        })) as { entries: TimelineEntry[] }
        appended.push(...answer.entries)
      }
      return appended
    },
    /** The first page in sequence: the biography comes first. */
    async timeline(personaId: string): Promise<TimelineEntry[]> {
      const page = (await send(`/personas/${personaId}/timeline`)) as { entries: TimelineEntry[] }
      return page.entries
    },
  }
}
