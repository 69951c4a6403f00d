#!/usr/bin/env node
'use strict'
// Plain CommonJS on purpose: it must start on any Node, so that it can hand over to the one the
// project brings (see "Install and run" in the README).
const { spawn } = require('node:child_process')
const { existsSync } = require('node:fs')
const path = require('node:path')
const { pathToFileURL } = require('node:url')

const root = path.join(__dirname, '..')
const cli = path.join(root, 'src/main/cli/index.ts')
const [major, minor] = process.versions.node.split('.').map(Number)
const runsTypeScript = major > 23 || (major === 23 && minor >= 6)

if (runsTypeScript) void import(pathToFileURL(cli).href)
else
  handOver(path.join(root, 'node_modules/.bin', process.platform === 'win32' ? 'node.cmd' : 'node'))

function handOver(node) {
  if (!existsSync(node)) {
    console.error(`workbench needs Node 24; this is ${process.version}. "npm ci" installs it.`)
    process.exit(1)
  }
  const child = spawn(node, [cli, ...process.argv.slice(2)], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  // A terminal signals the whole group; whoever signals this process alone means the workbench.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
}
