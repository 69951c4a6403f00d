import { readFile } from 'node:fs/promises'
import { dirname, isAbsolute, join } from 'node:path'
import { parseStudyFile } from '../engine/studies/study-file.ts'
import { CommandError } from './command-error.ts'

/** A study file and every file it names, as the server takes them. */
export async function readStudy(path: string, seed: number | undefined) {
  const file = parseStudyFile(await readText(path))
  if (seed !== undefined) file.study.randomSeed = seed
  const names = [file.personas.file, file.population.marginsFile].filter(
    (name) => name !== undefined,
  )
  const files = Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [
        name,
        await readText(isAbsolute(name) ? name : join(dirname(path), name)),
      ]),
    ),
  ) as Record<string, string>
  return { file, files }
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new CommandError(`Cannot read ${path}: ${(error as Error).message}`, { cause: error })
  }
}
