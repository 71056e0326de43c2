#!/usr/bin/env node
import { constants } from 'node:os'
import { keepCompiled } from './keep-compiled.ts'
import { printable } from './printable.ts'

const OLDEST_NODE = 22
if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  process.stderr.write(`keg needs Node ${OLDEST_NODE}.13 or newer; this is Node ${process.versions.node}.\n`)
  process.exit(1)
}

// Before all that is to be kept.
keepCompiled(process.env)
const { command } = await import('./verbs/command.ts')

// A reader that has seen enough closes the pipe; that is no failure of ours.
process.stdout.on('error', () => undefined)
process.stderr.on('error', () => undefined)

const { promise: interrupted, resolve: interrupt } = Promise.withResolvers<undefined>()
let endsItself = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  // 130 for Ctrl-C, as a shell says of a command that a signal has ended.
  const endAtOnce = () => process.exit(128 + constants.signals[signal])
  process.once(signal, () => {
    if (!endsItself) endAtOnce()
    interrupt(undefined)
    // A second one ends us at once.
    process.once(signal, endAtOnce)
  })
}

try {
  process.exitCode = await command(process.argv.slice(2), {
    out: (line) => process.stdout.write(`${printable(line)}\n`),
    err: (line) => process.stderr.write(`${printable(line)}\n`),
    untilInterrupted() {
      endsItself = true
      return interrupted
    },
  })
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 1
}
