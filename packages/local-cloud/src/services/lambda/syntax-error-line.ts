import { spawnSync } from 'node:child_process'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where a stack, or Node.js's own complaint, begins: the file, as a path or an address, and the line in it. */
const PLACE = /^(.+):(\d+)$/

/**
 * What somebody has to know to mend it, on one line.
 *
 * @example syntaxErrorLine(error, '/tmp/index.js')  // "index.js:3: SyntaxError: Unexpected token ';'"
 */
export function syntaxErrorLine(error: SyntaxError, file: string): string {
  // Of a module, Node.js tells the place only when it is asked to check the file; of one that it imports, not even then.
  const [, place, line] = placeIn(error.stack ?? '')
    ?? placeIn(spawnSync(process.execPath, ['--check', file], { encoding: 'utf8', env: {} }).stderr)
    ?? []
  const name = place === undefined ? basename(file) : `${basename(place.startsWith('file:') ? fileURLToPath(place) : place)}:${line}`
  return `${name}: ${error.name}: ${error.message.split('\n', 1)[0] ?? ''}`
}

const placeIn = (text: string) => PLACE.exec(text.split('\n', 1)[0] ?? '')
