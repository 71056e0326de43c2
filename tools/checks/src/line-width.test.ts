import { RuleTester } from 'eslint'
import { parser } from 'typescript-eslint'
import { describe, it } from 'vitest'
import { lineWidth } from './line-width.js'

Object.assign(RuleTester, { describe, it })
const options = [40]
const wide = (width: number, line = 1) => ({
  options, errors: [{ messageId: 'wide', data: { width: String(width), max: '40' }, line, column: 41, endColumn: width + 1 }],
})
const long = 'x'.repeat(40)

new RuleTester({ languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } } }).run('line-width', lineWidth, {
  valid: [
    { name: '140 characters without an option', code: `f(${'1, '.repeat(45)}12)` },
    { name: 'the most', code: 'export const sum = [100, 200, 300, 4000]', options },
    { name: 'a string', code: `const text = '${long}'`, options },
    { name: 'a template, with what it holds', code: `const text = \`\${name} ${long} \${other}\``, options },
    { name: 'a line inside a template', code: `const text = \`\n${long} \${name} ${long}\n\``, options },
    { name: 'a template of types', code: `type Name = \`${long}\${number}\``, options },
    { name: 'a regular expression', code: `const pattern = /${long}/u`, options },
    { name: 'a text of JSX', code: `const page = <p>${long}</p>`, filename: 'page.tsx', options },
    { name: 'an address in a comment', code: `// As in https://example.com/${long}.`, options },
    { name: 'an address in a block', code: `/**\n * One.\n * @see https://example.com/${long}\n */`, options },
    { name: 'a string in a wide import', code: `import { name } from './${long}.ts'`, options },
  ],
  invalid: [
    {
      name: '141 characters without an option', code: `f(${'1, '.repeat(45)}123)`,
      errors: [{ messageId: 'wide', data: { width: '141', max: '140' } }],
    },
    { name: 'one too many', code: 'export const sum = [100, 200, 300, 40000]', ...wide(41) },
    { name: 'what is too wide without its string', code: `export const name = { a: 1, b: 2, c: 3, d: 4, e: '${long}' }`, ...wide(93) },
    {
      name: 'two strings, neither of which is all of it', code: `f('${'a'.repeat(22)}', '${'b'.repeat(22)}', 1, 2, 3)`, options: [26],
      errors: 1,
    },
    { name: 'a comment', code: `one()\n// ${'word '.repeat(8)}`, ...wide(43, 2) },
    { name: 'a comment behind code', code: 'one(1000, 2000, 3000) // why this is so', options: [38], errors: 1 },
    { name: 'code behind the end of a template', code: `f(\`\n${long}\`, ${'1, '.repeat(13)}2)`, ...wide(84, 2) },
    { name: 'a number is no text', code: `const big = ${'1'.repeat(40)}`, ...wide(52) },
  ],
})
