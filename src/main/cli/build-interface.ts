import { spawnSync } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { CommandError } from './command-error.ts'
import { projectDir } from './paths.ts'

type Target = {
  /** What the build writes last of each part. */
  readonly outputs: readonly string[]
  readonly sources: readonly string[]
  readonly command: readonly string[]
}

const shared = ['src/shared/**/*.ts', '*.config.ts', 'package-lock.json']
const targets = {
  /** The page alone, for the browser. */
  page: {
    outputs: ['out/renderer/index.html'],
    sources: ['src/renderer/**/*', ...shared],
    command: ['node_modules/vite/bin/vite.js', 'build', '--config', 'vite.renderer.config.ts'],
  },
  /** The desktop process, its bridge and the page. */
  desktop: {
    outputs: ['out/renderer/index.html', 'out/main/index.js', 'out/preload/index.cjs'],
    sources: ['src/**/*', ...shared],
    command: ['node_modules/electron-vite/bin/electron-vite.js', 'build'],
  },
} satisfies Record<string, Target>

/** Builds what is missing or older than its sources. Costs one look at the files when nothing is. */
export function buildInterface(
  target: keyof typeof targets,
  say: (text: string) => void = console.log,
): void {
  const { outputs, sources, command }: Target = targets[target]
  if (isCurrent(outputs, sources)) return
  say('Building the interface (once, about 15 seconds)…')
  const [script, ...args] = command
  const result = spawnSync(
    process.execPath,
    [join(projectDir, script!), ...args, '--logLevel', 'error'],
    { cwd: projectDir, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  if (result.status !== 0) throw new CommandError('The interface could not be built: see above')
}

function isCurrent(outputs: readonly string[], sources: readonly string[]): boolean {
  const paths = outputs.map((file) => join(projectDir, file))
  if (!paths.every((path) => existsSync(path))) return false
  const built = Math.min(...paths.map((path) => statSync(path).mtimeMs))
  return globSync(sources, { cwd: projectDir }).every(
    (file) => file.endsWith('.test.ts') || modifiedAt(join(projectDir, file)) <= built,
  )
}

/** Folders do not count: a file that an editor writes beside a source touches its folder. */
function modifiedAt(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats?.isFile() ? stats.mtimeMs : 0
}
