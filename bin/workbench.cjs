#!/usr/bin/env node
'use strict'
// Plain CommonJS on purpose: it must start on any Node, so that it can hand over to the one the
// project brings (see "Install and run" in docs/architecture.md).
const { spawn } = require('node:child_process')
const { existsSync } = require('node:fs')
const path = require('node:path')
const { isatty } = require('node:tty')

// What Node compiles is kept beside the packages, for the next start and for worker threads: they begin
// in half the time.
process.env.NODE_COMPILE_CACHE ??= path.join(__dirname, '../node_modules/.cache/workbench')
require('node:module').enableCompileCache?.(process.env.NODE_COMPILE_CACHE)

const cli = path.join(__dirname, '../src/main/cli/index.ts')
const [major, minor] = process.versions.node.split('.').map(Number)
// From 23.6 on Node runs TypeScript as it is.
const runsTypeScript = major > 23 || (major === 23 && minor >= 6)

if (runsTypeScript) import(require('node:url').pathToFileURL(cli).href)
else handOver(findOwnNode())

/** The Node that npm installed with the project, for this platform; undefined where it did not. */
function findOwnNode() {
  const folders = ['node', 'node-bin'].map((kind) => `${kind}-${platform()}-${process.arch}`)
  const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'
  for (const folder of folders)
    for (const modules of module.paths) {
      const found = path.join(modules, folder, file)
      if (existsSync(found)) return found
    }
  return undefined
}

function platform() {
  return process.platform === 'win32' ? 'win' : process.platform
}

function handOver(node) {
  if (!node) {
    console.error(`workbench needs Node 24; this is ${process.version}. Run "npm ci" to get it.`)
    process.exit(1)
  }
  const child = spawn(node, [cli, ...process.argv.slice(2)], { stdio: 'inherit' })
  // A terminal sends Ctrl-C to both processes; whoever else sends a signal knows only this one. The
  // child decides what a signal means, and this process ends as it does.
  const hasTerminal = [0, 1, 2].some((fd) => isatty(fd))
  process.on('SIGINT', () => hasTerminal || child.kill('SIGINT'))
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGQUIT'])
    process.on(signal, () => child.kill(signal))
  child.once('error', (error) => {
    console.error(`Cannot start ${node}: ${error.message}`)
    process.exit(1)
  })
  child.once('exit', (code, signal) => {
    if (!signal) process.exit(code)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}
