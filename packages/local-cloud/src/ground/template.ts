import { isRecord } from '@keg/aws-service'

/** A CloudFormation resource as it stands in a template: intrinsic functions not yet resolved. */
export interface TemplateResource {
  readonly Type: string
  readonly Properties?: Readonly<Record<string, unknown>>
  readonly DependsOn?: string | readonly string[]
  readonly Condition?: string
  readonly DeletionPolicy?: string
  readonly UpdateReplacePolicy?: string
  readonly Metadata?: Readonly<Record<string, unknown>>
}

/** A parameter's declaration. */
export interface TemplateParameter {
  readonly Type: string
  readonly Default?: string | number
  readonly AllowedValues?: readonly (string | number)[]
}

/** A stack's output: its value, and the name that other stacks import it by. */
export interface TemplateOutput {
  readonly Value: unknown
  readonly Condition?: string
  readonly Export?: { readonly Name: unknown }
}

/** A CloudFormation template. */
export interface Template {
  readonly Parameters?: Readonly<Record<string, TemplateParameter>>
  readonly Mappings?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>
  readonly Conditions?: Readonly<Record<string, unknown>>
  readonly Resources?: Readonly<Record<string, TemplateResource>>
  readonly Outputs?: Readonly<Record<string, TemplateOutput>>
  readonly Transform?: unknown
}

/** The name and argument of an intrinsic function call such as `{ Ref: … }`; `undefined` for any other value. */
export function intrinsicCall(value: unknown): [name: string, argument: unknown] | undefined {
  if (!isRecord(value)) return undefined
  const [entry, ...others] = Object.entries(value)
  if (entry === undefined || others.length > 0) return undefined
  return entry[0] === 'Ref' || entry[0] === 'Condition' || entry[0].startsWith('Fn::') ? entry : undefined
}
