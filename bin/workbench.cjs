#!/usr/bin/env node
'use strict'
// Plain CommonJS on purpose: it must start on any Node, so that it can hand over to the one the
// project brings (see "Install and run" in docs/architecture.md).
const { spawnSync } = require('node:child_process')
const { existsSync } = require('node:fs')
const path = require('node:path')

const root = path.join(__dirname, '..')
const cli = path.join(root, 'src/main/cli/index.ts')
const [major, minor] = process.versions.node.split('.').map(Number)
const runsTypeScript = major > 23 || (major === 23 && minor >= 6)

if (runsTypeScript) {
  import(require('node:url').pathToFileURL(cli).href)
} else {
  const own = path.join(root, 'node_modules/.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
  if (!existsSync(own)) {
    console.error(`workbench needs Node 24; this is ${process.version}. Run "npm ci" to install it.`)
    process.exit(1)
  }
  const result = spawnSync(own, [cli, ...process.argv.slice(2)], { stdio: 'inherit' })
  process.exit(result.status ?? 1)
}
