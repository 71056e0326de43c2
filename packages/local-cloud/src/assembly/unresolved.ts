import { isRecord } from '@keg/aws-service'
import { resolve, type Scope } from './intrinsics.ts'
import { references } from './creation-order.ts'
import { intrinsicCall, type Template } from '../ground/template.ts'

/** What there is to refer to, before anything is created. */
export interface Referable {
  /** Logical ids of resources that will be created, and parameters. */
  readonly names: ReadonlySet<string>
  /** Names of what any stack exports; `undefined` where not all are known yet. */
  readonly exports: ReadonlySet<string> | undefined
  /** Resolves what does without resources. */
  readonly scope: Scope
}

/** Why each reference within a value that leads nowhere does, as `refers to X, which is not there`. */
export function unresolvedIn(value: unknown, { names, exports, scope }: Referable): string[] {
  const missing = [...references(value)].filter((name) => !names.has(name) && !name.startsWith('AWS::'))
  const imported = importsOf(value).flatMap((argument) => staticText(argument, scope) ?? [])
  return [
    ...missing.map((name) => `refers to ${name}, which is not there`),
    ...imported.filter((name) => exports?.has(name) === false).map((name) =>
      `refers to the export ${name} of another stack, which is not there`),
  ]
}

/** The names of what a template exports; `undefined` where one hangs on a resource. */
export function exportsOf({ Outputs = {} }: Template, scope: Scope): ReadonlySet<string> | undefined {
  const names = Object.values(Outputs).flatMap(({ Export }) => (Export === undefined ? [] : [staticText(Export.Name, scope)]))
  return names.includes(undefined) ? undefined : new Set(names.filter((name) => name !== undefined))
}

function importsOf(value: unknown): unknown[] {
  const call = intrinsicCall(value)
  if (call?.[0] === 'Fn::ImportValue') return [call[1]]
  const children: readonly unknown[] = Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : []
  return children.flatMap(importsOf)
}

function staticText(value: unknown, scope: Scope): string | undefined {
  try {
    return String(resolve(value, scope))
  } catch {
    return undefined
  }
}
