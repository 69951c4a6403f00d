import { z } from 'zod'

// The page's Content-Security-Policy forbids generated code. Schemas read this when they are
// made, so everything that makes one is loaded afterwards.
z.config({ jitless: true })

void import('./app/start.tsx').then(({ start }) => start())
