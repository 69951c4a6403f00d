import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { CommandError } from './command-error.ts'

/** The checkout: from src/main/cli in source, from out/main/cli when built. */
export const projectDir = join(import.meta.dirname, '../../..')
export const resourcesDir = join(projectDir, 'resources')
export const rendererDir = join(projectDir, 'out/renderer')

/** The built interface, or undefined where there is none yet. */
export function findRenderer(): string | undefined {
  return existsSync(join(rendererDir, 'index.html')) ? rendererDir : undefined
}

/** Where `npm start` keeps its workspace, by the habits of the system. */
export function defaultWorkspace(): string {
  const { XDG_DATA_HOME, APPDATA } = process.env
  const data =
    process.platform === 'darwin'
      ? join(homedir(), 'Library/Application Support')
      : process.platform === 'win32'
        ? (APPDATA ?? join(homedir(), 'AppData/Roaming'))
        : (XDG_DATA_HOME ?? join(homedir(), '.local/share'))
  return join(data, 'persona-workbench', 'sample-workspace')
}

/** Folder of a workspace that there is: a mistyped one is not made and found empty. */
export function existingWorkspace(folder: string): string {
  const path = resolve(folder)
  if (existsSync(join(path, 'workspace.db'))) return path
  throw new CommandError(`There is no workspace in ${path}`)
}
