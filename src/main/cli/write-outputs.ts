import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Evidence } from '../../shared/contract/evidence.ts'
import type { Run } from '../../shared/contract/runs.ts'
import type { Client } from './client.ts'

const exports = [
  { name: 'report.html', format: 'html' },
  { name: 'answers.csv', format: 'csv' },
  { name: 'answers.jsonl', format: 'jsonl' },
  { name: 'interviews.csv', format: 'table' },
  { name: 'codebook.csv', format: 'codebook' },
  { name: 'manifest.json', format: 'manifest' },
] as const

/** Where a study's outputs go when nobody says where. */
export function folderFor(studyName: string): string {
  const slug = studyName
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 100)
  return resolve(`${slug.replaceAll(/^-+|-+$/g, '') || 'study'}-evidence`)
}

/** Writes report, answers, evidence and manifest; answers their names. */
export async function writeOutputs(
  client: Client,
  { run, evidence, folder }: { run: Run; evidence: Evidence; folder: string },
): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  for (const { name, format } of exports)
    await writeFile(
      join(folder, name),
      await client.text('GET', `/runs/${run.id}/export?format=${format}`),
    )
  await writeFile(join(folder, 'evidence.json'), `${JSON.stringify(evidence, null, 2)}\n`)
  return [...exports.map(({ name }) => name), 'evidence.json']
}
