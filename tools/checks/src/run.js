import console from 'node:console'
import module from 'node:module'
import { resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL, URL } from 'node:url'

// `node --conditions=@keg/source tools/checks/src/run.js FILE [ARG…]`: runs a TypeScript file of the workspace.
// Plain JavaScript, since it has to speak on a Node that can't read TypeScript.

const NEEDED = 24
const [, , file, ...args] = process.argv

if (Number.parseInt(process.versions.node, 10) < NEEDED) {
  console.error(
    `Keg runs on Node ${NEEDED}; this is ${process.version}. The install brings it as the package "node", whose install script may not have run ` +
      `(ignore-scripts): allow it and run "npx -y pnpm@10 rebuild node", or put Node ${NEEDED} on the PATH.`,
  )
  process.exit(1)
}
// What was compiled once need not be again: the second start is faster, and so is each program that this one starts. It stays within the
// workspace.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../../../node_modules/.cache/keg-compile', import.meta.url))
module.enableCompileCache(process.env.NODE_COMPILE_CACHE)
const entry = resolve(file)
process.argv = [process.argv[0], entry, ...args]
await import(pathToFileURL(entry).href)
