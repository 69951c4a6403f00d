import { resolve } from 'node:path'
import { createEngine } from '../engine/index.ts'
import { serve, type RunningServer } from '../engine/http/serve.ts'
import { endThreads } from '../engine/workers/thread.ts'
import { findRenderer, resourcesDir } from './paths.ts'
import { removeServerFiles, writeServerFiles } from './server-file.ts'

export type ServeOptions = {
  workspace: string
  port?: number | undefined
  ui?: boolean | undefined
  /** Built interface to serve; default: the one in the checkout. */
  rendererDir?: string | undefined
  sample?: boolean | undefined
}

export type Served = {
  url: string
  /** With the one-time token; null where the interface is not served. */
  uiUrl: string | null
  workspace: string
  pid: number
}

/** Serves a workspace until the process is told to stop. */
export async function startServing(
  options: ServeOptions,
): Promise<{ served: Served; close: () => Promise<void> }> {
  const workspace = resolve(options.workspace)
  const renderer = options.ui ? (options.rendererDir ?? findRenderer()) : undefined
  const engine = await createEngine({
    workspaceDir: workspace,
    resourcesDir,
    ...(renderer ? { rendererDir: renderer } : {}),
    sample: options.sample ?? false,
  })
  let server: RunningServer
  try {
    server = await serve(engine.app, options.port)
  } catch (error) {
    await engine.close()
    throw error
  }
  engine.setUrl(server.url)
  writeServerFiles(workspace, server.url, engine.issueControlKey())
  const uiUrl = renderer ? `${server.url}/ui/#token=${engine.issueUiToken()}` : null
  return {
    served: { url: server.url, uiUrl, workspace, pid: process.pid },
    async close() {
      removeServerFiles(workspace)
      await server.close()
      await engine.close()
    },
  }
}

/** Ends the process cleanly on the first signal, without what is in hand on the second. */
export function closeOnSignal(close: () => Promise<void>): void {
  let isClosing = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (isClosing) return void endThreads().finally(() => process.exit(130))
      isClosing = true
      void close().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
}
