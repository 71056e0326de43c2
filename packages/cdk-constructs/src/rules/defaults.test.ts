import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const folder = `${import.meta.dirname}/..`
// Not of constructs: what runs in Lambda, and the table of tests.
const files = globSync('{rules,alpha}/**/*.ts', { cwd: folder }).filter((name) =>
  !/\.test\.ts$|salesforce\/|from-alpha-(table|names)/.test(name))

it.each(files)('%s says what each property comes to that is left out', (file) => {
  const source = readFileSync(`${folder}/${file}`, 'utf8')
  const optional = [...source.matchAll(/(\/\*\*(?:(?!\*\/)[^])*\*\/\s*)?readonly (\w+)\?:/g)]
  expect(optional.filter(([, comment = '']) => !comment.includes('@default')).map(([, , name]) => name)).toEqual([])
})
