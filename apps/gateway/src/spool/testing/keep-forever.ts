import type { Clock } from '@keg/mqtt-broker'
import { writeSync } from 'node:fs'
import { openSpool } from '../adapters/sqlite-spool.ts'
import { numbered } from './messages.ts'

/** A process that keeps messages and prints the number of each as soon as that is done, until it is killed or the disk is full. */
const [file = '', firstNumber = '1'] = process.argv.slice(2)
const clock: Clock = {
  nowMs: () => Date.now(),
  after: (delayMs, callback) => {
    const timer = setTimeout(callback, delayMs)
    return () => clearTimeout(timer)
  },
}
const spool = openSpool({ file, maxBytes: 1e9, clock, commitWithinMs: 1 })
const AT_ONCE = 8

let next = Number(firstNumber)
async function keepOne(): Promise<void> {
  const number = next++
  await spool.keep(numbered(number, { kegId: `keg-0${number % 3}` }))
  // Written at once: nothing said gets lost with this process.
  writeSync(1, `${number}\n`)
  return keepOne()
}

await Promise.all(Array.from({ length: AT_ONCE }, keepOne)).catch(({ code }: { code: string }) => writeSync(1, `${code}\n`))
process.exit()
