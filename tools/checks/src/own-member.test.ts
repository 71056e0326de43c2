import { RuleTester } from 'eslint'
import { parser } from 'typescript-eslint'
import { describe, it } from 'vitest'
import { ownMember } from './own-member.js'

Object.assign(RuleTester, { describe, it })
const table = 'const runs: Readonly<Record<string, () => void>> = { start: () => undefined };'
const errors = [{ messageId: 'inherited', data: { table: 'runs' } }]

new RuleTester({ languageOptions: { parser } }).run('own-member', ownMember, {
  valid: [
    `${table} runs['start']`,
    `${table} export const find = (name: string) => (Object.hasOwn(runs, name) ? runs[name] : undefined)`,
    `${table} export function find(name: string) { if (Object.hasOwn(runs, name)) return runs[name] }`,
    `${table} export const find = (name: string) => Object.hasOwn(runs, name) && runs[name]`,
    // No functions: what is found is not called.
    'const units: Record<string, number> = { day: 1 }; export const find = (name: string) => units[name]',
    // The names are few, and the compiler knows them.
    'const runs: Record<\'start\', () => void> = { start: () => undefined }; export const find = (name: \'start\') => runs[name]',
    'const runs = new Map([[\'start\', () => undefined]]); export const find = (name: string) => runs.get(name)',
  ],
  invalid: [
    { code: `${table} export const find = (name: string) => runs[name]`, errors },
    { code: `${table} export const find = (name: string) => runs[name]?.()`, errors },
    { code: `${table} export const find = (name: string) => runs[\`\${name}s\`]`, errors },
    { code: `${table} export const find = (name: string) => (Object.hasOwn(runs, name) ? undefined : runs[name])`, errors },
    {
      code: `${table} const others = {}; export const find = (name: string) => (Object.hasOwn(others, name) ? runs[name] : undefined)`,
      errors,
    },
  ],
})
