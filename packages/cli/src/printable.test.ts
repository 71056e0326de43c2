import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cloudLogLine } from './log-line.ts'
import { oneLine, printable } from './printable.ts'

it.each([
  ['a window title', '\u001b]0;pwned\u0007', '\\u001b]0;pwned\\u0007'],
  ['a C1 introducer', '\u009b2J', '\\u009b2J'],
  ['DEL and NUL', '\u007f\u0000', '\\u007f\\u0000'],
  ['a forged line', 'keg-1\ninfo all is well\r', 'keg-1\\ninfo all is well\\r'],
  ['beer', '🍺 ä', '🍺 ä'],
  ['a name that reads backwards', 'keg-\u202e1-gek\u202c', 'keg-\\u202e1-gek\\u202c'],
  [
    'all that turns a text', '\u061c\u200e\u200f\u202a\u202b\u202d\u2066\u2067\u2068\u2069',
    '\\u061c\\u200e\\u200f\\u202a\\u202b\\u202d\\u2066\\u2067\\u2068\\u2069',
  ],
  ['what nobody sees', 'k\u200be\u200cg\u200d\u2060-\ufeff1', 'k\\u200be\\u200cg\\u200d\\u2060-\\ufeff1'],
])('writes %s on one line, visibly', (_, text, written) => {
  expect(oneLine(text)).toBe(written)
})

it('leaves JSON the JSON of the same value', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => JSON.parse(printable(JSON.stringify({ text }))).text === text))
})

it('indents what follows the first line of an entry', () => {
  expect(cloudLogLine({ level: 'info', source: 'lambda', functionName: 'f', message: 'one\n\u001b[31mtwo' }))
    .toBe('info lambda f one\n    \\u001b[31mtwo')
})
