import { protocol, type Session } from 'electron'
import { appScheme, isOurUrl } from './app-origin.ts'
import type { Engine } from './engine/index.ts'

/** Must run before Electron is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
    },
  ])
}

/**
 * Serves the engine's HTTP application to one session partition. The principal is handed over
 * beside the request, so no header a page could send can claim it.
 */
export function serveApp(session: Session, engine: Engine): void {
  session.protocol.handle(appScheme, async (request) => {
    if (!isOurUrl(request.url)) return new Response(null, { status: 404 })
    return engine.app.fetch(request, { principal: engine.principal('desktop') })
  })
}
